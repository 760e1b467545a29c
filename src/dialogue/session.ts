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

/** What a conversation keeps between turns: no text of the person beyond the masked last question. */
export const sessionSchema = z.object({
  frame: frameSchema.default({}),
  last: z
    .object({ stem: z.string(), concepts: z.array(z.string()), question: z.string(), entry: z.string().optional() })
    .optional(),
  unclear: z.number().int().default(0),
  /** True if it was kept by an older version: what could be taken over was, and the next reply says so. */
  renewed: z.boolean().default(false),
});

export type Session = z.infer<typeof sessionSchema>;

/** The version of the stored shape; raised when an old value can no longer be read as it is. */
export const SESSION_VERSION = 1;

export const newSession = (): Session => ({ frame: {}, unclear: 0, renewed: false });

/** What of an older session still holds: the situation, if it can be read; the rest begins anew. */
export function renewSession(old: unknown): Session {
  const frame = z.object({ frame: frameSchema }).safeParse(old);
  return { ...newSession(), frame: frame.success ? frame.data.frame : {}, renewed: true };
}
