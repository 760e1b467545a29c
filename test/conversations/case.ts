import { z } from 'zod';
import { STATUSES } from '../../src/dialogue/types.js';

const words = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** What is said, or the label of a button shown before in this conversation, and what the reply must be like. */
const turnSchema = z
  .strictObject({
    say: z.string().optional(),
    press: z.string().optional(),
    at: z.iso.date().optional().describe('the day of this turn; that of the one before unless told'),
    status: z.enum(STATUSES).optional(),
    text: words.describe('all must be in the visible text'),
    not: words.describe('none may be in it'),
    choices: z.array(z.string()).default([]).describe('labels that must be among the buttons'),
    no_choices: z.array(z.string()).default([]).describe('labels that must not be'),
    open: z.string().nullable().optional().describe('the slot asked for, or flow/slot; null: none'),
    working: z.record(z.string(), z.string()).default({}).describe('lines of the working, by id'),
    files: z.array(z.string()).optional(),
    region: z.string().nullable().optional(),
  })
  .refine(({ say, press }) => (say === undefined) !== (press === undefined), { error: 'either say or press' });

export const casesSchema = z
  .array(z.strictObject({ name: z.string(), at: z.iso.date().optional(), turns: z.array(turnSchema).min(1) }))
  .min(1);

export type Case = z.infer<typeof casesSchema>[number];
export type CaseTurn = Case['turns'][number];
