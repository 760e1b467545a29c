import type { Decimal } from './amount.js';
import type { Line, Settlement } from './settlement.js';
import { ASSUMED, LABELS, missingText } from './wording.js';

/** What the machine side gives: JSON. */
export type Out = Readonly<Record<string, unknown>>;

/** An amount in yuan as the machine side gives it. */
export const text = (amount: Decimal | undefined): string | null => (amount === undefined ? null : amount.toFixed(2));

/** A settlement as the machine side gives it; the workings are written out here. */
export function settlementOut(settlement: Settlement): Out {
  const { lines, inScope, total, pool, fund, self, account, cash, assumed, missing } = settlement;
  return {
    lines: lines.map(lineOut),
    total: text(total),
    inScope: text(inScope),
    pool: text(pool),
    fund: text(fund),
    self: text(self),
    account: text(account),
    cash: text(cash),
    assumed: assumed.map(({ code, detail }) => ({ code, text: ASSUMED[code](detail ?? '') })),
    missing: missing.map((item) => ({
      key: item.what === 'situation' ? `case.${item.need}` : item.key,
      text: missingText(item),
    })),
  };
}

function lineOut({ id, value, working, whose, from }: Line): Out {
  const sources = from.flatMap(({ source, region, from: day, asOf }) =>
    source === undefined
      ? []
      : [{ id: source.id, at: source.at, region, ...(day && { from: day }), ...(asOf && { asOf }) }],
  );
  return { id, label: LABELS[id], working: working(), value: value.toFixed(2), whose, sources };
}
