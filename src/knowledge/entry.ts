import { z } from 'zod';
import { INSURANCES, KINDS } from '../policy/kinds.js';
import { isoDate } from '../policy/source.js';

const code = z.string().regex(/^\d{6}(-[a-z]+)?$/);

/** One curated wording of an answer, with the situation it is for; the most specific one that fits is given. */
export const answerSchema = z.strictObject({
  scope: z.array(code).min(1).optional().describe('insured regions this wording is for'),
  care: z.array(code).min(1).optional().describe('care regions this wording is for'),
  who: z.array(z.enum(KINDS)).min(1).optional(),
  insurance: z.array(z.enum(INSURANCES)).min(1).optional(),
  text: z.string().min(4).describe('{fact} or {fact.value} quotes, [fact] cites, {doc:source} names a document'),
  derived: z
    .array(z.strictObject({ value: z.string(), working: z.string() }))
    .default([])
    .describe('figures computed from cited ones, with their arithmetic: 600 × 0.5 = 300'),
});

export type Answer = z.infer<typeof answerSchema>;

/** Wrong beliefs this entry corrects: if one of them is what was said, `say` comes first. */
const claimSchema = z.strictObject({ say: z.string().min(2), questions: z.array(z.string().min(2)).min(1) });

/** What a reply of this entry counts as when it is no plain answer. */
export const REFUSALS = [
  'unanswerable_no_fact',
  'unanswerable_scope',
  'refused_medical',
  'refused_personal',
  'refused_unlawful',
  'refused_instruction',
  'smalltalk',
  'clarify',
  'handed_off',
] as const;

/** A question people ask, with the wordings they ask it in and the curated answers for each situation. */
export const entrySchema = z
  .strictObject({
    entry: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/),
    title: z.string().min(2).max(24).describe('shown on buttons'),
    questions: z.array(z.string().min(2)).min(1).describe('the first is the canonical wording'),
    claims: z.array(claimSchema).default([]),
    must: z
      .array(z.array(z.string()).min(1))
      .default([])
      .describe('each group: one of its words must be in the question'),
    not: z.array(z.string()).default([]).describe('words that make it another question'),
    local: z.string().optional().describe('what the insured region decides; said to be not held where it is not'),
    tense: z.enum(['past', 'present', 'future']).default('present'),
    status: z.enum(REFUSALS).optional(),
    answers: z.array(answerSchema).min(1),
    next: z.string().optional().describe('one sentence: what to do now'),
    offer: z.array(z.string()).default([]).describe('shown as buttons: entries, or flow:x for a guided task'),
    gap: z.boolean().default(false).describe('something we know we lack'),
    reviewed: isoDate,
  })
  .readonly();

const FLOW = 'flow:';

/** The guided task that an offer of an entry (`flow:x`) leads to; undefined if it leads to an entry. */
export const flowOffered = (offer: string): string | undefined =>
  offer.startsWith(FLOW) ? offer.slice(FLOW.length) : undefined;

/** An entry as authored, with the topic its folder gives it. */
export type Entry = z.infer<typeof entrySchema> & { readonly topic: string };
