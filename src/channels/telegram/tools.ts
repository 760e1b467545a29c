import { createHmac } from 'node:crypto';
import type { Handle } from '../../dialogue/types.js';
import { type Api, createApi } from './api.js';
import { createLoad, type Load } from './files.js';
import { createGate, type Gate } from './gate.js';
import type { Log } from './log.js';
import { createRemembered, type Remembered } from './memory.js';
import { LIMITS, type Limits, type TelegramOptions, type TelegramWording } from './options.js';
import { type Sleep, sleep } from './sleep.js';

/** What every part of this channel works with. */
export type Tools = Pick<TelegramOptions, 'find' | 'draw'> & {
  readonly api: Api;
  /** Loads a file that `getFile` found; rejects if it cannot be had or is larger than we take. */
  readonly load: Load;
  readonly handle: Handle;
  readonly log: Log;
  readonly wording: TelegramWording;
  readonly remembered: Remembered;
  readonly limits: Limits;
  /** Bounds the turns that run at a time. */
  readonly running: Gate;
  /** The same for recordings, which take long: they hold up no other turn. */
  readonly listening: Gate;
  /** Bounds the calls that send something; a call that waits to be made again holds no place. */
  readonly sending: Gate;
  /** Aborted when a stop gives up waiting: nothing is tried again after. */
  readonly halt: AbortSignal;
  readonly sleep: Sleep;
  readonly now: () => Date;
  /** The name of a chat in the log: the same each time, but nobody can tell whose it is. */
  readonly hash: (chat: number) => string;
};

/** The options with every gap filled. */
export function createTools(options: TelegramOptions, handle: Handle, halt: AbortSignal): Tools {
  const { token, log, wording, memory, find, draw, sleep: wait = sleep, now = () => new Date() } = options;
  const limits = { ...LIMITS, ...options.limits };
  const root = options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot };
  const hash = (chat: number): string => createHmac('sha256', token).update(String(chat)).digest('hex').slice(0, 12);
  return {
    api: createApi({ token, ...root, callMs: limits.callMs, sleep: wait }),
    load: createLoad({ token, ...root }),
    handle,
    log,
    wording,
    remembered: createRemembered(memory, { now, hash, log }),
    limits,
    running: createGate(limits.running),
    listening: createGate(limits.running),
    sending: createGate(limits.sending),
    halt,
    sleep: wait,
    now,
    hash,
    ...(find && { find }),
    ...(draw && { draw }),
  };
}
