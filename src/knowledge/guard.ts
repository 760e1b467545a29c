import { z } from 'zod';
import { createSayings } from '../language/said.js';

/** The statuses a guard may give: what must be recognised before any search. */
export const GUARD_STATUSES = [
  'emergency',
  'handed_off',
  'refused_medical',
  'refused_personal',
  'refused_unlawful',
  'refused_instruction',
] as const;

/**
 * A kind of message that is answered before any search. It fires when one of `when` holds (each is a list of groups,
 * of every group one word must occur) and no word of `unless` occurs. `answers_rest`: what remains of the message after
 * the sentences that fired is still answered as a question.
 */
export const guardSchema = z
  .strictObject({
    guard: z.string().regex(/^[a-z0-9_]+$/),
    status: z.enum(GUARD_STATUSES),
    when: z.array(z.array(z.array(z.string().min(1)).min(1)).min(1)).min(1),
    unless: z.array(z.string().min(1)).default([]),
    say: z.string().min(4).describe('{fact}, {fact.value} and [fact] as in answers'),
    follow: z.string().optional().describe('entry whose answer follows'),
    answers_rest: z.boolean().default(false),
  })
  .readonly();

export type Guard = z.infer<typeof guardSchema>;

/** The words a guard fires on. */
export const wordsOf = ({ when }: Guard): string[] => when.flat(2);

/** The first guard that fires on a folded text. */
export type Watch = (text: string) => Guard | undefined;

/** Prepares the guards, in the order in which they are tried. */
export function createWatch(guards: readonly Guard[]): Watch {
  const sayings = createSayings(new Map(guards.map((guard) => [guard, guard])));
  return (text) => guards.find(sayings(text));
}
