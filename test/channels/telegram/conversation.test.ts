import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/channels/telegram/options.js';
import type { Handle, Incoming } from '../../../src/dialogue/types.js';
import { closeAll, createLatch, echo, reply, startBot, textOf, WORDING } from './harness.js';

afterEach(closeAll);

describe('a conversation', () => {
  test('a text becomes an Incoming, its reply a message', async () => {
    const seen: Incoming[] = [];
    const handle: Handle = async (incoming) => {
      seen.push(incoming);
      return reply('备案 <长期> & 有效');
    };
    const at = new Date('2026-11-22T02:00:00Z');
    const { user } = await startBot(handle, { now: () => at });
    const lan = user(42);
    lan.says('/start');
    await lan.hears(1);
    expect(seen).toEqual([{ channel: 'telegram', user: '42', at, message: { text: '/start' } }]);
    expect(lan.texts()).toEqual(['备案 <长期> & 有效']);
  });

  test('typing is shown while a turn takes long, again and again, and not after', async () => {
    const latch = createLatch();
    const { user, api, clock, stop } = await startBot(async () => {
      await latch.opened;
      return reply('好');
    });
    const lan = user(42);
    const typed = (count: number) => api.until(() => api.calls('sendChatAction').length === count);
    lan.says('慢慢想');
    await api.until(() => api.calls('getUpdates').length === 2);
    clock.release(LIMITS.typingAfterMs);
    await typed(1);
    while (api.calls('sendChatAction').length < 2) {
      clock.release(LIMITS.typingEveryMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
    latch.open();
    await lan.hears(1);
    await stop();
    clock.release(LIMITS.typingEveryMs);
    await api.quiet();
    expect(api.calls('sendChatAction')).toHaveLength(2);
  });

  test.each([
    ['photo', { photo: [{ file_id: 'a' }] }, WORDING.unread.picture],
    ['round video', { video_note: { file_id: 'a', duration: 3, length: 240 } }, WORDING.unread.picture],
    ['document', { document: { file_id: 'a' }, caption: '我的发票' }, WORDING.unread.file],
    ['animation', { animation: { file_id: 'a' }, document: { file_id: 'a' } }, WORDING.unread.picture],
    ['sticker', { sticker: { file_id: 'a' } }, WORDING.unread.sticker],
    ['place', { location: { latitude: 1, longitude: 1 } }, WORDING.unread.other],
  ])('a %s gets one kind sentence and no turn', async (_, content, sentence) => {
    let turns = 0;
    const { user, stop } = await startBot(async () => {
      turns += 1;
      return reply('好');
    });
    const lan = user(42);
    lan.sends(content);
    await lan.hears(1);
    await stop();
    expect([lan.texts(), turns]).toEqual([[sentence], 0]);
  });

  test('an edited message gets the sentence too; an album gets it once; notices get nothing', async () => {
    const { user, stop } = await startBot(echo);
    const lan = user(42);
    lan.edits('改过的话');
    lan.edits({ location: { latitude: 1, longitude: 1, live_period: 900 } });
    for (const file_id of ['a', 'b', 'c']) lan.sends({ photo: [{ file_id }], media_group_id: 'g' });
    lan.sends({ pinned_message: { message_id: 1 } });
    lan.says('完');
    await lan.hears(3);
    await stop();
    expect(lan.texts()).toEqual([WORDING.unread.edited, WORDING.unread.picture, '听到：完']);
  });

  test('a long reply comes in parts, in order, the buttons under the last', async () => {
    const { user } = await startBot(async () =>
      reply(`头${'<字>'.repeat(2_000)}尾`, { actions: [{ press: 'h', label: '转人工' }] }),
    );
    const lan = user(42);
    lan.says('长');
    await lan.hears(3);
    expect(lan.texts().join('') === `头${'<字>'.repeat(2_000)}尾`).toBe(true);
    expect(lan.last()?.keyboard?.inline_keyboard).toHaveLength(1);
  });
});

describe('trouble with a turn', () => {
  test('a handler that throws gets a kind sentence, and the next message its answer', async () => {
    const { user, events } = await startBot(async (incoming) => {
      if (textOf(incoming) === '坏') throw new Error(textOf(incoming));
      return reply('好');
    });
    const lan = user(42);
    lan.says('坏');
    lan.says('好');
    await lan.hears(2);
    expect(lan.texts()).toEqual([WORDING.failed, '好']);
    expect(events()).toEqual(['telegram_turn_failed']);
  });

  test('a handler that hangs gets a kind sentence at its deadline; what comes later is not sent', async () => {
    const latch = createLatch();
    const { user, api, clock, events, stop } = await startBot(async (incoming) => {
      if (textOf(incoming) === '久') await latch.opened;
      return reply(textOf(incoming));
    });
    const lan = user(42);
    lan.says('久');
    lan.says('后');
    await api.until(() => api.calls('getUpdates').length === 2);
    clock.release(LIMITS.deadlineMs);
    await lan.hears(2);
    latch.open();
    await stop();
    expect(lan.texts()).toEqual([WORDING.slow, '后']);
    expect(events()).toEqual(['telegram_turn_slow']);
  });
});
