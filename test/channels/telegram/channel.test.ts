import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/channels/telegram/options.js';
import { sleep } from '../../../src/channels/telegram/sleep.js';
import type { Handle, Incoming } from '../../../src/dialogue/types.js';
import { TOKEN } from '../../support/bot-api.js';
import { closeAll, createLatch, reply, startBot, WORDING } from './harness.js';

afterEach(closeAll);

const textOf = ({ message }: Incoming): string => ('text' in message ? message.text : message.press);

const echo: Handle = async (incoming) => reply(`听到：${textOf(incoming)}`);

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

describe('order and delivery', () => {
  test('200 chats of 5 messages: each in order, none lost, none answered twice', async () => {
    let running = 0;
    let most = 0;
    const { user, api, stop } = await startBot(
      async (incoming) => {
        running += 1;
        most = Math.max(most, running);
        for (let turns = (textOf(incoming).length * 7 + Number(incoming.user)) % 5; turns > 0; turns -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        running -= 1;
        return reply(textOf(incoming));
      },
      { limits: { running: 16, waiting: 100 } },
    );
    const users = Array.from({ length: 200 }, (_, index) => user(1_000 + index));
    for (const round of [1, 2, 3, 4, 5]) for (const one of users) one.says(`第${round}句`);
    await api.until(() => api.state.messages.length >= 1_000);
    await stop();
    for (const one of users) expect(one.texts()).toEqual(['第1句', '第2句', '第3句', '第4句', '第5句']);
    expect(most).toBeLessThanOrEqual(16);
  });

  test('a slow chat holds up its own messages only, and not the next poll', async () => {
    const latch = createLatch();
    const { user } = await startBot(async (incoming) => {
      if (textOf(incoming) === '慢') await latch.opened;
      return reply(textOf(incoming));
    });
    const [slow, quick] = [user(1), user(2)];
    slow.says('慢');
    slow.says('后');
    quick.says('一');
    await quick.hears(1);
    quick.says('二');
    await quick.hears(2);
    expect(slow.texts()).toEqual([]);
    latch.open();
    await slow.hears(2);
    expect(slow.texts()).toEqual(['慢', '后']);
  });

  test('one chat cannot take all the room: beyond its share its messages are dropped and logged', async () => {
    const latch = createLatch();
    const { user, stop, log } = await startBot(
      async (incoming) => {
        if (incoming.user === '1') await latch.opened;
        return reply(textOf(incoming));
      },
      { limits: { waiting: 5, perChat: 3 } },
    );
    const [loud, quiet] = [user(1), user(2)];
    for (const text of ['一', '二', '三', '四', '五', '六']) loud.says(text);
    quiet.says('请问');
    await quiet.hears(1);
    latch.open();
    await loud.hears(3);
    await stop();
    expect(loud.texts()).toEqual(['一', '二', '三']);
    expect(log).toHaveLength(3);
    expect(log[0]).toEqual({ event: 'telegram_chat_flooded', chat: expect.stringMatching(/^[0-9a-f]{12}$/) });
  });

  test('with no room left no more is fetched, until there is', async () => {
    const latch = createLatch();
    const { user, api } = await startBot(
      async (incoming) => {
        await latch.opened;
        return reply(textOf(incoming));
      },
      { limits: { running: 2, waiting: 3 } },
    );
    const users = [1, 2, 3, 4, 5, 6].map((id) => user(id));
    await api.until(() => api.state.waiter !== undefined);
    for (const one of users) one.says('问');
    await api.quiet();
    expect(api.calls('getUpdates')).toHaveLength(1);
    latch.open();
    for (const one of users) await one.hears(1);
  });

  test('an update delivered again is answered once', async () => {
    const { user, api, stop, log } = await startBot(echo);
    const lan = user(42);
    lan.says('一');
    const again = { ...api.state.updates[0], update_id: api.state.nextUpdate };
    await lan.hears(1);
    await api.until(() => api.state.waiter !== undefined);
    api.state.updates.push(again);
    lan.says('二');
    await lan.hears(2);
    await stop();
    expect(lan.texts()).toEqual(['听到：一', '听到：二']);
    expect(log).toEqual([{ event: 'telegram_update_repeated' }]);
  });

  test('an answer to a poll that is lost on the wire is fetched again', async () => {
    const { user, api, stop } = await startBot(echo, {}, (server) => {
      server.fail('getUpdates', { cut: 'after' }, () => server.state.updates.length > 0);
    });
    const lan = user(42);
    lan.says('一');
    await lan.hears(1);
    await stop();
    expect(lan.texts()).toEqual(['听到：一']);
    expect(api.state.updates).toEqual([]);
  });

  test('ids that start lower after a quiet week are heard', async () => {
    const { user, api } = await startBot(echo);
    const lan = user(42);
    lan.says('旧');
    await lan.hears(1);
    await api.until(() => api.state.waiter !== undefined);
    api.state.nextUpdate = 5;
    for (const [index, text] of ['新', '再'].entries()) {
      lan.says(text);
      await lan.hears(index + 2);
    }
    expect(lan.texts()).toEqual(['听到：旧', '听到：新', '听到：再']);
  });

  test('updates that are not what Telegram promises are passed over and confirmed', async () => {
    const { user, api, events, stop } = await startBot(echo);
    api.push({ message: { text: '没有会话' } });
    api.push({ message: 'nonsense' });
    api.push({ callback_query: null });
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    await stop();
    expect(events()).toEqual(Array(3).fill('telegram_update_unreadable'));
    expect(api.state.updates).toEqual([]);
  });
});

describe('stopping', () => {
  test('the waiting poll is broken off, turns under way are finished, what came is confirmed', async () => {
    const latch = createLatch();
    const { user, api, stop, start } = await startBot(async (incoming) => {
      if (textOf(incoming) === '慢') await latch.opened;
      return reply(textOf(incoming));
    });
    const lan = user(42);
    lan.says('慢');
    await api.until(() => api.calls('getUpdates').length === 2);
    const stopped = stop();
    expect(stop()).toBe(stopped);
    lan.says('停后');
    latch.open();
    await stopped;
    expect(lan.texts()).toEqual(['慢']);
    expect(api.state.updates.map(({ update_id }) => update_id)).toEqual([api.state.nextUpdate]);
    const stopAgain = await start();
    await lan.hears(2);
    await stopAgain();
    expect(lan.texts()).toEqual(['慢', '停后']);
  });
});

test('what came is confirmed on stopping even if no further poll got through', async () => {
  const { user, api, stop } = await startBot(echo);
  const never = new Promise<void>(() => {});
  api.fail('getUpdates', { until: never }, (payload) => payload['timeout'] !== 0 && payload['offset'] !== 0);
  const lan = user(42);
  lan.says('一');
  await lan.hears(1);
  await api.until(() => api.state.faults.length === 0);
  expect(api.state.updates).toHaveLength(1);
  await stop();
  expect(api.state.updates).toEqual([]);
});

describe('trouble with polling', () => {
  test('409, 500, 429, cut wires and pages that are no JSON: logged, waited out, gone on from', async () => {
    const { user, clock, log, stop } = await startBot(echo, {}, (api) => {
      api.fail('getUpdates', { code: 409, description: 'Conflict: terminated by other getUpdates request' });
      api.fail('getUpdates', { code: 500 });
      api.fail('getUpdates', { cut: 'before' });
      api.fail('getUpdates', { words: '<html>proxy</html>' });
      api.fail('getUpdates', { words: '{"ok":true,"result":{}}' });
      api.fail('getUpdates', { code: 429, retryAfter: 7 });
      api.fail('getUpdates', { code: 401, description: 'Unauthorized' });
    });
    const lan = user(42);
    lan.says('还在吗');
    await lan.hears(1);
    await stop();
    expect(clock.slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 7_000, 60_000]);
    expect(log).toEqual([
      { event: 'telegram_polled_by_another_process', code: 409 },
      { event: 'telegram_poll_failed', code: 500 },
      { event: 'telegram_poll_failed', code: 'ECONNRESET' },
      { event: 'telegram_poll_failed', code: 'no_answer' },
      { event: 'telegram_poll_failed', code: 'unreadable_batch' },
      { event: 'telegram_poll_failed', code: 429 },
      { event: 'telegram_poll_failed', code: 401 },
    ]);
  });

  test('another process that polls with the token: both get their turn, neither dies', async () => {
    const { user, api, start, events } = await startBot(echo);
    const stopOther = await start();
    await api.until(() => events().includes('telegram_polled_by_another_process'));
    await stopOther();
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(lan.texts()[0]).toBe('听到：好');
  });

  test('a poll that hangs is given up', async () => {
    const { user, api, clock, log } = await startBot(echo, {}, (server) => {
      server.fail('getUpdates', { until: new Promise(() => {}) });
    });
    await api.until(() => api.calls('getUpdates').length === 1);
    clock.release(LIMITS.pollSeconds * 1_000 + 10_000);
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(log).toEqual([{ event: 'telegram_poll_failed', code: 'no_answer' }]);
  });

  test('a webhook left over is taken away first', async () => {
    const { user, events } = await startBot(echo, {}, (api) => {
      api.state.webhook = { url: 'https://old.example.org/', secret: undefined };
    });
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(events()).toEqual([]);
  });
});

