import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/channels/telegram/options.js';
import type { Handle, Incoming } from '../../../src/dialogue/types.js';
import { closeAll, createLatch, echo, ONE_PIXEL, reply, startBot, textOf, WORDING } from './harness.js';

afterEach(closeAll);

const ACTIONS = [
  { press: 'human', label: '转人工' },
  { press: 'wrong', label: '这条不对' },
];

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

  test('a press is acknowledged at once, answered by a new message and ticked', async () => {
    const latch = createLatch();
    const choices = [
      { press: 'f:1', label: '长期居住' },
      { press: 'f:2', label: '转诊' },
    ];
    const { user, api } = await startBot(async (incoming) => {
      if ('press' in incoming.message) await latch.opened;
      return reply(`听到：${textOf(incoming)}`, { choices });
    });
    const lan = user(42);
    lan.says('怎么备案');
    await lan.hears(1);
    lan.presses('转诊');
    await api.until(() => api.state.openQueries.size === 0 && api.calls('answerCallbackQuery').length === 1);
    expect(lan.texts()).toHaveLength(1);
    latch.open();
    await lan.hears(2);
    expect(lan.texts()[1]).toBe('听到：f:2');
    const ticked = () => api.state.messages[0]?.keyboard?.inline_keyboard.flat().map(({ text }) => text);
    await api.until(() => ticked()?.[1] === '✓ 转诊');
    expect(ticked()).toEqual(['长期居住', '✓ 转诊']);
  });

  test('a press that settles its question leaves the chosen button alone', async () => {
    const choices = [
      { press: 'f:1', label: '长期居住' },
      { press: 'f:2', label: '转诊' },
    ];
    const handle: Handle = async (incoming) =>
      'press' in incoming.message ? reply('下一问', { settled: true }) : reply('哪一种', { choices, actions: ACTIONS });
    const { user, api, stop } = await startBot(handle);
    const lan = user(42);
    lan.says('怎么备案');
    await lan.hears(1);
    lan.presses('转诊');
    await lan.hears(2);
    await stop();
    expect(api.state.messages[0]?.keyboard).toEqual({ inline_keyboard: [[{ text: '✓ 转诊', callback_data: 'f:2' }]] });
  });

  test('what a reply holds as files comes after its text, under their names', async () => {
    const files = [
      { name: 'filing.txt', type: 'text/plain; charset=utf-8', content: '☐ 身份证 <复印件> & "原件"\n' },
      { name: 'filing.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    ];
    const { user } = await startBot(async () => reply('带好这些', { files }));
    const lan = user(42, { group: -1_001, thread: 7 });
    lan.says('@yidi_test_bot 带什么');
    await lan.hears(3);
    expect(lan.texts()).toEqual(['带好这些', '', '']);
    expect(lan.documents()).toEqual(files.map(({ name, content }) => ({ name, content })));
    expect(lan.last()).toMatchObject({ thread: 7, replyTo: undefined });
  });

  test('a settlement that was asked for as a picture comes as one, with its caption and buttons', async () => {
    const working = [{ id: 'pool', label: '统筹基金支付', working: '10000 × 0.85', value: '8500.00' }];
    const drawn: unknown[] = [];
    const draw = async (lines: unknown) => {
      drawn.push(lines);
      return ONE_PIXEL;
    };
    const picture = reply('', { blocks: [{ text: '谁来付 <这笔钱>' }, { working }], actions: ACTIONS, picture: true });
    const seen: Incoming[] = [];
    const handle: Handle = async (incoming) => {
      seen.push(incoming);
      return picture;
    };
    const { user } = await startBot(handle, { draw });
    const lan = user(1, { group: -1_001 });
    lan.says('@yidi_test_bot 看图');
    await lan.hears(1);
    expect(seen[0]).toMatchObject({ pictures: true, shared: true });
    expect(drawn).toEqual([working]);
    expect(lan.last()).toMatchObject({ photo: { width: 1, height: 1 }, replyTo: expect.any(Number) });
    expect(lan.last()?.text).toContain('谁来付 <这笔钱>');
    expect(lan.buttons()).toEqual(['转人工', '这条不对']);
  });

  test('a picture that cannot be drawn is told in words', async () => {
    const working = [{ id: 'pool', label: '统筹基金支付', working: '', value: '8500.00' }];
    const handle: Handle = async () => reply('', { blocks: [{ text: '谁来付' }, { working }], picture: true });
    const { user, events } = await startBot(handle, { draw: () => Promise.reject(new Error('no renderer')) });
    const lan = user(42);
    lan.says('看图');
    await lan.hears(1);
    expect(lan.texts()[0]).toContain('谁来付');
    expect(events()).toEqual(['telegram_not_drawn']);
  });

  test('the same button again changes nothing in its message, which is no trouble', async () => {
    const choices = [{ press: 'again', label: '再来' }];
    const { user, api, events, stop } = await startBot(async () => reply('好', { choices }));
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    lan.presses('再来');
    await api.until(() => api.calls('editMessageReplyMarkup').length === 1);
    await lan.hears(2);
    api.state.messages.pop();
    lan.presses('✓ 再来');
    await api.until(() => api.calls('editMessageReplyMarkup').length === 2);
    await stop();
    expect(events()).toEqual([]);
  });

  test('a press without its message is acknowledged and asks for nothing', async () => {
    const { api, stop } = await startBot(echo);
    api.state.openQueries.add('lost');
    api.push({ callback_query: { id: 'lost', from: { id: 9, is_bot: false }, data: 'x' } });
    await api.until(() => api.state.openQueries.size === 0);
    await stop();
    expect(api.state.messages).toEqual([]);
  });

  test('a keyboard that is not ours is answered and left as it is', async () => {
    const { user, api, stop, events } = await startBot(echo);
    const lan = user(42);
    const message = { message_id: 9, chat: { id: 42, type: 'private' } };
    const reply_markup = { inline_keyboard: [[{ text: '付款', pay: true }]] };
    api.state.openQueries.add('q');
    api.push({ callback_query: { id: 'q', from: { id: 42 }, data: 'x', message: { ...message, reply_markup } } });
    await lan.hears(1);
    await stop();
    expect([api.calls('editMessageReplyMarkup'), events()]).toEqual([[], []]);
  });

  test('an acknowledgement that failed is made again after the turn', async () => {
    const choices = [{ press: 'x', label: '好' }];
    const { user, api, stop } = await startBot(async () => reply('好', { choices }));
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    api.fail('answerCallbackQuery', { code: 500 });
    lan.presses('好');
    await lan.hears(2);
    await stop();
    expect(api.state.openQueries.size).toBe(0);
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
    ['voice', { voice: { file_id: 'a' } }, WORDING.unread.voice],
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
