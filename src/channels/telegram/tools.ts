import { createHmac } from 'node:crypto';
import type { Handle } from '../../dialogue/types.js';
import { type Api, createApi } from './api.js';
import { LIMITS, type Limits, type Log, type TelegramOptions, type TelegramWording } from './options.js';
import { type Sleep, sleep } from './sleep.js';

/** What every part of this channel works with. */
export type Tools = {
  readonly api: Api;
  readonly handle: Handle;
  readonly log: Log;
  readonly wording: TelegramWording;
  readonly limits: Limits;
  readonly sleep: Sleep;
  readonly now: () => Date;
  /** The name of a chat in the log: the same each time, but nobody can tell whose it is. */
  readonly hash: (chat: number) => string;
};

/** The options with every gap filled. */
export function createTools(options: TelegramOptions, handle: Handle): Tools {
  const limits = { ...LIMITS, ...options.limits };
  const wait = options.sleep ?? sleep;
  const root = options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot };
  return {
    api: createApi({ token: options.token, ...root, callMs: limits.callMs, sleep: wait }),
    handle,
    log: options.log,
    wording: options.wording,
    limits,
    sleep: wait,
    now: options.now ?? (() => new Date()),
    hash: (chat) => createHmac('sha256', options.token).update(String(chat)).digest('hex').slice(0, 12),
  };
}
