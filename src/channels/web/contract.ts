import { z } from 'zod';

const MAX_PRESS_BYTES = 64;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const press = z
  .string()
  .min(1)
  .refine((text) => new TextEncoder().encode(text).length <= MAX_PRESS_BYTES);

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .optional()
  .describe(
    'names this turn: sent again within ten minutes it gets the same reply; before there is a cookie, 32 random characters or more',
  );

/** One message of a conversation: what was typed, or the button that was pressed, as it was given. */
export const turnSchema = z.union([
  z.strictObject({ id, text: z.string().describe('what was typed; at most 1,000 characters are read') }),
  z.strictObject({ id, press: press.describe('the press of a choice or an action, as it was; at most 64 bytes') }),
]);

/** One question that belongs to no conversation. */
export const askSchema = z.strictObject({
  text: z.string().describe('the question; at most 1,000 characters are read'),
  at: z.iso
    .datetime({ offset: true })
    .refine((text) => Date.parse(text) >= EARLIEST && Date.parse(text) < LATEST)
    .optional()
    .describe('the instant it is asked for, such as 2026-11-22T10:00:00+08:00; absent: now'),
});

/** A bill as people write it: by slot of the estimate's questions. */
export const formSchema = z.strictObject({
  cells: z
    .record(z.string().max(40), z.string().max(200))
    .describe('by slot of the questions of the flow `estimate`: { "insured_region": "呼和浩特", "total": "4.8万" }'),
});

const line = z.object({ id: z.string(), label: z.string(), working: z.string(), value: z.string() });
const texts = z.array(z.string()).readonly();
const block = z.union([
  z.object({ text: z.string() }),
  z.object({ steps: texts }),
  z.object({ working: z.array(line).readonly() }),
]);
const choice = z.object({ press: z.string(), label: z.string() });
const source = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  place: z.string(),
  url: z.string().nullable(),
});

const told = {
  status: z.string().describe('how the turn ended: answered_curated, asking, outcome, unanswerable_region ...'),
  blocks: z.array(block).readonly(),
  sources: z.array(source).readonly(),
  region: z.object({ code: z.string(), name: z.string() }).nullable().describe('the insured place it holds for'),
  on: z.string().describe('the day it holds for'),
  checked: z.string().describe('the day the sources were last compared'),
};

/** What a turn gives. All texts are plain: whoever shows them sets them as text. */
export const replySchema = z.object({
  ...told,
  choices: z.array(choice).readonly(),
  actions: z.array(choice).readonly(),
  files: z.array(z.object({ name: z.string(), type: z.string(), content: z.string() })).readonly(),
  open: z.object({ flow: z.string(), slot: z.string() }).nullable().describe('the question that waits for an answer'),
  said: z
    .string()
    .nullable()
    .describe('what was typed, personal numbers masked: only this may be kept; null for a press'),
});

/** What a question of no conversation gives: `entry` is the curated answer it came from, `suggestions` what to ask next. */
export const answerSchema = z.object({ ...told, entry: z.string().nullable(), suggestions: texts });

const picks = z.array(z.object({ value: z.string(), label: z.string() })).readonly();

/** The guided tasks, with their questions. */
export const flowsSchema = z
  .array(
    z.object({
      flow: z.string(),
      title: z.string(),
      summary: z.string(),
      questions: z
        .array(
          z.object({
            slot: z.string(),
            type: z.string().describe('choice, yesno, region, date, money, number or percent'),
            label: z.string(),
            ask: z.string(),
            help: z.string(),
            choices: picks,
          }),
        )
        .readonly(),
    }),
  )
  .readonly();

/** A bill settled as far as it can be, as the calculator's machine side gives it; amounts in yuan. */
export const settlementSchema = z.object({
  lines: z.array(line.extend({ whose: z.enum(['care', 'insured', 'given']) })).readonly(),
  total: z.string().nullable(),
  fund: z.string().nullable(),
  self: z.string().nullable(),
  account: z.string().nullable(),
  cash: z.string().nullable(),
  assumed: z.array(z.object({ code: z.string(), text: z.string() })).readonly(),
  missing: z.array(z.object({ key: z.string(), text: z.string() })).readonly(),
});

const bounds = z.object({ low: z.string(), high: z.string() });

/** What a form of a bill gives. */
export const formAnswerSchema = z.object({
  settlement: settlementSchema,
  compare: z.object({
    rows: z
      .array(
        z.object({
          kind: z.string().nullable(),
          filing: z.string(),
          fund: z.string().nullable(),
          self: z.string().nullable(),
          against: z.string().nullable().describe('the fund of this row less that of the first'),
          undefined: z.string().nullable().describe('why it has no figure'),
        }),
      )
      .readonly(),
  }),
  range: z.object({ fund: bounds, self: bounds }).nullable(),
  documents: z.array(source).readonly(),
  choices: z.record(z.string(), picks).describe('what can be picked for each question, as things stand'),
  next: z.string().nullable().describe('the question whose answer is needed most'),
});

/** What went wrong, after RFC 9457: `detail` is a sentence in Chinese for the person. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string().optional(),
  field: z.string().optional().describe('where in the request'),
});

export type WebSource = z.infer<typeof source>;
export type WebReply = z.infer<typeof replySchema>;
export type WebAnswer = z.infer<typeof answerSchema>;
export type WebFlow = z.infer<typeof flowsSchema>[number];
export type WebQuestion = WebFlow['questions'][number];
export type WebForm = z.infer<typeof formAnswerSchema>;
export type WebSettlement = z.infer<typeof settlementSchema>;
export type WebProblem = z.infer<typeof problemSchema>;
