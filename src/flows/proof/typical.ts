import { Decimal } from 'decimal.js';
import { isWithin } from '../../policy/region.js';
import { boundsOf } from '../fits.js';
import type { AmountQuestion, Question } from '../question.js';
import { isDecimal, isRegionCode, UNKNOWN } from '../values.js';

/** The day flows are proved on: any would do, but it must stay, or the snapshots of paths would change by themselves. */
export const PROOF_DAY = '2025-01-01';

/**
 * Values that stand for all answers to a question.
 * @param operands what tests compare the slot with: amounts, days, places, `$slot`
 * @param related true if it is compared with other answers
 */
export function typicalValues(item: Question, operands: readonly string[], related: boolean): string[] {
  return [...typical(item, operands, related), ...(item.unknown ? [UNKNOWN] : [])];
}

function typical(item: Question, operands: readonly string[], related: boolean): string[] {
  switch (item.type) {
    case 'choice':
      return item.choices.map(({ id }) => id);
    case 'yesno':
      return ['yes', 'no'];
    case 'date':
      return days(operands, related);
    case 'region':
      return regions(operands);
    default:
      return amounts(item, operands.filter(isDecimal), related);
  }
}

/** Each day compared with, the one before and the one after. */
function days(operands: readonly string[], related: boolean): string[] {
  const named = operands.map((day) => (day === '$today' ? PROOF_DAY : day)).filter((day) => !day.startsWith('$'));
  const around = named.length > 0 ? named : [PROOF_DAY];
  const steps = named.length > 0 || related ? [-1, 0, 1] : [0];
  return [...new Set(around.flatMap((day) => steps.map((step) => shifted(day, step))))].sort();
}

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** Each amount compared with, a little less and a little more, as far as the question allows. */
function amounts(item: AmountQuestion, operands: readonly string[], related: boolean): string[] {
  const { min, max } = boundsOf(item);
  const around = operands.length > 0 ? [...operands, min, ...(max === undefined ? [] : [max])] : [min];
  const places = Math.max(
    item.type === 'number' ? 0 : 2,
    ...around.map((amount) => new Decimal(amount).decimalPlaces()),
  );
  const step = new Decimal(10).pow(-places);
  const steps = operands.length > 0 || related ? [-1, 0, 1, 2] : [0];
  const all = around.flatMap((amount) => steps.map((count) => step.times(count).plus(amount)));
  const allowed = all.filter((amount) => amount.gte(min) && (max === undefined || amount.lte(max)));
  return [...new Set(allowed.sort((a, b) => a.comparedTo(b)).map((amount) => amount.toFixed()))];
}

/** Places far apart, of which at least two lie outside of all that conditions name. */
const ELSEWHERE = ['440100', '610100', '350200', '520100', '230100', '420100', '630100', '370200'];

/** Each place compared with, and two that lie in none of them. */
function regions(operands: readonly string[]): string[] {
  const named = operands.filter(isRegionCode);
  return [...named, ...ELSEWHERE.filter((code) => !named.some((place) => isWithin(code, place))).slice(0, 2)];
}
