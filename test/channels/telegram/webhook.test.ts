import { afterEach, describe, expect, test } from 'vitest';
import { MAX_BODY } from '../../../src/channels/telegram/body.js';
import { telegramChannel } from '../../../src/channels/telegram/channel.js';
import type { Handle } from '../../../src/dialogue/types.js';
import { TOKEN } from '../../support/bot-api.js';
import { createLatch, echo, reply, testMemory, textOf, WORDING } from './harness.js';
import { closeHooked, HEADER, SECRET, startHooked } from './hooked.js';

afterEach(closeHooked);

const update = (id: number, text: string, chat = 42) => ({
  update_id: id,
  message: { message_id: id, from: { id: chat, is_bot: false }, chat: { id: chat, type: 'private' }, text },
});

const body = (id: number, text: string): string => JSON.stringify(update(id, text));

describe('a bot with a webhook', () => {
  test('tells Telegram where it is, and answers what comes there', async () => {
    const { api, user, start, url } = await startHooked(echo);
    await start();
    expect(api.calls('setWebhook')[0]?.payload).toMatchObject({ url, secret_token: SECRET });
    const lan = user(42);
    lan.says('异地就医备案，怎么办？😀');
    await lan.hears(1);
    lan.says('再问');
    await lan.hears(2);
    expect(lan.texts()).toEqual(['听到：异地就医备案，怎么办？😀', '听到：再问']);
    expect(api.calls('getUpdates')).toEqual([]);
  });

  test('acknowledges at once, whatever the turn takes', async () => {
    const latch = createLatch();
    const { user, start, post } = await startHooked(async (incoming) => {
      await latch.opened;
      return reply(textOf(incoming));
    });
    await start();
    const lan = user(42);
    expect((await post(body(1, '一'))).status).toBe(200);
    expect((await post(body(2, '二'))).status).toBe(200);
    expect(lan.texts()).toEqual([]);
    latch.open();
    await lan.hears(2);
    expect(lan.texts()).toEqual(['一', '二']);
  });

  test('answers an update that comes twice, or late, once', async () => {
    const { user, start, post, log } = await startHooked(echo);
    const stop = await start();
    const lan = user(42);
    for (const [id, text] of [
      [5, '五'],
      [5, '五'],
      [4, '四'],
      [6, '六'],
      [4, '四'],
    ] as const)
      await post(body(id, text));
    await lan.hears(3);
    await stop();
    expect(lan.texts()).toEqual(['听到：五', '听到：四', '听到：六']);
    expect(log.map(({ event }) => event)).toEqual(['telegram_update_repeated', 'telegram_update_repeated']);
  });

  test('300 chats at once: each in order, none lost, none answered twice', async () => {
    const { user, start, api } = await startHooked(echo, { limits: { waiting: 200 } });
    const stop = await start();
    const users = Array.from({ length: 300 }, (_, index) => user(1_000 + index));
    for (const round of [1, 2]) for (const one of users) one.says(`第${round}句`);
    await api.until(() => api.state.messages.length >= 600);
    await stop();
    for (const one of users) expect(one.texts()).toEqual(['听到：第1句', '听到：第2句']);
  });

  test('while it is stopped Telegram keeps what comes, and the next start gets it', async () => {
    const { user, start, api } = await startHooked(echo);
    const stop = await start();
    await stop();
    const lan = user(42);
    lan.says('还在吗');
    await api.quiet();
    expect(lan.texts()).toEqual([]);
    await start();
    await lan.hears(1);
    expect(lan.texts()).toEqual(['听到：还在吗']);
  });

  test('a webhook that Telegram refuses is told at the start', async () => {
    const { start, api } = await startHooked(echo);
    api.fail('setWebhook', { code: 400, description: 'Bad Request: bad webhook: HTTPS url must be provided' });
    await expect(start()).rejects.toThrow('Telegram did not accept the webhook (400): check its address');
  });
});

describe('what is not from Telegram', () => {
  test.each([
    ['no secret', {}],
    ['another secret', { [HEADER]: `${SECRET.slice(0, -1)}x` }],
    ['a part of the secret', { [HEADER]: SECRET.slice(0, -1) }],
    ['an empty secret', { [HEADER]: '' }],
  ])('with %s is refused, and nothing comes of it', async (_, headers) => {
    const { start, post, user, api } = await startHooked(echo);
    await start();
    const lan = user(42);
    expect((await post(body(1, '假的'), headers)).status).toBe(403);
    await post(body(1, '真的'));
    await lan.hears(1);
    expect(lan.texts()).toEqual(['听到：真的']);
    expect(api.calls('sendMessage')).toHaveLength(1);
  });

  test('is refused by its kind and size', async () => {
    const { start, post } = await startHooked(echo);
    await start();
    expect((await post('', undefined, 'GET')).status).toBe(405);
    for (const wrong of ['', 'null', '[]', '{"update_id":"x"}', '{"update_id":']) {
      expect((await post(wrong)).status).toBe(400);
    }
    expect((await post(`{"update_id":1,"x":"${'字'.repeat(MAX_BODY / 3)}"}`)).status).toBe(413);
  });

  test('finds nothing open before the start, and no webhook where the bot polls', async () => {
    const { post } = await startHooked(echo);
    expect((await post(body(1, '早'))).status).toBe(503);
    const { memory } = await testMemory();
    const polling = telegramChannel({ token: TOKEN, wording: WORDING, memory, log: () => {} });
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { [HEADER]: '' },
      body: body(1, '早'),
    });
    expect((await polling.webhook(request)).status).toBe(403);
  });

  test('with no room left it is asked to come again', async () => {
    const latch = createLatch();
    const handle: Handle = async (incoming) => {
      await latch.opened;
      return reply(textOf(incoming));
    };
    const { start, post, user } = await startHooked(handle, { limits: { waiting: 1 } });
    await start();
    const lan = user(42);
    expect((await post(body(1, '一'))).status).toBe(200);
    const full = await post(body(2, '二'));
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '1']);
    latch.open();
    await lan.hears(1);
    expect((await post(body(2, '二'))).status).toBe(200);
    await lan.hears(2);
  });
});
