import type { IsoDate } from '../policy/dates.js';
import { factsIn } from './bill-facts.js';
import { leftOf } from './bill-left.js';
import { moneyIn } from './bill-money.js';
import { onIn } from './bill-on.js';
import { joined } from './bill-reading.js';
import { stayIn } from './bill-stay.js';
import type { Bill, Reading, Trouble } from './bill-types.js';
import { unsetIn } from './bill-unset.js';
import { wantsIn } from './bill-wants.js';
import { without } from './spelled.js';

export { asksEstimate, mayAskEstimate } from './bill-asks.js';
export type { Bill, Trouble } from './bill-types.js';

/**
 * What one message says about a hospital bill and its insurance.
 * @param text folded, as `Heard.text` holds it
 * @param today the day that dates without a year are read from
 * @returns the bill; what cannot be right in it; and `left`, the text without what was understood
 */
export function readBill(text: string, today: IsoDate): { bill: Bill; trouble: readonly Trouble[]; left: string } {
  const stay = stayIn(text);
  const { bill, trouble, spans } = joined([
    stay,
    factsIn(text),
    onIn(text, today),
    wantsIn(text),
    moneyIn(without(text, apart(stay.spans))),
  ]);
  return { bill, trouble, left: leftOf(text, spans) };
}

/**
 * The same for a follow-up that changes something of an estimate before.
 * @returns what is changed, and in `unset` the fields that no longer count (不算那5000自费)
 */
export function readChange(text: string, today: IsoDate): Bill & { unset?: (keyof Bill)[] } {
  const unset = unsetIn(text);
  const kept = Object.entries(readBill(text, today).bill).filter(([field]) => !unset.some((gone) => gone === field));
  return { ...Object.fromEntries(kept), ...(unset.length > 0 && { unset }) };
}

const apart = (spans: Reading['spans']): Reading['spans'] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter(({ start }, i) => start >= (sorted[i - 1]?.end ?? 0));
};