test('on the real clock a time limit that was not needed holds nothing up', async () => {
  const { user, stop } = await startBot(echo, { sleep });
  const lan = user(42);
  lan.says('好');
  await lan.hears(1);
  await stop();
  const aborted = new AbortController();
  const waiting = sleep(3_600_000, aborted.signal);
  aborted.abort();
  await waiting;
  await sleep(3_600_000, aborted.signal);
  await sleep(1);
});

describe('starting', () => {
  test('passing trouble is waited out', async () => {
    const { events } = await startBot(echo, {}, (api) => {
      api.fail('getMe', { code: 502 });
      api.fail('getMe', { cut: 'before' });
      api.fail('deleteWebhook', { code: 429, retryAfter: 2 });
    });
    expect(events()).toEqual(Array(3).fill('telegram_retry'));
  });

  test('a refused token is told in words that do not hold it', async () => {
    const refused = startBot(echo, { token: '2:other-token' });
    await expect(refused).rejects.toThrow('Telegram did not accept the bot (401): check its token and the network');
  });

  test('the fake refuses an unknown method as Telegram does', async () => {
    const { api } = await startBot(echo);
    const answer = await fetch(`${api.root}/bot${TOKEN}/sendFlowers`, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: 'Not Found' },
    ]);
  });
});

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

