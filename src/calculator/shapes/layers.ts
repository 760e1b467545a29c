import { z } from 'zod';
import {
  asFraction,
  atLeastZero,
  type Decimal,
  factor,
  fraction,
  least,
  minus,
  money,
  ONE,
  plus,
  points,
  ZERO,
} from '../amount.js';
import { endOf, mapRatios, payBetween, type Segments, segmentsSchema } from '../segments.js';
import type { Situation } from '../situation.js';
import { type Change, changed } from './ratio.js';

const layer = {
  start: money.optional().describe('paid from this amount on; none: from the first yuan'),
  ratio: fraction.optional(),
  segments: segmentsSchema.optional(),
  basis: z
    .enum(['absolute', 'excess'])
    .optional()
    .describe('C5: bounds of the segments on the amount itself; C6: on what exceeds the start. Needed with segments'),
  cap: money.optional().describe('the most this layer pays in a year'),
};

const hasRatio = (rule: { ratio?: unknown; segments?: unknown }) =>
  (rule.ratio === undefined) !== (rule.segments === undefined);
const hasBasis = (rule: { segments?: unknown; basis?: unknown }) =>
  rule.segments === undefined || rule.basis !== undefined;

/** C9, C10, C11, C13. A layer on the own cost that is left: aid, tilted aid, supplement. */
export const layerSchema = z
  .strictObject({
    ...layer,
    base: z
      .enum(['in_scope', 'self'])
      .optional()
      .describe('on what is left of the cost in scope (the default) or of the whole own share'),
  })
  .refine(hasRatio, { error: 'one_of_ratio_segments' })
  .refine(hasBasis, { error: 'segments_basis' });

export type Layer = z.infer<typeof layerSchema>;

/** C4. What pays on where the pooling fund's ceiling is reached: large-amount insurance, or a ratio that goes on. */
export const largeSchema = z
  .strictObject({
    ratio: fraction.optional(),
    segments: segmentsSchema.optional(),
    basis: z.enum(['absolute', 'excess']).optional(),
    cap: money.optional().describe('the most this layer pays in a year'),
    total_cap: money.optional().describe('the most the pooling fund and this layer pay together in a year'),
    reduce: z
      .enum(['same', 'as_pool'])
      .optional()
      .describe('as_pool: what out-of-area treatment takes off is taken off here too'),
  })
  .refine(hasRatio, { error: 'one_of_ratio_segments' })
  .refine(hasBasis, { error: 'segments_basis' });

/** C5–C8, S13. Serious-illness insurance on the own cost that is left in scope. */
export const seriousIllnessSchema = z
  .strictObject({
    ...layer,
    counts: z
      .strictObject({
        class_b: z.boolean().optional(),
        over_limit: z.boolean().optional(),
        self_first: z.boolean().optional(),
        reduction: z.boolean().optional().describe('what the out-of-area reduction cut off the payment'),
      })
      .optional()
      .describe('C7: whether these own parts count into the base; not said: class B and over-limit no, the others yes'),
    poor: z
      .strictObject({
        start: money.optional(),
        start_factor: factor.optional(),
        points: points.optional(),
        no_cap: z.boolean().optional(),
      })
      .optional()
      .describe('C8: for low-income families'),
    reduce: z
      .enum(['same', 'as_pool'])
      .optional()
      .describe('S13: as_pool takes off here what is taken off the pooling fund'),
  })
  .refine(hasRatio, { error: 'one_of_ratio_segments' })
  .refine(hasBasis, { error: 'segments_basis' });

export type Large = z.infer<typeof largeSchema>;
export type SeriousIllness = z.infer<typeof seriousIllnessSchema>;

/** C12. What the personal account may pay of the own share. */
export const accountSchema = z.strictObject({
  covers: z.enum(['self', 'in_scope']).describe('the whole own share, or only what is left of the cost in scope'),
});

/** What a layer pays by, for one person. */
export type Paying = {
  readonly start?: Decimal | undefined;
  readonly ratio?: Decimal | undefined;
  readonly segments?: Segments | undefined;
  readonly basis?: 'absolute' | 'excess' | undefined;
  readonly cap?: Decimal | undefined;
};

/**
 * What a layer pays on a base in yuan. `before`: the base of this year's earlier bills, so that several bills are paid as one.
 * Source: rule-shapes, seg_pay and C4–C13.
 */
export function payLayer(rule: Paying, base: Decimal, before: Decimal): Decimal {
  return minus(paidUpTo(rule, plus(before, base)), paidUpTo(rule, before));
}

function paidUpTo({ start = ZERO, ratio, segments, basis, cap }: Paying, amount: Decimal): Decimal {
  if (amount.lessThanOrEqualTo(start)) return ZERO;
  const excess = amount.minus(start);
  const [low, high] = basis === 'absolute' ? [start, amount] : [ZERO, excess];
  const paid = segments ? payBetween(segments, low, high) : excess.times(ratio ?? ZERO);
  return cap === undefined ? paid : least(paid, cap);
}

/** The amount in yuan up to which a layer's table is known, if `amount` lies beyond it. */
export function beyondEnd({ start = ZERO, segments, basis }: Paying, amount: Decimal): Decimal | undefined {
  const end = segments && endOf(segments);
  if (!end) return undefined;
  const known = basis === 'excess' ? end.plus(start) : end;
  return amount.greaterThan(known) ? known : undefined;
}

/** The serious-illness rule as it stands for this person: the start of the poor, and the reduction where it reaches this layer. */
export function seriousFor(rule: SeriousIllness, { poor }: Situation, changes: readonly Change[]): Paying {
  const help = poor ? rule.poor : undefined;
  // Stryker disable next-line ConditionalExpression: only saves time, the rule comes out as it is
  if (help === undefined && rule.reduce !== 'as_pool') return rule;
  const start = help?.start ?? (help?.start_factor ? (rule.start ?? ZERO).times(help.start_factor) : rule.start);
  const more = help?.points ? asFraction(help.points) : ZERO;
  const shift = (ratio: Decimal) =>
    least(ONE, atLeastZero(changed(ratio.plus(more), rule.reduce === 'as_pool' ? changes : [])));
  return {
    start,
    basis: rule.basis,
    cap: help?.no_cap ? undefined : rule.cap,
    ...(rule.ratio && { ratio: shift(rule.ratio) }),
    ...(rule.segments && { segments: mapRatios(rule.segments, shift) }),
  };
}
