import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { TOKEN } from '../../support/bot-api.js';
import { closeAll, createLatch, echo, reply, startBot, testMemory, textOf } from './harness.js';

afterEach(closeAll);

const chatKey = (chat: number): string => createHmac('sha256', TOKEN).update(String(chat)).digest('hex').slice(0, 12);

const fails = (): Promise<never> => Promise.reject(new Error('the disk is full'));

describe('trouble with sending', () => {
  test('429 is waited out as asked; 5xx and a cut wire with growing pauses', async () => {
    const { user, api, clock, stop } = await startBot(echo);
    api.fail('sendMessage', { code: 429, retryAfter: 3 });
    api.fail('sendMessage', { code: 500 });
    api.fail('sendMessage', { cut: 'before' });
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    await stop();
    expect(clock.slept).toEqual([3_000, 2_000, 4_000]);
    expect(lan.texts()).toEqual(['听到：一']);
  });

  test('a 429 of one chat does not hold up another', async () => {
    const latch = createLatch();
    const { user, api } = await startBot(echo, { limits: { running: 8 } });
    api.fail('sendMessage', { until: latch.opened }, (payload) => payload['chat_id'] === 1);
    const [slow, quick] = [user(1), user(2)];
    slow.says('一');
    quick.says('二');
    await quick.hears(1);
    expect(slow.texts()).toEqual([]);
    latch.open();
    await slow.hears(1);
  });

  test('after as many tries as allowed, or a wait beyond reason, it is let be and logged', async () => {
    const { user, api, events, stop } = await startBot(echo, { limits: { tries: 2 } });
    api.fail('sendMessage', { code: 500 });
    api.fail('sendMessage', { code: 500 });
    api.fail('sendMessage', { code: 429, retryAfter: 3_000 });
    const lan = user(42);
    for (const text of ['一', '二', '三']) lan.says(text);
    await lan.hears(1);
    await stop();
    expect(lan.texts()).toEqual(['听到：三']);
    expect(events()).toEqual(['telegram_retry', 'telegram_not_sent', 'telegram_not_sent']);
  });

  test('who has blocked the bot is not tried again, and is heard when back', async () => {
    const { user, api, log } = await startBot(async () => reply('字'.repeat(9_000)));
    const lan = user(42);
    lan.blocks();
    lan.says('一');
    await api.until(() => log.length === 1);
    expect(api.calls('sendMessage')).toHaveLength(1);
    expect(log).toEqual([{ event: 'telegram_blocked', chat: expect.any(String), code: 403 }]);
    lan.blocks(false);
    lan.says('二');
    await lan.hears(3);
    expect(api.calls('sendMessage')).toHaveLength(4);
  });

  test('once somebody has blocked the bot, nothing of what was waiting is tried', async () => {
    const latch = createLatch();
    const { user, api, stop } = await startBot(async (incoming) => {
      await latch.opened;
      return reply(textOf(incoming));
    });
    const lan = user(42);
    for (const text of ['一', '二', '三']) lan.says(text);
    await api.until(() => api.calls('getUpdates').length > 1);
    lan.blocks();
    latch.open();
    await stop();
    expect(api.calls('sendMessage')).toHaveLength(1);
  });

  test('who blocked the bot is remembered over a restart, until they write again', async () => {
    const { memory } = await testMemory();
    const bot = await startBot(echo, { memory });
    const lan = bot.user(42);
    const isShut = () => memory.shut.get(chatKey(42), new Date());
    lan.tellsBlocked();
    await bot.api.until(() => bot.api.state.updates.length === 0 && bot.api.state.waiter !== undefined);
    await bot.stop();
    expect(await isShut()).toBe(true);
    const stopAgain = await bot.start();
    lan.says('我回来了');
    await lan.hears(1);
    await stopAgain();
    expect(await isShut()).toBeUndefined();
    expect(lan.texts()).toEqual(['听到：我回来了']);
  });

  test('a memory that fails costs nobody an answer', async () => {
    const failing = { get: fails, set: fails, delete: fails };
    const { user, events } = await startBot(echo, { memory: { answers: failing, shut: failing } });
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    expect(lan.texts()).toEqual(['听到：一']);
    expect(new Set(events())).toEqual(new Set(['telegram_memory_failed']));
  });

  test('HTML that is refused is sent as plain text', async () => {
    const { user, api, events } = await startBot(async () => reply('余额 < 0'));
    api.fail('sendMessage', { code: 400, description: "Bad Request: can't parse entities: Unsupported start tag" });
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    expect(lan.last()).toMatchObject({ text: '余额 < 0', plain: true });
    expect(events()).toEqual(['telegram_sent_plain']);
  });

  test('a topic that is gone is logged by name', async () => {
    const { user, api, log } = await startBot(echo);
    const lan = user(42, { group: -100, thread: 5 });
    api.state.chats.get(-100)?.threads.clear();
    lan.repliesToBot('一');
    await api.until(() => log.length === 1);
    expect(log).toEqual([{ event: 'telegram_not_sent', chat: expect.any(String), code: 'thread_gone' }]);
  });
});
