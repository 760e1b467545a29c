import { Decimal } from 'decimal.js';
import { isIsoDate } from '../policy/dates.js';
import { holds, type Known } from './holds.js';
import { type AmountQuestion, asksAmount, type Question } from './question.js';
import { isDecimal, isRegionCode, UNKNOWN } from './values.js';

/** The least and the most an amount may be: what the author wrote, else 0, and 1 for a share. */
export type Bounds = { readonly min: string; readonly max?: string };

/** The bounds of a question for an amount, as decimal strings. */
export function boundsOf({ type, min, max }: AmountQuestion): Bounds {
  const most = max ?? (type === 'percent' ? '1' : undefined);
  return { min: min ?? '0', ...(most !== undefined && { max: most }) };
}

/** The bounds of a question that a decimal answer lies outside of; undefined if it keeps to them, or if there are none. */
export function brokenBounds(item: Question, value: string): Bounds | undefined {
  if (!asksAmount(item) || !isDecimal(value)) return undefined;
  const bounds = boundsOf(item);
  const amount = new Decimal(value);
  return amount.lt(bounds.min) || (bounds.max !== undefined && amount.gt(bounds.max)) ? bounds : undefined;
}

/** A question with those of its choices that apply at this point. */
export function withOpenChoices<Q extends Question>(item: Q, known: Known): Q {
  if (item.type !== 'choice') return item;
  return { ...item, choices: item.choices.filter((choice) => holds(choice.when, known)) };
}

/** True if a stored answer is one to this question as it stands. */
export function fits(item: Question, value: string): boolean {
  if (value === UNKNOWN) return item.unknown;
  switch (item.type) {
    case 'choice':
      return item.choices.some((choice) => choice.id === value);
    case 'yesno':
      return value === 'yes' || value === 'no';
    case 'region':
      return isRegionCode(value);
    case 'date':
      return isIsoDate(value);
    default:
      return isDecimal(value) && brokenBounds(item, value) === undefined;
  }
}

/** The rule of a question that refuses an answer; undefined if it is accepted. Its sentence is a raw text. */
export function refusalOf(item: Question, value: string, known: Known): Question['refuse'][number] | undefined {
  if (item.refuse.length === 0) return undefined;
  const slots = new Map(known.slots).set(item.id, value);
  return item.refuse.find((rule) => holds(rule.when, { ...known, slots }));
}
