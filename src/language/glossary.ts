import { z } from 'zod';
import { INSURANCES, KINDS } from '../policy/kinds.js';

const says = z.array(z.string().min(1)).default([]);

/**
 * The words of the field: for each term the one the documents use, and what people say for it. A term or aspect found
 * in a question becomes a token of its own in search; kinds and insurances also fill the frame of the question.
 */
export const glossarySchema = z
  .strictObject({
    terms: z.array(
      z.strictObject({
        term: z.string().min(1),
        english: z.string().optional().describe('the name used in code and documentation'),
        meaning: z.string().optional().describe('explained in one plain sentence'),
        says,
        group: z.string().optional().describe('terms of one group replace each other in a follow-up: 那门诊呢'),
        sound: z.boolean().default(true).describe('also found when typed with other characters of the same sound'),
      }),
    ),
    aspects: z.array(z.strictObject({ aspect: z.string(), says })),
    kinds: z.array(z.strictObject({ kind: z.enum(KINDS), label: z.string(), says })),
    insurances: z.array(z.strictObject({ insurance: z.enum(INSURANCES), label: z.string(), says })),
    fluff: z.array(z.string()).describe('words that carry no question'),
    spelled: z.array(z.string()).default([]).describe('ordinary words understood when typed in pinyin letters'),
    not_sound: z.array(z.string()).default([]).describe('ordinary words that only sound like a term'),
  })
  .readonly();

export type Glossary = z.infer<typeof glossarySchema>;
