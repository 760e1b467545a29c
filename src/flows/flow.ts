import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isoDate } from '../policy/source.js';
import { conditionSchema, SLOT, word } from './condition.js';
import { asksAmount, type Question, questionSchema, slotId } from './question.js';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/);
const reference = z.string().regex(new RegExp(`^${SLOT}$`));
const when = conditionSchema.optional().describe('applies only if this holds');

const computeSchema = z.strictObject({
  is: z.literal('compute').default('compute').describe('not written: worked out'),
  id: slotId,
  compute: text.describe('the name of a computation'),
  with: z
    .record(z.string(), z.union([reference, z.strictObject({ value: word })]))
    .default({})
    .describe(
      'its arguments: a slot, an output of a computation above, or { value: "..." }; not said: the answer of the same name, asked above or told early',
    ),
  when,
});

const endSchema = z.strictObject({
  is: z.literal('end').default('end').describe('not written: worked out'),
  end: id,
  when,
  title: text,
  body: text.optional(),
  steps: z.array(text).default([]),
  checklist: z.array(z.strictObject({ id, text, when })).default([]),
  deadlines: z
    .array(
      z.strictObject({
        id,
        title: text,
        after: slotId.describe('a date asked above'),
        period: text.describe('such as 1个月, or {fact.value}'),
        when,
      }),
    )
    .default([]),
  notes: z.array(z.strictObject({ when: conditionSchema, text })).default([]),
  offer: z
    .array(z.string().regex(/^(flow|entry):[a-z0-9_]+$/))
    .default([])
    .describe('shown as buttons: flow:x or entry:y'),
  result: slotId.optional().describe('a computation above whose lines are shown'),
  cite: z.array(z.string()).default([]).describe('facts shown as the basis'),
});

/** The name of the kind of item is worked out, so that an author need not write it and a mistake is told where it stands. */
const itemSchema = z.preprocess(
  (raw) => (typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw, is: kindOf(raw) } : raw),
  z.discriminatedUnion('is', [questionSchema, computeSchema, endSchema]),
);

function kindOf(raw: object): Item['is'] {
  if ('end' in raw) return 'end';
  return 'compute' in raw ? 'compute' : 'question';
}

/** A guided task: a list read from the top. Skip what does not apply, stop at the first question without an answer or the first end. */
export const flowSchema = z.strictObject({
  flow: id,
  title: text.max(24).describe('shown in the menu and on buttons'),
  summary: text.describe('what it does, in one line'),
  triggers: z.array(z.string().min(2)).min(1).describe('what people say to start it'),
  items: z.array(itemSchema).min(1),
  reviewed: isoDate,
});

export type Flow = z.infer<typeof flowSchema>;
export type Compute = z.infer<typeof computeSchema>;
export type End = z.infer<typeof endSchema>;
export type Item = Question | Compute | End;

/** The name of an item in its flow: the slot of a question, the id of a computation or an end. */
export const nameOf = (item: Item): string => (item.is === 'end' ? item.end : item.id);

/** Six hex digits over the structure of a flow: they stay when only words change, so that old buttons keep working. */
export function versionOf(flow: Flow): string {
  const version = versions.get(flow) ?? hashOf(flow);
  versions.set(flow, version);
  return version;
}

/** Buttons carry it, so it is asked for many times a turn. */
const versions = new WeakMap<Flow, string>();

function hashOf(flow: Flow): string {
  return createHash('sha256')
    .update(JSON.stringify(flow.items.map(structureOf)))
    .digest('hex')
    .slice(0, 6);
}

function structureOf(item: Item): unknown {
  if (item.is === 'end') return [item.end, item.when];
  if (item.is === 'compute') return [item.id, item.compute, item.with, item.when];
  const choices = item.type === 'choice' ? item.choices.map((choice) => [choice.id, choice.when]) : [];
  const refused = item.refuse.map((rule) => rule.when);
  const bounds = asksAmount(item) ? [item.min, item.max] : [];
  return [item.id, item.type, item.unknown, item.optional, item.when, choices, refused, bounds];
}
