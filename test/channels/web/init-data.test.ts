import { describe, expect, test } from 'vitest';
import { telegramUser } from '../../../src/channels/web/init-data.js';
import { FIELDS, NOW, SIGNED_AT, signed, TOKEN } from './sign.js';
import { postTurn, problemOf, startWeb } from './start.js';

const withFields = (more: Record<string, string>): string => signed({ ...FIELDS, ...more });
const at = (seconds: number): string => String(NOW.getTime() / 1_000 + seconds);

test('who opened the page by Telegram is known by what Telegram signed', () => {
  expect(telegramUser(signed(), TOKEN, NOW)).toBe(279058397);
  expect(telegramUser(withFields({ auth_date: at(-3_600) }), TOKEN, NOW)).toBe(279058397);
});

describe('nobody is known by', () => {
  test.each<[string, () => string]>([
    ['nothing', () => ''],
    ['no hash', () => new URLSearchParams(FIELDS).toString()],
    ['an empty hash', () => `${new URLSearchParams(FIELDS)}&hash=`],
    ['a hash that is none', () => signed().replace(/hash=.{64}/, `hash=${'z'.repeat(64)}`)],
    ['half a hash', () => signed().replace(/(hash=.{32}).{32}/, '$1')],
    ['the signature of another bot', () => signed(FIELDS, '1:another')],
    ['another user under the same signature', () => signed().replace('279058397', '279058398')],
    ['a field added', () => `${signed()}&start_param=x`],
    ['a second user added', () => `${signed()}&user=${encodeURIComponent('{"id":1}')}`],
    ['what was signed over an hour ago', () => withFields({ auth_date: at(-3_601) })],
    ['what will be signed', () => withFields({ auth_date: at(61) })],
    ['no time', () => withFields({ auth_date: '' }).replace('auth_date=', 'auth_date=NaN')],
    ['a time that is none', () => withFields({ auth_date: 'soon' })],
    ['no user', () => signed({ auth_date: SIGNED_AT })],
    ['a user that is none', () => withFields({ user: '{"id":"1"}' })],
    ['a user that is no JSON', () => withFields({ user: '{' })],
  ])('%s', (_, make) => {
    expect(telegramUser(make(), TOKEN, NOW)).toBeUndefined();
  });
});

describe('a turn', () => {
  const start = (botToken?: string) => startWeb(undefined, { botToken, now: () => NOW });
  const say = (url: string, initData: string) => postTurn(url, { text: '一' }, { 'x-telegram-init-data': initData });

  test('signed by Telegram is that user, without a cookie', async () => {
    const { url, seen } = await start(TOKEN);
    const response = await say(url, signed());
    expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
    expect(seen[0]?.user).toBe('tg:279058397');
  });

  test.each<[string, string, string | undefined]>([
    ['forged', signed(FIELDS, '1:another'), TOKEN],
    ['too old', withFields({ auth_date: at(-4_000) }), TOKEN],
    ['signed for a server without a bot', signed(), undefined],
    ['empty', '', TOKEN],
  ])('%s is refused with the way back, whatever the cookie says', async (_, initData, token) => {
    const { url, seen } = await start(token);
    const problem = await problemOf(await say(url, initData));
    expect(problem).toMatchObject({ status: 401, detail: expect.stringContaining('重新打开') });
    expect(seen).toEqual([]);
  });
});
