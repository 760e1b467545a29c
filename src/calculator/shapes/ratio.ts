import { z } from 'zod';
import { asFraction, atLeastZero, Decimal, factor, fraction, least, ONE, points, ZERO } from '../amount.js';
import { mapRatios, type Segments, segmentsSchema } from '../segments.js';
import { forSchema, matches, type Situation } from '../situation.js';

/** What any ratio may have beside its shape. */
const common = {
  retiree: z
    .union([z.strictObject({ own_share_factor: factor }), z.strictObject({ points })])
    .optional()
    .describe('R8: retired people bear this factor of the own share; R9: so many points more'),
  age_points: z
    .array(z.strictObject({ from: z.int().min(0), points }))
    .optional()
    .describe('R7: points more from an age on; the last step reached counts'),
  enrolment: z
    .strictObject({ points_per_year: points, max: fraction })
    .optional()
    .describe('R11: points more for each year of continuous enrolment, up to a ratio'),
  bonuses: z
    .array(z.strictObject({ when: forSchema, points, less: z.boolean().optional() }))
    .optional()
    .describe('R12, R14: points more (less: true takes them off) for a hospital, grade or mark; all that hold'),
  max: fraction.optional().describe('no ratio above this one'),
};

const flat = z
  .strictObject({ mode: z.literal('flat'), ratio: fraction, ...common })
  .describe('R1, R10, R15: one ratio');

/** R. The share the fund pays above the deductible. Source: rule-shapes, table R. */
export const ratioSchema = z.union([
  fraction.transform((ratio): z.output<typeof flat> => ({ mode: 'flat', ratio })),
  z.discriminatedUnion('mode', [
    flat,
    z
      .strictObject({
        mode: z.literal('segments'),
        segments: segmentsSchema,
        bounds: z
          .enum(['including_deductible', 'excluding_deductible', 'annual'])
          .describe("R2, R4, R5: bounds on the cost with or without the deductible; R3: on the year's cost in scope"),
        ...common,
      })
      .describe('a table by stretches of the cost'),
    z
      .strictObject({ mode: z.literal('age_line'), base: fraction, step: fraction, ...common })
      .describe('R6: base + step × age; step as a fraction: 0.002 for 0.2 % a year'),
  ]),
]);

export type Ratio = z.infer<typeof ratioSchema>;

/** What the ratios are measured on. */
export type Bounds = 'including_deductible' | 'excluding_deductible' | 'annual';

export const boundsOf = (rule: Ratio): Bounds => (rule.mode === 'segments' ? rule.bounds : 'excluding_deductible');

/** A change of the ratio out of the area: points off, or a factor. */
export type Change = { readonly points: Decimal } | { readonly factor: Decimal };

/**
 * The table of ratios that holds for this situation; a flat ratio is a table of one row. The bonus comes first, then what
 * treatment out of the area takes off (`order` may turn that round); not yet `limited`. What the rule asks for is known: `needOf`.
 */
export function ratiosOf(
  rule: Ratio,
  situation: Situation,
  changes: readonly Change[] = [],
  order?: 'after_bonus' | 'before_bonus' | undefined,
): Segments {
  return mapRatios(tableOf(rule, situation), (ratio) =>
    order === 'before_bonus'
      ? withBonus(rule, changed(ratio, changes), situation)
      : changed(withBonus(rule, ratio, situation), changes),
  );
}

function tableOf(rule: Ratio, { age = 0 }: Situation): Segments {
  if (rule.mode === 'segments') return rule.segments;
  return [{ to: null, ratio: rule.mode === 'flat' ? rule.ratio : rule.base.plus(rule.step.times(age)) }];
}

/** A table kept between nothing and the rule's own maximum, or the whole. */
export const limited = ({ max = ONE }: Ratio, table: Segments): Segments =>
  mapRatios(table, (ratio) => least(max, atLeastZero(ratio)));

/** True if a ratio of a table leaves 0–1 and no rule says what then. */
export const isClamped = ({ max }: Ratio, table: Segments): boolean =>
  table.some(({ ratio }) => ratio.isNegative() || (max === undefined && ratio.greaterThan(ONE)));

/** True if some people get more than others by this rule. */
export const hasBonus = ({ retiree, age_points, enrolment, bonuses }: Ratio): boolean =>
  (retiree ?? age_points ?? enrolment ?? bonuses) !== undefined;

/** A ratio after what is taken off it, one change after the other. */
export const changed = (ratio: Decimal, changes: readonly Change[]): Decimal =>
  changes.reduce((r, c) => ('points' in c ? r.minus(asFraction(c.points)) : r.times(c.factor)), ratio);

function withBonus(rule: Ratio, ratio: Decimal, situation: Situation): Decimal {
  if (!hasBonus(rule)) return ratio;
  const more = ratio.plus(asFraction(bonusPoints(rule, situation)));
  return retired(rule, enrolled(rule, more, situation), situation);
}

function bonusPoints({ age_points: steps = [], bonuses = [] }: Ratio, situation: Situation): Decimal {
  const { age = 0 } = situation;
  const step = steps.filter(({ from }) => age >= from).at(-1);
  const fitting = bonuses.filter(({ when }) => matches(when, situation) === true);
  return fitting.reduce((all, b) => (b.less ? all.minus(b.points) : all.plus(b.points)), step?.points ?? ZERO);
}

function enrolled({ enrolment }: Ratio, ratio: Decimal, { enrolledYears = 0 }: Situation): Decimal {
  if (!enrolment) return ratio;
  const grown = ratio.plus(asFraction(enrolment.points_per_year.times(enrolledYears)));
  return Decimal.max(ratio, Decimal.min(grown, enrolment.max));
}

function retired({ retiree }: Ratio, ratio: Decimal, { person }: Situation): Decimal {
  if (person !== 'retired' || !retiree) return ratio;
  if ('points' in retiree) return ratio.plus(asFraction(retiree.points));
  return ONE.minus(ONE.minus(ratio).times(retiree.own_share_factor));
}
