import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, createLatch, echo, reply, startBot, textOf } from './harness.js';

afterEach(closeAll);

describe('order and delivery', () => {
  test('a batch that is out of order is taken in the order of its ids', async () => {
    const { user, api, stop } = await startBot(echo);
    const lan = user(42);
    await api.until(() => api.state.waiter !== undefined);
    const waiter = api.state.waiter;
    api.state.waiter = undefined;
    for (const text of ['一', '二', '三']) lan.says(text);
    api.state.updates.reverse();
    waiter?.end();
    await lan.hears(3);
    await stop();
    expect(lan.texts()).toEqual(['听到：一', '听到：二', '听到：三']);
    expect(api.state.updates).toEqual([]);
  });

  test('what is under way is not confirmed: it would be lost with the process', async () => {
    const latch = createLatch();
    const { user, api, stop } = await startBot(async (incoming) => {
      if (textOf(incoming) === '慢') await latch.opened;
      return reply(textOf(incoming));
    });
    const [slow, quick] = [user(1), user(2)];
    slow.says('慢');
    for (const text of ['一', '二', '三']) quick.says(text);
    await quick.hears(3);
    const asked = api.calls('getUpdates').length;
    await api.until(() => api.calls('getUpdates').length > asked + 1);
    expect(api.state.updates).toHaveLength(4);
    latch.open();
    await slow.hears(1);
    await stop();
    expect(api.state.updates).toEqual([]);
    expect([slow.texts(), quick.texts()]).toEqual([['慢'], ['一', '二', '三']]);
  });

  test('a slow turn does not hide what comes after a hundred others', async () => {
    const latch = createLatch();
    const { user, api } = await startBot(async (incoming) => {
      if (textOf(incoming) === '慢') await latch.opened;
      return reply(textOf(incoming));
    });
    const slow = user(1);
    slow.says('慢');
    const others = Array.from({ length: 150 }, (_, index) => user(10 + index));
    for (const one of others) one.says('快');
    await api.until(() => others.every((one) => one.texts().length === 1));
    latch.open();
    await slow.hears(1);
    expect(api.state.messages).toHaveLength(151);
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
