import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanUp, folder } from '../../store/faults.js';
import { startBotApi } from '../../support/bot-api.js';
import { createUser } from '../../support/bot-api-user.js';
import { type Program, startNode } from '../../support/program.js';
import { closeAll, reply, startBot, testMemory, textOf } from './harness.js';

const CHILD = fileURLToPath(new URL('../../support/bot-child.ts', import.meta.url));

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await closeAll();
  await cleanUp();
});

/** A Bot API server, and the bot as a program that can be killed, over one database file. */
async function place() {
  const api = await startBotApi();
  closing.push(api.close);
  const database = `file:${join(await folder(), 'kept.sqlite')}`;
  const start = async (): Promise<Program> => {
    const program = startNode(['--import', 'tsx', CHILD, api.root, database], { cwd: process.cwd() });
    closing.push(async () => {
      program.kill('SIGKILL');
      await program.exited;
    });
    await program.prints(/started/);
    return program;
  };
  return { api, start, user: (id: number) => createUser(api, id) };
}

async function kill(program: Program): Promise<void> {
  program.kill('SIGKILL');
  await program.exited;
}

describe('killed with SIGKILL', { timeout: 120_000 }, () => {
  test('in the middle of a batch, it answers what was left at the next start; nobody is heard twice', async () => {
    const { api, start, user } = await place();
    const people = Array.from({ length: 250 }, (_, i) => user(1_000 + i));
    const first = await start();
    // The answers to every other chat are held up on the wire until the program is gone.
    const never = new Promise<void>(() => {});
    for (const { chat } of people) {
      if (chat % 2 === 0) api.fail('sendMessage', { until: never }, (payload) => payload['chat_id'] === chat);
    }
    for (const one of people) one.says('问');
    await api.until(() => api.state.messages.length >= 20);
    await kill(first);
    api.state.faults.length = 0;
    expect(people.filter((one) => one.texts().length === 0).length).toBeGreaterThan(100);

    const second = await start();
    await Promise.all(people.map((one) => one.hears(1)));
    second.kill('SIGTERM');
    expect((await second.exited).code).toBe(0);
    for (const one of people) expect(new Set(one.texts())).toEqual(new Set(['1：问']));
    // Only what was on the wire at that very instant may have come twice.
    expect(people.filter((one) => one.texts().length > 1).length).toBeLessThanOrEqual(64);
    expect(api.state.updates).toEqual([]);
  });

  test('between a turn and its answer, the next start sends the answer of then, and goes on from there', async () => {
    const { api, start, user } = await place();
    const lan = user(42);
    const first = await start();
    api.fail('sendMessage', { until: new Promise(() => {}) });
    lan.says('一');
    await api.until(() => api.calls('sendMessage').length === 1);
    await kill(first);
    const second = await start();
    await lan.hears(1);
    lan.says('二');
    await lan.hears(2);
    expect(lan.texts()).toEqual(['1：一', '2：二']);
    await kill(second);
  });
});

test('an update that was answered before the restart is known again', async () => {
  const { memory, close } = await testMemory(`file:${join(await folder(), 'seen.sqlite')}`);
  closing.push(close);
  const bot = await startBot(async (incoming) => reply(textOf(incoming)), { memory });
  const lan = bot.user(42);
  lan.says('一');
  const [update] = bot.api.state.updates;
  await lan.hears(1);
  await bot.stop();
  if (update) bot.api.state.updates.push(update);
  const stopAgain = await bot.start();
  lan.says('二');
  await lan.hears(2);
  await stopAgain();
  expect(lan.texts()).toEqual(['一', '二']);
  expect(bot.events()).toEqual(['telegram_update_repeated']);
});
