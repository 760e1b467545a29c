import { TelegramError } from 'telegraf';

/**
 * What a failed call means for us. `wait`: 429; `gone`: blocked or removed; `conflict`: somebody else polls; `markup`: our HTML
 * was refused; `same`: an edit that changes nothing; `down`: their side or the wire; `refused`: any other mistake of ours.
 */
export type Failure = {
  readonly kind: 'wait' | 'gone' | 'conflict' | 'markup' | 'same' | 'down' | 'refused';
  /** Safe to log: a status, a system error code, or a word of our own. */
  readonly code: number | string;
  readonly waitMs?: number;
};

// Telegram's descriptions can quote the message, so they are never logged: the known ones get a word of ours.
const KNOWN: readonly (readonly [RegExp, Failure])[] = [
  [/can't parse entities/i, { kind: 'markup', code: 'markup_refused' }],
  [/message is not modified/i, { kind: 'same', code: 'not_modified' }],
  [/message thread not found/i, { kind: 'refused', code: 'thread_gone' }],
  [/message to (edit|be replied) not found/i, { kind: 'refused', code: 'message_gone' }],
  [/chat not found/i, { kind: 'refused', code: 'chat_unknown' }],
  [/query is too old/i, { kind: 'refused', code: 'press_expired' }],
  [/message is too long/i, { kind: 'refused', code: 'too_long' }],
  [/(text is empty|text must be non-empty)/i, { kind: 'refused', code: 'empty' }],
];

function failureOfAnswer(error: TelegramError): Failure {
  const { code, description, parameters } = error;
  if (code === 429) return { kind: 'wait', code, waitMs: (parameters?.retry_after ?? 1) * 1_000 };
  if (code === 403) return { kind: 'gone', code };
  if (code === 409) return { kind: 'conflict', code };
  if (code >= 500) return { kind: 'down', code };
  return KNOWN.find(([words]) => words.test(description))?.[1] ?? { kind: 'refused', code };
}

/** Sorts whatever a call threw; anything that is no answer of Telegram's counts as a broken wire. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TelegramError) return failureOfAnswer(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { kind: 'down', code: typeof code === 'string' ? code : 'no_answer' };
}
