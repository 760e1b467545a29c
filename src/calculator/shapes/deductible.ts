import { z } from 'zod';
import { atLeastZero, clamp, type Decimal, factor, fraction, least, money, ONE, ZERO } from '../amount.js';
import { forSchema, matches, type Situation } from '../situation.js';

/** What any deductible may have beside its shape. */
const common = {
  retiree: z
    .union([z.strictObject({ factor }), z.strictObject({ minus: money })])
    .optional()
    .describe('D10: what retired people pay of it'),
  annual_max: money.optional().describe('D8: the most that is taken in a year'),
  every_days: z.int().min(1).optional().describe('D12: taken anew after this many days of one stay'),
  adjust: z
    .array(z.strictObject({ when: forSchema, factor: factor.optional(), amount: money.optional() }))
    .optional()
    .describe('D11: special hospitals, treatments, ages; the first that holds'),
};

const fixed = z.strictObject({ mode: z.literal('fixed'), amount: money, ...common }).describe('D1: the same each time');

/** D. What is paid before the fund pays. Source: rule-shapes, table D. */
export const deductibleSchema = z.union([
  money.transform((amount): z.output<typeof fixed> => ({ mode: 'fixed', amount })),
  z.discriminatedUnion('mode', [
    fixed,
    z
      .strictObject({
        mode: z.literal('later'),
        first: money,
        later: z.union([z.strictObject({ factor }), z.strictObject({ amount: money })]),
        third: money.optional().describe('D5: from the third admission on'),
        ...common,
      })
      .describe('D2: a factor or a fixed amount from the second admission of the year on'),
    z
      .strictObject({ mode: z.literal('by_admission'), amounts: z.array(money).min(1), ...common })
      .describe('D3: first, second, third ...; the last one goes on'),
    z
      .strictObject({
        mode: z.literal('stepped'),
        first: money,
        minus: money.optional(),
        minus_share: fraction.optional().describe('a fraction of the first: 0.1'),
        floor: money,
        ...common,
      })
      .describe('D4: less each time, by an amount or a share of the first, down to a floor'),
    z
      .strictObject({ mode: z.literal('yearly'), amount: money, ...common })
      .describe('D6, D7, D13: once a year; at the highest tier used where the amount differs by tier'),
    z
      .strictObject({ mode: z.literal('wage_share'), wage: money, share: fraction, ...common })
      .describe('D9: a share of the local average wage'),
    z
      .strictObject({
        mode: z.literal('share_of_bill'),
        share: fraction,
        base: z.enum(['total', 'in_scope']).describe('of the whole bill or of the cost in scope: the place must say'),
        floor: money.optional(),
        ceiling: money.optional(),
        ...common,
      })
      .describe('S8: a share of the bill between a floor and a ceiling'),
  ]),
]);

export type Deductible = z.infer<typeof deductibleSchema>;

/** What the amount depends on beside the rule: yuan. */
export type Bill = { readonly total: Decimal; readonly inScope: Decimal };

/**
 * The deductible of this admission in yuan, before it is held against the cost. `used`: already paid this year; `factor`: what
 * treatment out of the area multiplies it by.
 */
export function deductibleOf(
  rule: Deductible,
  situation: Situation,
  bill: Bill,
  used: Decimal,
  factor: Decimal | undefined,
): Decimal {
  const own = adjusted(rule, retired(rule, amountOf(rule, situation.admission ?? 1, bill), situation), situation);
  const each = factor === undefined ? own : own.times(factor);
  const once = rule.mode === 'yearly' ? atLeastZero(each.minus(used)) : repeated(rule, each, situation);
  return rule.annual_max === undefined ? once : least(once, atLeastZero(rule.annual_max.minus(used)));
}

/** D12: taken anew after so many days of one stay. */
const repeated = ({ every_days: days }: Deductible, each: Decimal, { stayDays = 1 }: Situation): Decimal =>
  days === undefined ? each : each.times(Math.ceil(stayDays / days));

function amountOf(rule: Deductible, admission: number, bill: Bill): Decimal {
  switch (rule.mode) {
    case 'fixed':
    case 'yearly':
      return rule.amount;
    case 'later':
      return laterOf(rule, admission);
    case 'by_admission':
      return rule.amounts[Math.min(admission, rule.amounts.length) - 1] ?? ZERO;
    case 'stepped':
      return steppedOf(rule, admission);
    case 'wage_share':
      return rule.wage.times(rule.share);
    case 'share_of_bill':
      return clampTo(bill[rule.base === 'total' ? 'total' : 'inScope'].times(rule.share), rule.floor, rule.ceiling);
  }
}

type Shape<M extends Deductible['mode']> = Extract<Deductible, { mode: M }>;

function laterOf({ first, later, third }: Shape<'later'>, admission: number): Decimal {
  if (admission === 1) return first;
  if (third && admission > 2) return third;
  return 'factor' in later ? first.times(later.factor) : later.amount;
}

function steppedOf({ first, minus, minus_share, floor }: Shape<'stepped'>, admission: number): Decimal {
  const step = minus ?? first.times(minus_share ?? ZERO);
  const left = first.minus(step.times(admission - 1));
  return left.lessThan(floor) ? least(floor, first) : left;
}

const clampTo = (amount: Decimal, floor: Decimal | undefined, ceiling: Decimal | undefined): Decimal =>
  clamp(amount, floor ?? ZERO, ceiling ?? amount);

function retired({ retiree }: Deductible, amount: Decimal, { person }: Situation): Decimal {
  if (person !== 'retired' || !retiree) return amount;
  return 'factor' in retiree ? amount.times(retiree.factor) : atLeastZero(amount.minus(retiree.minus));
}

function adjusted(rule: Deductible, amount: Decimal, situation: Situation): Decimal {
  const change = rule.adjust?.find(({ when }) => matches(when, situation) === true);
  return change === undefined ? amount : (change.amount ?? amount.times(change.factor ?? ONE));
}
