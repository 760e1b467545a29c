import { z } from 'zod';
import { type Decimal, factor, fraction, money, points } from '../amount.js';
import type { Situation } from '../situation.js';
import { type Deductible, deductibleSchema } from './deductible.js';
import { type Change, type Ratio, ratioSchema } from './ratio.js';

const when = z
  .enum(['before_deductible', 'after_deductible'])
  .optional()
  .describe('taken before the deductible (the default, said as an assumption) or after it');

const order = z
  .enum(['after_bonus', 'before_bonus'])
  .optional()
  .describe('taken off after the bonus of age or retirement (the default) or before it');

const single = [
  z.strictObject({ mode: z.literal('same') }).describe('S1, S15: as at home'),
  z.strictObject({ mode: z.literal('points'), points, order }).describe('S2: percentage points off the ratio'),
  z
    .strictObject({ mode: z.literal('points_below_referral'), points, order })
    .describe('S2b: points off what a referral gets; the rule for referrals must be held too'),
  z.strictObject({ mode: z.literal('factor'), factor, order }).describe('S3: the ratio times a factor'),
  z
    .strictObject({ mode: z.literal('table'), deductible: deductibleSchema.optional(), ratio: ratioSchema.optional() })
    .describe('S4: a deductible and a ratio of its own'),
  z
    .strictObject({ mode: z.literal('self_first'), share: fraction, when })
    .describe('S5: a share paid first, the rest by the ordinary rule'),
  z
    .strictObject({ mode: z.literal('self_first_by_admission'), shares: z.array(fraction).min(1), when })
    .describe('S5b: shares of the first, second ... unapproved admission; nothing is paid beyond the last'),
  z
    .strictObject({ mode: z.literal('fixed_deductible'), amount: money })
    .describe('S6: a deductible of its own, ratio unchanged'),
  z.strictObject({ mode: z.literal('deductible_factor'), factor }).describe('S7: the deductible times a factor'),
  z
    .strictObject({
      mode: z.literal('deductible_share'),
      share: fraction,
      base: z.enum(['total', 'in_scope']),
      floor: money.optional(),
      ceiling: money.optional(),
    })
    .describe('S8: a share of the bill as deductible, between a floor and a ceiling'),
  z
    .strictObject({ mode: z.literal('as_tier'), tier: z.string().min(1) })
    .describe('S9: as a hospital of this tier at home'),
  z.strictObject({ mode: z.literal('none') }).describe('S10: nothing is paid'),
  z
    .strictObject({ mode: z.literal('floor'), rate: fraction, base: z.enum(['total', 'in_scope']) })
    .describe('S11: at least this share of the cost is paid'),
] as const;

/** S. What treatment out of the area changes. Source: rule-shapes, table S. */
export const outOfAreaSchema = z.discriminatedUnion('mode', [
  ...single,
  z
    .strictObject({ mode: z.literal('combined'), parts: z.array(z.discriminatedUnion('mode', [...single])).min(2) })
    .describe('S12: several of these together'),
]);

export type OutOfArea = z.infer<typeof outOfAreaSchema>;

/** What a rule of treatment out of the area does to the settlement. */
export type Effect = {
  readonly nothing?: true;
  readonly changes: readonly Change[];
  readonly order?: 'after_bonus' | 'before_bonus' | undefined;
  readonly selfFirst?: {
    readonly share: Decimal;
    readonly when?: 'before_deductible' | 'after_deductible' | undefined;
  };
  readonly tier?: string;
  readonly deductible?: Deductible | undefined;
  readonly deductibleFactor?: Decimal;
  readonly ratio?: Ratio | undefined;
  readonly floor?: { readonly rate: Decimal; readonly base: 'total' | 'in_scope' };
};

export const NO_EFFECT: Effect = { changes: [] };
const NOTHING: Effect = { ...NO_EFFECT, nothing: true };

/** The effect of a rule; `referral` gives that of the rule for referrals, for rules that lean on it (undefined: not held). */
export function effectOf(
  rule: OutOfArea,
  situation: Situation,
  referral: () => Effect | undefined,
): Effect | undefined {
  if (rule.mode === 'combined') return join(rule.parts.map((part) => effectOf(part, situation, referral)));
  if (rule.mode === 'points_below_referral') {
    return join([referral(), { changes: [{ points: rule.points }], order: rule.order }]);
  }
  return oneEffect(rule, situation);
}

type Single = Exclude<OutOfArea, { mode: 'combined' | 'points_below_referral' }>;

function oneEffect(rule: Single, situation: Situation): Effect {
  switch (rule.mode) {
    case 'same':
      return NO_EFFECT;
    case 'none':
      return NOTHING;
    case 'points':
      return { changes: [{ points: rule.points }], order: rule.order };
    case 'factor':
      return { changes: [{ factor: rule.factor }], order: rule.order };
    case 'table':
      return { changes: [], deductible: rule.deductible, ratio: rule.ratio };
    case 'self_first':
      return { changes: [], selfFirst: { share: rule.share, when: rule.when } };
    case 'self_first_by_admission':
      return escalating(rule, situation);
    case 'fixed_deductible':
      return { changes: [], deductible: { mode: 'fixed', amount: rule.amount } };
    case 'deductible_factor':
      return { changes: [], deductibleFactor: rule.factor };
    case 'deductible_share':
      return { changes: [], deductible: { ...rule, mode: 'share_of_bill' } };
    case 'as_tier':
      return { changes: [], tier: rule.tier };
    case 'floor':
      return { changes: [], floor: { rate: rule.rate, base: rule.base } };
  }
}

function escalating(rule: Extract<Single, { mode: 'self_first_by_admission' }>, { unapproved = 0 }: Situation): Effect {
  const share = rule.shares[unapproved];
  return share === undefined ? NOTHING : { changes: [], selfFirst: { share, when: rule.when } };
}

/** Several effects together: changes one after the other, of anything else the last that says something. */
function join(effects: readonly (Effect | undefined)[]): Effect | undefined {
  let all: Effect = NO_EFFECT;
  for (const effect of effects) {
    if (!effect) return undefined;
    all = {
      ...all,
      ...effect,
      changes: [...all.changes, ...effect.changes],
      order: effect.order ?? all.order,
      deductible: effect.deductible ?? all.deductible,
      ratio: effect.ratio ?? all.ratio,
    };
  }
  return all;
}
