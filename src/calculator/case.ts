import { z } from 'zod';
import { isoDate } from '../policy/source.js';
import { fraction, money } from './amount.js';
import { KEYS, RULES } from './rules.js';
import { forSchema, situationSchema } from './situation.js';

const costSchema = z
  .strictObject({
    total: money.optional().describe('the whole bill'),
    classA: money.optional().describe('class A and other items wholly in scope'),
    ownFunded: money.optional().describe('items the catalogue of the care region does not pay (自费, 丙类)'),
    classB: z
      .array(z.strictObject({ amount: money, prepay: fraction.optional(), group: z.string().optional() }))
      .optional()
      .describe('class B items; prepay: the share paid first, if the rule is not to be read'),
    overLimit: money.optional().describe('what exceeds price limits'),
    inScope: money.optional().describe('the cost in scope, if the bill states it; it is then taken as it is'),
    seriousIllnessBase: money.optional().describe('start at serious-illness insurance with this base'),
  })
  .describe('yuan; a total alone, a split, the cost in scope, or the base of serious-illness insurance');

const usedSchema = z
  .strictObject({
    deductible: money.optional(),
    inScope: money.optional(),
    pool: money.optional(),
    large: money.optional(),
    seriousIllnessBase: money.optional(),
    aid: money.optional().describe('the base that aid has already looked at'),
  })
  .describe("what this year's earlier bills have used up, in yuan; absent: nothing, and said");

/** One bill to settle. */
export const caseSchema = situationSchema.extend({
  region: z
    .string()
    .regex(/^\d{6}(-[a-z]+)?$/, { error: 'region_code' })
    .optional()
    .describe('code of the insured region; without one only what the caller supplies is used'),
  on: isoDate.optional().describe('the day of discharge; absent: today, and said'),
  acceptAsOf: z.boolean().optional().describe('use values that are known for a year alone'),
  accountBalance: money.optional().describe('what the personal account holds'),
  cost: costSchema.default({}),
  used: usedSchema.default({}),
  crossYear: z
    .strictObject({
      daysBefore: z.int().min(1).max(3650),
      daysAfter: z.int().min(1).max(3650),
      usedAfter: usedSchema.default({}),
    })
    .optional()
    .describe('a stay over New Year: its days before and after it'),
});

export type Case = z.output<typeof caseSchema>;
export type Cost = Case['cost'];
export type Used = Case['used'];

const given = (shape: z.ZodType) =>
  z
    .union([shape, z.array(z.strictObject({ for: forSchema, value: shape })).min(1)])
    .describe('one value for all, or several with whom they are for');

/** Rules the caller supplies, by the keys and shapes of a region file; `ratio` alone means that of the setting asked for. */
export const givenSchema = z.strictObject({
  ...Object.fromEntries(KEYS.map((key) => [key, given(RULES[key] ?? z.never()).optional()])),
  ...Object.fromEntries(
    ['deductible', 'ratio', 'out_of_area', 'return_visit', 'ceiling'].map((name) => [
      name,
      given(RULES[`inpatient.${name}`] ?? z.never()).optional(),
    ]),
  ),
});

export type Given = Readonly<Record<string, unknown>>;
