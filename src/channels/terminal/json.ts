import { z } from 'zod';
import type { Incoming, Line, Reply } from '../../dialogue/types.js';

const BAD_AT = 'at is not an instant such as 2026-11-22T10:00:00+08:00';
const BAD_LINE = 'a line is one JSON object';
const BAD_ID = 'id and conversation are a string or a number';
const BAD_MESSAGE = 'exactly one of text and press is needed, as a string';

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const at = z.iso
  .datetime({ offset: true, error: BAD_AT })
  .transform((text) => new Date(text))
  .refine((day) => day.getTime() >= EARLIEST && day.getTime() < LATEST, { error: BAD_AT });

const name = z.union([z.string(), z.number()], { error: BAD_ID }).nullish();

const lineSchema = z
  .object(
    {
      id: name,
      conversation: name,
      text: z.string({ error: BAD_MESSAGE }).nullish(),
      press: z.string({ error: BAD_MESSAGE }).nullish(),
      at: at.nullish(),
    },
    { error: BAD_LINE },
  )
  .refine(({ text, press }) => (typeof text === 'string') !== (typeof press === 'string'), { error: BAD_MESSAGE });

/** One line read: what to hand in, or why it cannot be. */
export type Read =
  | {
      readonly id: string | number | null;
      readonly conversation: string | number | null;
      readonly incoming: Incoming;
    }
  | { readonly id: string | number | null; readonly error: string };

/**
 * Reads one JSON line of the machine protocol.
 * @param now the instant when the line names none
 * @param fresh what tells a conversation without a name from all others
 */
export function readLine(line: string, now: Date, fresh: string): Read {
  const json = parse(line);
  const id = idOf(json);
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return { id, error: parsed.error.issues[0]?.message ?? 'unreadable' };
  const { conversation, text, press } = parsed.data;
  // What callers name stands apart from what we name: no conversation of theirs is one of the nameless.
  const user = conversation === undefined || conversation === null ? `new:${fresh}` : `named:${conversation}`;
  const message = typeof text === 'string' ? { text } : { press: press ?? '' };
  return {
    id,
    conversation: conversation ?? null,
    incoming: { channel: 'terminal', user, at: parsed.data.at ?? now, message },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): string | number | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** All text a reply shows, steps included; working and labels stand in fields of their own. */
export const visibleText = (reply: Reply): string =>
  reply.blocks
    .map((block) =>
      'text' in block
        ? block.text
        : 'steps' in block
          ? block.steps.map((step, i) => `${i + 1}. ${step}`).join('\n')
          : '',
    )
    .filter((text) => text !== '')
    .join('\n');

const workingOf = (reply: Reply): readonly Line[] =>
  reply.blocks.flatMap((block) => ('working' in block ? block.working : []));

/** A reply as one JSON object of the machine protocol. */
export function writeReply(reply: Reply): Record<string, unknown> {
  return {
    status: reply.status,
    text: visibleText(reply),
    choices: reply.choices,
    actions: reply.actions,
    sources: reply.sources.map(({ source, place }) => ({
      id: source.id,
      title: source.title,
      number: source.number ?? null,
      place,
    })),
    working: workingOf(reply),
    files: reply.files,
    open: reply.open,
    region: reply.region?.code ?? null,
    on: reply.on,
  };
}
