import { z } from 'zod';
import { isIsoDate } from './dates.js';

/** A day as authors write it: quoted or bare, but a real `YYYY-MM-DD`. */
export const isoDate = z.string().refine(isIsoDate, { error: 'must be a day that exists, written YYYY-MM-DD' });

/** Who speaks: the higher the rank, the more its word weighs. */
export const AUTHORITIES = ['law', 'national', 'province', 'city', 'press', 'archive'] as const;

/** A document that facts are taken from, or that people ask about by its number. */
export const sourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(2),
    number: z.string().optional(),
    issuer: z.string().min(2),
    authority: z.enum(AUTHORITIES),
    signed: isoDate.optional(),
    published: isoDate.optional(),
    effective: isoDate.optional(),
    status: z.enum(['in_force', 'replaced', 'ended', 'announced', 'report']),
    replaced_by: z.string().optional(),
    url: z.url().optional(),
    copy: z.boolean().default(false).describe('read in a copy, not on the official site'),
    note: z.string().optional(),
  })
  .readonly();

export type Source = z.infer<typeof sourceSchema>;

/** Where in a source a fact stands: article, part, or line of the copy. */
export const locatorSchema = z.strictObject({ id: z.string(), at: z.string().min(1) }).readonly();

export type Locator = z.infer<typeof locatorSchema>;

/** A source with the place in it, as a reply shows it. */
export type Citation = { readonly source: Source; readonly place: string };
