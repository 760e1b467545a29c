import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, echo, MENU, reply, startBot, textOf, WORDING } from './harness.js';

afterEach(closeAll);

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
    lan.says('/start@other_bot');
    lan.says('/start@yidi_test_bots');
    lan.says('/ban 某某');
    lan.says('请发 /ask 或 /help');
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

  test('our own commands are heard without our name, as nobody else has them', async () => {
    const { user, stop } = await startBot(echo, { menu: MENU });
    const lan = user(1, { group: GROUP });
    lan.says('/ask 备案有效期多久');
    lan.says('/ban 某某');
    await lan.hears(1);
    await stop();
    expect(lan.texts()).toEqual(['听到：/ask 备案有效期多久']);
  });

  test('what is personal goes on in a private chat, by a link', async () => {
    const { user } = await startBot(async () => reply('请到私聊里办', { privately: 'f_filing' }));
    const lan = user(1, { group: GROUP });
    lan.says('@yidi_test_bot 我要备案');
    await lan.hears(1);
    expect(lan.last()?.keyboard).toEqual({
      inline_keyboard: [[{ text: WORDING.privately, url: 'https://t.me/yidi_test_bot?start=f_filing' }]],
    });
  });
});
