import type { Sleep } from './sleep.js';

/** The sentences this channel says itself; content owns them. `{region}`, `{on}` and `{checked}` are filled in. */
export type TelegramWording = {
  /** Only text can be read: photo, voice, file, sticker, edited message. */
  readonly unsupported: string;
  /** The turn took longer than its deadline. */
  readonly slow: string;
  /** The turn failed, or its reply held nothing to show. */
  readonly failed: string;
  /** Names the whole country where a reply has no region. */
  readonly nation: string;
  /** First part of the footer, with `{region}` and `{on}`. */
  readonly scope: string;
  /** Second part of the footer, with `{checked}`. */
  readonly checked: string;
  /** Heads the list of sources. */
  readonly sources: string;
};

/** All that is ever logged: no text of a user, no id of a chat. */
export type LogEvent = { readonly event: string; readonly chat?: string; readonly code?: number | string };

export type Log = (event: LogEvent) => void;

export type Limits = {
  /** Turns that run at a time, over all chats. */
  readonly running: number;
  /** Turns accepted and not yet done; at this many, polling pauses. */
  readonly waiting: number;
  /** Turns accepted of one chat; more are dropped, so that one chat cannot use up `waiting`. */
  readonly perChat: number;
  readonly deadlineMs: number;
  readonly typingAfterMs: number;
  readonly typingEveryMs: number;
  readonly pollSeconds: number;
  /** After this long a call counts as lost: telegraf's own limit is 500 s. */
  readonly callMs: number;
  readonly tries: number;
  /** A `retry_after` beyond this is not waited for. */
  readonly longestWaitMs: number;
};

export const LIMITS: Limits = {
  running: 64,
  waiting: 1_000,
  perChat: 50,
  deadlineMs: 20_000,
  typingAfterMs: 300,
  typingEveryMs: 4_500,
  pollSeconds: 30,
  callMs: 15_000,
  tries: 5,
  longestWaitMs: 300_000,
};

export type TelegramOptions = {
  readonly token: string;
  /** Another server than Telegram's own, for tests or a local Bot API server. */
  readonly apiRoot?: string;
  readonly log: Log;
  readonly wording: TelegramWording;
  /** The command menu; none leaves it as it is. */
  readonly commands?: readonly { readonly command: string; readonly description: string }[];
  readonly limits?: Partial<Limits>;
  readonly sleep?: Sleep;
  readonly now?: () => Date;
};
