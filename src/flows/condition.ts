import { z } from 'zod';
import { isIsoDate } from '../policy/dates.js';
import { isDecimal, isRegionCode } from './values.js';

/** A slot, or one output of a computation: `purpose`, `ratio.percent`. */
export const SLOT = '[a-z0-9]+(?:_[a-z0-9]+)*(?:\\.[a-z0-9_]+)?';

/** YAML 1.2 reads yes as text and true as a boolean; both mean the same to an author. */
export const word = z.union([z.string(), z.boolean()]).transform((v) => (v === true ? 'yes' : v === false ? 'no' : v));

const flag = z.union([z.boolean(), z.enum(['yes', 'no'])]).transform((v) => v === true || v === 'yes');
const isReference = (text: string) => new RegExp(`^\\$${SLOT}$`).test(text);

const amount = z
  .string()
  .refine((text) => isDecimal(text) || isReference(text), { error: 'must be a decimal or a $slot' });
const day = z
  .string()
  .refine((text) => isIsoDate(text) || isReference(text), { error: 'must be a day YYYY-MM-DD, $today or a $slot' });
const place = z
  .string()
  .refine((text) => isRegionCode(text) || isReference(text), { error: 'must be a region code or a $slot' });

/** What can be tested of one slot; all that is written must hold. A `$slot` stands for its answer, `$today` for the day. */
const checks = z.strictObject({
  gte: amount.optional(),
  gt: amount.optional(),
  lte: amount.optional(),
  lt: amount.optional(),
  from: day.optional().describe('on that day or later'),
  after: day.optional().describe('later than that day'),
  until: day.optional().describe('on that day or earlier'),
  before: day.optional().describe('earlier than that day'),
  within: z.array(place).min(1).optional().describe('in one of these regions; $slot: in the pooling area of that one'),
  unknown: flag.optional().describe('answered with 不知道, or not'),
  answered: flag.optional(),
});

const testSchema = z
  .union([word, z.array(word).min(1), checks], {
    error:
      'must be a value, a list of values, or comparisons: gte gt lte lt from after until before within unknown answered',
  })
  .transform((test): Test => {
    if (typeof test === 'string') return { oneOf: [test] };
    return Array.isArray(test) ? { oneOf: test } : test;
  });

/** The checks of one slot; `oneOf` is what a value or a list of values was written as. */
export type Test = z.infer<typeof checks> & { readonly oneOf?: readonly string[] };

export type SlotClause = { readonly slot: string; readonly test: Test };
export type Clause = SlotClause | { readonly any: readonly Condition[] } | { readonly not: Condition };

/** All of its clauses must hold. */
export type Condition = readonly Clause[];

/** A condition as authors write it: a map from slots to tests, with `any` (a list of maps) and `not` (a map). */
export const conditionSchema: z.ZodType<Condition> = z
  .object({
    any: z
      .array(z.lazy(() => conditionSchema))
      .min(1)
      .optional(),
    not: z.lazy(() => conditionSchema).optional(),
  })
  .catchall(testSchema)
  .transform(({ any, not, ...tests }) => [
    // What zod infers for the other keys is blurred by `any` and `not`.
    ...Object.entries(tests as Record<string, Test>).map(([slot, test]) => ({ slot, test })),
    ...(any ? [{ any }] : []),
    ...(not ? [{ not }] : []),
  ]);

/** Every test of a slot in a condition, at any depth. */
export const slotClauses = (condition: Condition): SlotClause[] =>
  condition.flatMap((clause) => {
    if ('any' in clause) return clause.any.flatMap(slotClauses);
    return 'not' in clause ? slotClauses(clause.not) : [clause];
  });

/** The slots whose answers a test compares with (`$slot`); `$today` is none. */
export const referencesOf = ({ oneOf: _, within = [], unknown: _u, answered: _a, ...comparisons }: Test): string[] =>
  [...within, ...Object.values(comparisons)]
    .filter((operand) => operand?.startsWith('$') && operand !== '$today')
    .map((operand) => operand?.slice(1) ?? '');
