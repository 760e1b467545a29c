import { z } from 'zod';
import { telegramChannel } from '../../../src/channels/telegram/channel.js';
import type { LogEvent } from '../../../src/channels/telegram/log.js';
import type { Memory } from '../../../src/channels/telegram/memory.js';
import { LIMITS, type Menu, type TelegramOptions } from '../../../src/channels/telegram/options.js';
import { outgoingSchema } from '../../../src/channels/telegram/outgoing.js';
import { sleep as realSleep, type Sleep } from '../../../src/channels/telegram/sleep.js';
import type { Handle, Incoming, Reply } from '../../../src/dialogue/types.js';
import { kept } from '../../../src/store/kept.js';
import { openStores } from '../../../src/store/open.js';
import { type BotApi, startBotApi, TOKEN } from '../../support/bot-api.js';
import { createUser } from '../../support/bot-api-user.js';

export const WORDING = {
  unread: {
    picture: '看不了图片，请打字。',
    file: '打不开文件，请打字。',
    sticker: '收到表情，请打字。',
    other: '看不了这个，请打字。',
    edited: '看不到改过的，请重发。',
  },
  slow: '这次处理得太久了，请稍后再发一次。',
  failed: '出了点问题，请再发一次。',
  nation: '全国',
  scope: '适用：{region} · {on}',
  checked: '资料核对至 {checked}',
  sources: '依据：',
  privately: '私聊',
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

export const textOf = ({ message }: Incoming): string => {
  if ('text' in message) return message.text;
  return 'press' in message ? message.press : message.voice.name;
};

export const echo: Handle = async (incoming) => reply(`听到：${textOf(incoming)}`);

export const MENU: Menu = {
  private: [
    { command: 'start', description: '开始' },
    { command: 'ask', description: '问一个问题' },
  ],
  group: [{ command: 'ask', description: '问一个问题' }],
  description: '问跨省看病的事',
  about: '跨省看病',
};

/** The smallest PNG. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const POLL_MS = LIMITS.pollSeconds * 1_000 + 10_000;
const { deadlineMs, typingAfterMs, typingEveryMs, callMs, stopMs, pollAgainMs } = LIMITS;
const HELD = new Set([deadlineMs, typingAfterMs, typingEveryMs, callMs, stopMs, POLL_MS]);
/** What stands for the pause between two polls while a turn is under way. */
const MOMENT_MS = 5;

/** What a bot remembers for the length of a test. */
export async function testMemory(databaseUrl = 'memory:') {
  const stores = await openStores(databaseUrl, { now: new Date(), synchronous: 'NORMAL' });
  const options = { version: 1, ttlMs: 86_400_000 };
  const memory: Memory = {
    answers: kept(stores.namespace('seen'), outgoingSchema.array(), options),
    shut: kept(stores.namespace('shut'), z.boolean(), options),
  };
  return { memory, close: () => stores.close() };
}

/** A clock on which every pause passes at once and every time limit waits for `release`. */
export function createClock() {
  const slept: number[] = [];
  let held: { ms: number; wake: () => void }[] = [];
  const sleep: Sleep = (ms, signal) => {
    if (ms === pollAgainMs) return realSleep(MOMENT_MS, signal);
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
  const { memory } = await testMemory();
  const options = { token: TOKEN, apiRoot: api.root, wording: WORDING, memory, sleep: clock.sleep, ...more };
  const make = () => telegramChannel({ ...options, log: note });
  const start = () => make().start(handle);
  const stop = await start();
  open.push(stop);
  const events = (): string[] => log.map(({ event }) => event);
  return { api, clock, log, events, stop, start, make, user: (id: number, where = {}) => createUser(api, id, where) };
}

/** Stops a bot, its grace passing as soon as it is waited for. */
export async function stopAtOnce(stop: () => Promise<void>, clock: ReturnType<typeof createClock>): Promise<void> {
  let stopped = false;
  const done = stop().finally(() => {
    stopped = true;
  });
  while (!stopped) {
    clock.release(stopMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
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