describe('groups', () => {
  const GROUP = -1_001;

  test('only what names or replies to the bot is heard, each person apart, answered as a reply', async () => {
    const seen: string[] = [];
    const { user, stop, api } = await startBot(async (incoming) => {
      seen.push(`${incoming.user} ${textOf(incoming)}`);
      return reply('好');
    });
    const [lan, ma] = [user(1, { group: GROUP }), user(2, { group: GROUP })];
    lan.says('大家好');
    lan.says('/start');
    lan.says('/start@other_bot');
    lan.says('问问 @yidi_test_bots 和 a@yidi_test_bot');
    lan.sends({ photo: [] });
    lan.says('@Yidi_Test_Bot怎么备案');
    lan.says('/help@yidi_test_bot 备案');
    ma.repliesToBot('还要带什么');
    ma.sends({ photo: [], caption: '@yidi_test_bot 看看' });
    await lan.hears(4);
    await stop();
    expect(seen).toEqual([`${GROUP}:1 怎么备案`, `${GROUP}:1 /help 备案`, `${GROUP}:2 还要带什么`]);
    expect(lan.texts()).toEqual(['好', '好', '好', WORDING.unread.picture]);
    expect(api.state.messages.every(({ replyTo }) => replyTo !== undefined)).toBe(true);
  });

  test('a press in a group is of the one who pressed', async () => {
    const seen: string[] = [];
    const { user } = await startBot(async (incoming) => {
      seen.push(`${incoming.user} ${textOf(incoming)}`);
      return reply('好', { choices: [{ press: 'p', label: '好的' }] });
    });
    const [lan, ma] = [user(1, { group: GROUP }), user(2, { group: GROUP })];
    lan.says('@yidi_test_bot 问');
    await lan.hears(1);
    ma.presses('好的');
    await lan.hears(2);
    expect(seen).toEqual([`${GROUP}:1 问`, `${GROUP}:2 p`]);
  });

  test('in a topic the answer stays in the topic', async () => {
    const { user } = await startBot(echo);
    const lan = user(1, { group: GROUP, thread: 7 });
    lan.repliesToBot('问');
    await lan.hears(1);
    expect(lan.last()?.thread).toBe(7);
  });

  test('other bots and channels are not answered', async () => {
    const { user, api, stop } = await startBot(echo);
    const chat = { id: 9, type: 'private' };
    api.push({ message: { message_id: 1, from: { id: 9, is_bot: true }, chat, text: '我是机器人' } });
    api.push({ message: { message_id: 1, chat: { id: 9, type: 'channel' }, text: '@yidi_test_bot' } });
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    await stop();
    expect(api.calls('sendMessage')).toHaveLength(1);
  });
});

test('no log holds what a person wrote or who it was', async () => {
  const canary = '我的身份证11010519491231002X';
  const { user, api, log, stop } = await startBot(async (incoming) => {
    if (textOf(incoming).startsWith('坏')) throw new Error(canary);
    return reply(canary, { choices: [{ press: canary.repeat(3), label: canary }] });
  });
  for (const code of [400, 403, 429, 500]) {
    api.fail('sendMessage', { code, description: `Bad Request: can't parse entities: ${canary}`, retryAfter: 1 });
  }
  api.fail('sendMessage', { code: 400, description: canary });
  api.fail('sendMessage', { cut: 'before' });
  api.fail('getUpdates', { code: 409, description: canary });
  const lan = user(987_654_321);
  for (const text of [canary, `坏${canary}`, canary, canary, canary, '完']) lan.says(text);
  api.push({ message: { text: canary } });
  await api.until(() => api.state.faults.length === 0 && lan.texts().length >= 3);
  await stop();
  const logged = JSON.stringify(log);
  expect(log.length).toBeGreaterThan(5);
  expect(logged).not.toMatch(/身份证|11010519|987654321/);
  for (const event of log) expect(['event', 'chat', 'code']).toEqual(expect.arrayContaining(Object.keys(event)));
});
