import { telegramChannel } from '../../../src/channels/telegram/channel.js';
import { LIMITS, type LogEvent, type TelegramOptions } from '../../../src/channels/telegram/options.js';
import type { Sleep } from '../../../src/channels/telegram/sleep.js';
import type { Handle, Reply } from '../../../src/dialogue/types.js';
import { type BotApi, startBotApi, TOKEN } from '../../support/bot-api.js';
import { createUser } from '../../support/bot-api-user.js';

export const WORDING = {
  unsupported: '目前只能看文字，请把问题打成字发给我。',
  slow: '这次处理得太久了，请稍后再发一次。',
  failed: '出了点问题，请再发一次。',
  nation: '全国',
  scope: '适用：{region} · {on}',
  checked: '资料核对至 {checked}',
  sources: '依据：',
} as const;

/** A reply that says `text`, with whatever a test needs beside it. */
export const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  status: 'answered_curated',
  blocks: [{ text }],
  choices: [],
  actions: [],
  sources: [],
  files: [],
  open: null,
  region: null,
  on: '2026-11-22',
  checked: '2026-11-01',
  ...more,
});

const POLL_MS = LIMITS.pollSeconds * 1_000 + 10_000;
const HELD = new Set([LIMITS.deadlineMs, LIMITS.typingAfterMs, LIMITS.typingEveryMs, LIMITS.callMs, POLL_MS]);

/** A clock on which every pause passes at once and every time limit waits for `release`. */
export function createClock() {
  const slept: number[] = [];
  let held: { ms: number; wake: () => void }[] = [];
  const sleep: Sleep = (ms, signal) => {
    if (!HELD.has(ms)) {
      slept.push(ms);
      return new Promise((resolve) => setImmediate(resolve));
    }
    return new Promise((resolve) => {
      held.push({ ms, wake: resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  };
  const release = (ms: number): void => {
    const due = held.filter((one) => one.ms === ms);
    held = held.filter((one) => one.ms !== ms);
    for (const { wake } of due) wake();
  };
  return { sleep, slept, release };
}

const open: (() => Promise<void>)[] = [];

/** Starts the channel against a server of its own; `before` may prepare the server. */
export async function startBot(
  handle: Handle,
  more: Partial<TelegramOptions> = {},
  before: (api: BotApi) => void = () => {},
) {
  const api = await startBotApi();
  open.push(api.close);
  before(api);
  const clock = createClock();
  const log: LogEvent[] = [];
  const note = (event: LogEvent): void => {
    log.push(event);
    api.changed();
  };
  const options = { token: TOKEN, apiRoot: api.root, wording: WORDING, sleep: clock.sleep, ...more };
  const start = () => telegramChannel({ ...options, log: note }).start(handle);
  const stop = await start();
  open.push(stop);
  const events = (): string[] => log.map(({ event }) => event);
  return { api, clock, log, events, stop, start, user: (id: number, where = {}) => createUser(api, id, where) };
}

/** Stops what a test left running. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** A promise and the key to it. */
export function createLatch() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
