import type { Citation } from '../policy/source.js';

export type ChannelName = 'telegram' | 'web' | 'terminal';

/** A recording that is not loaded yet: `load` gives its bytes, and rejects if they cannot be had. */
export type Voice = {
  /** Its file name: the ending tells the format. */
  readonly name: string;
  readonly seconds: number;
  /** Its size; 0 if it is not known. */
  readonly bytes: number;
  readonly load: (signal: AbortSignal) => Promise<Uint8Array>;
};

/** What a channel hands in: one message of one user, written or spoken, or one pressed button, at an instant. */
export type Incoming = {
  readonly channel: ChannelName;
  readonly user: string;
  readonly at: Date;
  readonly message: { readonly text: string } | { readonly press: string } | { readonly voice: Voice };
  /** True if others read along (a group): nothing personal is asked there. */
  readonly shared?: boolean;
  /** True if the channel can show a settlement as a picture. */
  readonly pictures?: boolean;
};

/** How a turn ended; the prefix is the group. Closed: replies, tests, counts and the gap list share it. */
export const STATUSES = [
  'answered_curated',
  'answered_composed',
  'asking',
  'outcome',
  'clarify',
  'smalltalk',
  'unanswerable_no_fact',
  'unanswerable_region',
  'unanswerable_date',
  'unanswerable_scope',
  'refused_medical',
  'refused_personal',
  'refused_unlawful',
  'refused_instruction',
  'emergency',
  'guarded_personal_data',
  'guarded_length',
  'limited_rate',
  'handed_off',
  'error_internal',
] as const;

export type Status = (typeof STATUSES)[number];

/** One traced step of a computation, as shown. */
export type Line = { readonly id: string; readonly label: string; readonly working: string; readonly value: string };

/** Something to take away: a calendar file, a list to print. `content` is text. */
export type File = { readonly name: string; readonly type: string; readonly content: string };

export type Block =
  | { readonly text: string }
  | { readonly steps: readonly string[] }
  | { readonly working: readonly Line[] };

/** A button: `press` is opaque, at most 64 bytes, and comes back as it was. */
export type Choice = { readonly press: string; readonly label: string };

/**
 * What a turn gives back to its channel. `choices` answer an open question or lead on; `actions` (human, wrong, sources)
 * stand on every reply. `region` and `on` say for which insured place and which day the reply holds.
 */
export type Reply = {
  readonly status: Status;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly actions: readonly Choice[];
  readonly sources: readonly Citation[];
  readonly files: readonly File[];
  readonly open: { readonly flow: string; readonly slot: string } | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly on: string;
  /** The day the cited sources were last compared (资料核对至). */
  readonly checked: string;
  /** True if the pressed button answered or left the question that was open: the other buttons beside it are spent. */
  readonly settled?: boolean;
  /** True if the pressed button did nothing: it is of another conversation, or no longer means anything. */
  readonly stale?: boolean;
  /** True if the working is to be shown as a picture; asked for only where the channel can. */
  readonly picture?: boolean;
  /** What goes on in private only: the payload of `/start` that begins it there. */
  readonly privately?: string;
};

/** An entry found by key words: its title and what it answers. */
export type Found = { readonly id: string; readonly title: string; readonly reply: Reply };

/** Finds up to ten answered entries by key words, best first; nothing is kept of it. */
export type Lookup = (text: string, at: Date) => readonly Found[];

/** Answers one message; every channel is given this and decides nothing itself. Never rejects: errors become replies. */
export type Handle = (incoming: Incoming) => Promise<Reply>;
