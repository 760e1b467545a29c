import type { Line, Lookup } from '../../dialogue/types.js';
import type { Unread } from './arrival.js';
import type { Log } from './log.js';
import type { Memory } from './memory.js';
import type { Sleep } from './sleep.js';

/** The sentences this channel says itself; content owns them. `{region}`, `{on}` and `{checked}` are filled in. */
export type TelegramWording = {
  /** What cannot be read: pictures, files, stickers, the rest, and edited messages. */
  readonly unread: Readonly<Record<Unread, string>>;
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
  /** The button from a group to a private chat. */
  readonly privately: string;
};

type Command = { readonly command: string; readonly description: string };

/** How the bot presents itself: its commands in private chats and in groups, what it says of itself, its menu button. */
export type Menu = {
  readonly private: readonly Command[];
  readonly group: readonly Command[];
  /** Shown before the first message; at most 512 characters. */
  readonly description: string;
  /** Shown with a shared link to the bot; at most 120 characters. */
  readonly about: string;
  /** Opens the web page from the menu button; none shows the commands there. */
  readonly app?: { readonly text: string; readonly url: string };
};

export type Limits = {
  /** Turns that run at a time, over all chats. */
  readonly running: number;
  /** Calls that send something at a time, over all chats. */
  readonly sending: number;
  /** Turns accepted and not yet done; at this many, no more is taken in. */
  readonly waiting: number;
  /** Turns accepted of one chat; more are dropped, so that one chat cannot use up `waiting`. */
  readonly perChat: number;
  readonly deadlineMs: number;
  readonly typingAfterMs: number;
  readonly typingEveryMs: number;
  readonly pollSeconds: number;
  /** While turns are under way: how soon Telegram is asked again for what came meanwhile. */
  readonly pollAgainMs: number;
  /** After this long a call counts as lost: telegraf's own limit is 500 s. */
  readonly callMs: number;
  readonly tries: number;
  /** A `retry_after` beyond this is not waited for. */
  readonly longestWaitMs: number;
  /** How long a stop waits for the turns under way; what is left then comes again at the next start. */
  readonly stopMs: number;
};

export const LIMITS: Limits = {
  running: 64,
  sending: 64,
  waiting: 1_000,
  perChat: 50,
  deadlineMs: 20_000,
  typingAfterMs: 300,
  typingEveryMs: 4_500,
  pollSeconds: 30,
  pollAgainMs: 250,
  callMs: 15_000,
  tries: 5,
  longestWaitMs: 300_000,
  stopMs: 8_500,
};

export type TelegramOptions = {
  readonly token: string;
  /** Another server than Telegram's own, for tests or a local Bot API server. */
  readonly apiRoot?: string;
  readonly log: Log;
  readonly wording: TelegramWording;
  /** What is remembered over restarts. */
  readonly memory: Memory;
  /** None leaves commands and descriptions as they are. */
  readonly menu?: Menu;
  /** Where Telegram sends updates, and the secret it shows with them; none polls. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** Answers inline queries; without it they find nothing. */
  readonly find?: Lookup;
  /** Draws a settlement as PNG; without it pictures are neither offered nor sent. */
  readonly draw?: (lines: readonly Line[]) => Promise<Uint8Array>;
  readonly limits?: Partial<Limits>;
  readonly sleep?: Sleep;
  readonly now?: () => Date;
};
