import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { isDecimal, UNKNOWN } from './values.js';

const when = conditionSchema.optional().describe('asked or shown only if this holds');
const text = z.string().min(1);
const decimal = z.string().refine(isDecimal, { error: 'must be a decimal in quotes' }).optional();

/** Words with a meaning of their own in conditions; no slot may be called so. */
const RESERVED = ['any', 'not', 'today'];

/** A slot: the name of what a question asks for, meaning the same in all flows. */
export const slotId = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
  .refine((id) => !RESERVED.includes(id), { error: `must not be one of: ${RESERVED.join(' ')}` });

const choiceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/)
    .refine((id) => id !== UNKNOWN, { error: 'write unknown: true at the question instead' }),
  label: text.describe('shown on the button'),
  say: z.array(text).default([]).describe('words that mean this choice wherever people say them'),
  when,
});

export type Choice = z.infer<typeof choiceSchema>;

const base = {
  is: z.literal('question').default('question').describe('not written: worked out'),
  id: slotId,
  ask: text,
  help: text.optional().describe('why it is asked, or where to find the answer'),
  label: text.optional().describe('a short name for summaries: 参保地'),
  when,
  remember: z.boolean().default(false).describe('kept for the person and offered for confirmation in later flows'),
  unknown: z.boolean().default(false).describe('不知道 is an answer, stored as unknown'),
  optional: z
    .union([z.literal(true).transform(() => []), conditionSchema])
    .optional()
    .describe('not asked if this holds (true: never), but taken from what people say of themselves'),
  refuse: z
    .array(z.strictObject({ when: conditionSchema, say: text }))
    .default([])
    .describe('answers that are refused with a sentence'),
  cite: z.array(z.string()).default([]).describe('facts shown as the basis'),
};

/** One question of a flow. There is no free text: it cannot branch, and it invites personal data. */
export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('choice'), choices: z.array(choiceSchema).min(1) }),
  z.strictObject({ ...base, type: z.enum(['yesno', 'region', 'date']) }),
  z.strictObject({ ...base, type: z.enum(['money', 'number', 'percent']), min: decimal, max: decimal }),
]);

export type Question = z.infer<typeof questionSchema>;
export type ChoiceQuestion = Extract<Question, { type: 'choice' }>;
export type AmountQuestion = Extract<Question, { type: 'money' | 'number' | 'percent' }>;

/** True for a question whose answer is a decimal. */
export const asksAmount = (item: Question): item is AmountQuestion =>
  item.type === 'money' || item.type === 'number' || item.type === 'percent';
