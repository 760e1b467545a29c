import { afterEach, expect, test } from 'vitest';
import type { Handle } from '../../../src/dialogue/types.js';
import { closeAll, createLatch, echo, reply, startBot, textOf } from './harness.js';

afterEach(closeAll);

const ACTIONS = [
  { press: 'human', label: '转人工' },
  { press: 'wrong', label: '这条不对' },
];

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

test('a press that did nothing leaves no tick', async () => {
  const choices = [{ press: 'c:forget:hers', label: '全部删掉' }];
  const handle: Handle = async (incoming) =>
    'press' in incoming.message ? reply('这个按钮不是您的', { stale: true }) : reply('删吗', { choices });
  const { user, api, stop } = await startBot(handle);
  const lan = user(42, { group: -1_001 });
  const mei = user(43, { group: -1_001 });
  lan.says('@yidi_test_bot 删');
  await lan.hears(1);
  mei.presses('全部删掉');
  await lan.hears(2);
  await stop();
  expect(api.calls('editMessageReplyMarkup')).toEqual([]);
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
