import { z } from 'zod';
import { isoDate, locatorSchema } from '../policy/source.js';
import { KEYS, type Key, RULES } from './rules.js';
import { forSchema } from './situation.js';

/** A value from a day on, of a year alone, or in force since a day nobody states; or the end of what stood before it. */
function entrySchema(shape: z.ZodType) {
  return z
    .strictObject({
      from: isoDate.optional().describe('the first day it holds'),
      as_of: z
        .string()
        .regex(/^\d{4}$/)
        .optional()
        .describe('known for this year only: offered, never used unasked'),
      in_force: z.literal(true).optional().describe('in force, its first day not stated'),
      value: shape.optional(),
      by_tier: z.record(z.string(), shape).optional().describe('a value for each hospital tier'),
      ended: z.literal(true).optional().describe('nothing holds from this day on'),
      source: locatorSchema,
      note: z.string().optional().describe('what the reader must know of this value, in plain Chinese'),
      rows: z.array(z.string()).default([]).describe('rows of the inventory it was curated from'),
    })
    .refine((e) => [e.from, e.as_of, e.in_force].filter((when) => when !== undefined).length === 1, {
      error: 'one_of_when',
    })
    .refine((e) => [e.value, e.by_tier, e.ended].filter((what) => what !== undefined).length === 1, {
      error: 'one_of_value',
    })
    .refine((e) => e.ended === undefined || e.from !== undefined, { error: 'ended_from' });
}

const ruleSchema = (shape: z.ZodType) =>
  z.strictObject({ for: forSchema.default({}), history: z.array(entrySchema(shape)).min(1) });

const parametersShape = Object.fromEntries(
  KEYS.map((key) => [key, z.array(ruleSchema(RULES[key] ?? z.never())).optional()]),
);

/** A region's file: its parameters as rules, each for some people, with their history and sources. */
export const regionSchema = z
  .strictObject({
    region: z.string().regex(/^\d{6}(-[a-z]+)?$/),
    names: z.array(z.string().min(2)).min(1),
    checked: isoDate.describe('the last time a person compared the file with its sources'),
    unified: z.boolean().default(false).describe('a province whose rules hold in all its cities (全省统一)'),
    official: z.boolean().default(false).describe('read on the official site, not in a copy'),
    tiers: z
      .record(z.string(), z.string())
      .default({})
      .describe('hospital tiers of its own, with the words people know them by'),
    grades: z
      .record(z.string(), z.string())
      .default({})
      .describe('contribution grades or groups of its own, with their words'),
    silent: z.array(z.string()).default([]).describe('what its sources say nothing of, told when it is asked for'),
    parameters: z.strictObject(parametersShape),
  })
  .readonly();

export type Entry = z.output<ReturnType<typeof entrySchema>>;
export type Rule = { readonly for: z.output<typeof forSchema>; readonly history: readonly Entry[] };
export type Region = Omit<z.output<typeof regionSchema>, 'parameters'> & {
  readonly parameters: Readonly<Partial<Record<Key, readonly Rule[]>>>;
};

export type Regions = ReadonlyMap<string, Region>;
