import type { Decimal } from 'decimal.js';
import type { Span, Trouble } from './bill-types.js';

/**
 * A number of a bill. `bare` has no unit; `aside`: it bounds a bracket, is paid by the year, or may be a year itself;
 * `wrong`: it can't be right, but takes its label all the same.
 */
export type Figure = Span & {
  readonly raw: string;
  readonly value: Decimal;
  readonly kind: 'yuan' | 'bare' | 'percent' | 'points' | 'discount';
  readonly aside: boolean;
  readonly wrong?: Trouble['code'];
};

/** True of figures that may be sums of money. */
export const isMoney = ({ kind }: Figure): boolean => kind === 'yuan' || kind === 'bare';

/** What cannot be right in figures. */
export function troubleOf(figures: readonly Figure[]): Trouble[] {
  return figures.flatMap(({ wrong, raw }) => (wrong === undefined ? [] : [{ code: wrong, raw }]));
}

/** Smaller bare numbers count something else: an age, a day. */
const LEAST_BARE = 100;

/** True of figures that may be the total of a bill though nothing says so. */
export const mayBeTotal = ({ kind, value, aside }: Figure): boolean =>
  !aside && (kind === 'yuan' || value.greaterThanOrEqualTo(LEAST_BARE));
