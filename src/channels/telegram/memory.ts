import type { Log } from './log.js';
import type { Outgoing } from './outgoing.js';

/** Values under keys that outlive the process; `now` starts and ends their time. */
type Kept<T> = {
  get(key: string, now: Date): Promise<T | undefined>;
  set(key: string, value: T, now: Date): Promise<void>;
  delete(key: string): Promise<boolean>;
};

/** What this channel remembers over restarts. */
export type Memory = {
  /** By update: the messages still to be sent for it, none if it is done with. */
  readonly answers: Kept<Outgoing[]>;
  /** By the hash of a chat: true if it is closed to us. */
  readonly shut: Kept<boolean>;
};

/** The memory as the channel uses it: a store that fails costs nobody an answer. */
export type Remembered = {
  /** What an update was answered with in an earlier try: what is left to send, undefined if it is new. */
  answered(update: string): Promise<Outgoing[] | undefined>;
  /** Notes what is left to send for an update. */
  answer(update: string, left: Outgoing[]): Promise<void>;
  /** Notes that a chat has closed or opened to us. */
  door(chat: number, open: boolean): Promise<void>;
  /** True if the chat closed to us since something last came from it. */
  isShut(chat: number): boolean;
  /** Something came from a chat: it is open. */
  heard(chat: number): void;
};

/** Makes the memory; `hash` hides whose chat it is. */
export function createRemembered(
  { answers, shut }: Memory,
  tools: { readonly now: () => Date; readonly hash: (chat: number) => string; readonly log: Log },
): Remembered {
  // Beside the store, since several messages of one chat may be waiting when it closes.
  const closed = new Set<number>();
  const safely = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch {
      tools.log({ event: 'telegram_memory_failed' });
      return undefined;
    }
  };
  return {
    answered: (update) => safely(() => answers.get(update, tools.now())),
    answer: async (update, left) => void (await safely(() => answers.set(update, left, tools.now()))),
    async door(chat, open) {
      if (!open) closed.add(chat);
      await safely(async () => {
        const key = tools.hash(chat);
        if (!open) await shut.set(key, true, tools.now());
        else if (await shut.get(key, tools.now())) await shut.delete(key);
      });
    },
    isShut: (chat) => closed.has(chat),
    heard: (chat) => void closed.delete(chat),
  };
}
