import { z } from 'zod';
import { INSURANCES, KINDS } from '../policy/kinds.js';

const place = z.object({ code: z.string(), name: z.string() });

/** The situation a question was asked for, as far as the person told it. */
export const frameSchema = z.object({
  insured: place.optional(),
  care: place.optional(),
  kind: z.enum(KINDS).optional(),
  insurance: z.enum(INSURANCES).optional(),
});

export type Frame = z.infer<typeof frameSchema>;

const answersSchema = z.record(z.string(), z.string());

/** A person tasks are done for: what they told is remembered for them alone. */
export const personSchema = z.object({ label: z.string(), remembered: answersSchema.default({}) });

/** A guided task under way: only its answers are kept, where it stands is worked out anew each turn. */
export const runSchema = z.object({
  flow: z.string(),
  version: z.string(),
  person: z.string(),
  answers: answersSchema.default({}),
  /** Answers taken back (a step back, a change): offered again, never lost. */
  previous: answersSchema.default({}),
  /** A question that was opened again: it is asked even where it would be passed over. */
  reopened: z.string().optional(),
  /** Answers that contradict earlier ones: asked about in the last reply, and taken only if that is confirmed. */
  doubt: answersSchema.optional(),
  /** True once an end was reached: it can still be changed, but no question of it is open. */
  done: z.boolean().default(false),
});

export type Person = z.infer<typeof personSchema>;
export type FlowRun = z.infer<typeof runSchema>;

/** How a person wants replies: `short` ones leave working and sources out until asked. */
export const settingsSchema = z.object({ short: z.boolean() });

/** What a conversation keeps between turns: no text of the person beyond the masked last question, and words that were heard until they are confirmed. */
export const sessionSchema = z.object({
  frame: frameSchema.default({}),
  last: z
    .object({ stem: z.string(), concepts: z.array(z.string()), question: z.string(), entry: z.string().optional() })
    .optional(),
  people: z.array(personSchema).default([]),
  /** The last one is the task at hand; one begun inside another stands after it. */
  runs: z.array(runSchema).default([]),
  /** Masked words of a recording, shown and not confirmed yet, and the mark of the buttons that confirm them. */
  spoken: z.object({ words: z.string(), mark: z.string() }).optional(),
  unclear: z.number().int().default(0),
  settings: settingsSchema.default({ short: false }),
  /** What short replies left out of the last one, by the mark of its button: the places its sources stand at, or the result of the task at hand. */
  folded: z
    .object({
      mark: z.string(),
      result: z.boolean(),
      sources: z.array(z.object({ id: z.string(), place: z.string() })),
    })
    .optional(),
  /** True if it was kept by an older version: what could be taken over was, and the next reply says so. */
  renewed: z.boolean().default(false),
});

export type Session = z.infer<typeof sessionSchema>;

/** The version of the stored shape; raised when an old value can no longer be read as it is. */
export const SESSION_VERSION = 1;

export const newSession = (): Session => ({
  frame: {},
  people: [],
  runs: [],
  unclear: 0,
  settings: { short: false },
  renewed: false,
});

/** What of an older session still holds: the situation, if it can be read; the rest begins anew. */
export function renewSession(old: unknown): Session {
  const take = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const read = z.object({ [name]: schema }).safeParse(old);
    return read.success ? (read.data[name] as T) : undefined;
  };
  return {
    ...newSession(),
    frame: take('frame', frameSchema) ?? {},
    people: take('people', z.array(personSchema)) ?? [],
    runs: take('runs', z.array(runSchema)) ?? [],
    settings: take('settings', settingsSchema) ?? { short: false },
    renewed: true,
  };
}
