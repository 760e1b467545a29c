import { z } from 'zod';
import { Decimal, fraction, minus, money, plus, ZERO } from './amount.js';

/** One segment of a payment table: up to `to` yuan (null: without end) the fund pays this share. */
export const segmentsSchema = z
  .array(z.strictObject({ to: money.nullable(), ratio: fraction }))
  .min(1)
  .refine((list) => list.slice(1).every(({ to }, i) => isAbove(to, list[i]?.to)), { error: 'segments_order' })
  .describe('rising upper bounds in yuan; the last may be null: without end');

export type Segments = z.infer<typeof segmentsSchema>;

const isAbove = (to: Decimal | null, before: Decimal | null | undefined): boolean =>
  before instanceof Decimal && (to === null || to.greaterThan(before));

/** The amount in yuan up to which a table is known; null: without end. */
export const endOf = (segments: Segments): Decimal | null => segments.at(-1)?.to ?? null;

/** What is paid of the stretch from `low` to `high` yuan. Source: rule-shapes, seg_pay. Above the last bound nothing is paid. */
export function payBetween(segments: Segments, low: Decimal, high: Decimal): Decimal {
  let paid = ZERO;
  let from = low;
  for (const { to, ratio } of segments) {
    const end = to === null || to.greaterThan(high) ? high : to;
    if (!end.greaterThan(from)) continue;
    paid = plus(paid, minus(end, from).times(ratio));
    from = end;
  }
  return paid;
}

/** The point from `low` on at which `amount` has been paid; undefined if it never is. */
export function reachedAt(segments: Segments, low: Decimal, amount: Decimal): Decimal | undefined {
  let left = amount;
  let from = low;
  for (const { to, ratio } of segments) {
    if (to?.lessThanOrEqualTo(from)) continue;
    const most = to?.minus(from).times(ratio);
    if (!ratio.isZero() && !most?.lessThan(left)) return from.plus(left.dividedBy(ratio));
    left = left.minus(most ?? ZERO);
    from = to ?? from;
  }
  return undefined;
}

/** The same table with every share changed. */
export const mapRatios = (segments: Segments, change: (ratio: Decimal) => Decimal): Segments =>
  segments.map(({ to, ratio }) => ({ to, ratio: change(ratio) }));
