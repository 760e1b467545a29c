import { z } from 'zod';
import { type Decimal, fraction, minus, money, plus, ZERO } from './amount.js';

/** One segment of a payment table: up to `to` yuan (null: without end) the fund pays this share. */
export const segmentsSchema = z
  .array(z.strictObject({ to: money.nullable(), ratio: fraction }))
  .min(1)
  .refine((list) => list.every(({ to }, i) => rises(to, i === 0 ? null : (list[i - 1]?.to ?? null), i)), {
    error: 'segments_order',
  })
  .describe('rising upper bounds in yuan; the last may be null: without end');

export type Segments = z.infer<typeof segmentsSchema>;

const rises = (to: Decimal | null, before: Decimal | null, index: number): boolean =>
  (index === 0 || before !== null) && (to === null || before === null || to.greaterThan(before));

/** The amount in yuan up to which a table is known; null: without end. */
export const endOf = (segments: Segments): Decimal | null => segments.at(-1)?.to ?? null;

/** What is paid of the stretch from `low` to `high` yuan. Source: rule-shapes, seg_pay. Above the last bound nothing is paid. */
export function payBetween(segments: Segments, low: Decimal, high: Decimal): Decimal {
  const [only] = segments;
  if (segments.length === 1 && only?.to === null) return minus(high, low).times(only.ratio);
  let paid = ZERO;
  let from = ZERO;
  for (const { to, ratio } of segments) {
    const start = from.greaterThan(low) ? from : low;
    const end = to === null || to.greaterThan(high) ? high : to;
    if (end.greaterThan(start)) paid = plus(paid, minus(end, start).times(ratio));
    if (to === null || to.greaterThanOrEqualTo(high)) break;
    from = to;
  }
  return paid;
}

/** The point from `low` on at which `amount` has been paid; undefined if it never is. */
export function reachedAt(segments: Segments, low: Decimal, amount: Decimal): Decimal | undefined {
  let left = amount;
  let from = ZERO;
  for (const { to, ratio } of segments) {
    const start = from.greaterThan(low) ? from : low;
    const length = to === null ? undefined : to.minus(start);
    const covers = length === undefined || length.times(ratio).greaterThanOrEqualTo(left);
    if (covers && !ratio.isZero() && (length === undefined || length.isPositive()))
      return start.plus(left.dividedBy(ratio));
    if (length?.isPositive()) left = left.minus(length.times(ratio));
    if (to === null) return undefined;
    from = to;
  }
  return undefined;
}

/** The same table with every share changed. */
export const mapRatios = (segments: Segments, change: (ratio: Decimal) => Decimal): Segments =>
  segments.map(({ to, ratio }) => ({ to, ratio: change(ratio) }));
