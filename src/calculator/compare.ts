import type { IsoDate } from '../policy/dates.js';
import { KINDS, type Kind } from '../policy/kinds.js';
import type { Decimal } from './amount.js';
import type { Request } from './plan.js';
import type { Regions } from './region.js';
import { settle } from './settle.js';
import type { Settlement } from './settlement.js';
import type { Filing } from './situation.js';

/** One way of being treated, and what it comes to in yuan; `undefined` result: the region's source does not say. */
export type Row = {
  readonly kind: Kind | null;
  readonly filing: Filing;
  readonly settlement: Settlement;
  readonly fund?: Decimal;
  readonly self?: Decimal;
  /** Fund of this row less that of the first, in yuan. */
  readonly against?: Decimal;
};

const WAYS: readonly { readonly kind: Kind | null; readonly filing: Filing }[] = [
  ...KINDS.map((kind) => ({ kind, filing: 'filed' as const })),
  { kind: null, filing: 'not_filed' },
  { kind: null, filing: 'at_home' },
];

/** The same bill as each kind of person files, without a filing, and at home; the case's own way first. Every row is a run of `settle`. */
export function compare(regions: Regions, request: Request, today: IsoDate): Row[] {
  const own = { kind: request.case.kind ?? null, filing: request.case.filing ?? ('filed' as const) };
  const ways = WAYS.filter(({ kind, filing }) => kind !== own.kind || filing !== own.filing);
  const all = own.kind === null && own.filing === 'filed' ? WAYS : [own, ...ways];
  const rows = all.map((way): Row => {
    const { kind: _, filing: __, ...rest } = request.case;
    const settlement = settle(regions, { ...request, case: { ...rest, ...withWay(way) } }, today);
    const { fund, self } = settlement;
    return { ...way, settlement, ...(fund && { fund }), ...(self && { self }) };
  });
  const first = rows[0]?.fund;
  return rows.map((row) => (first && row.fund ? { ...row, against: row.fund.minus(first) } : row));
}

const withWay = ({ kind, filing }: { kind: Kind | null; filing: Filing }) => ({ ...(kind && { kind }), filing });
