import { describe, expect, test } from 'vitest';
import { cookieOf, postTurn, startWeb } from './start.js';

describe('who is asking', () => {
  test('a new one gets a signed cookie, HttpOnly and Strict, and is known by it', async () => {
    const { url, seen } = await startWeb();
    const first = await postTurn(url, { text: '一' });
    expect(first.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^yidi_user=[0-9a-f-]{36}\.[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    await postTurn(url, { text: '二' }, { cookie: cookieOf(first) });
    await postTurn(url, { text: '三' });
    expect(seen[1]?.user).toBe(seen[0]?.user);
    expect(seen[2]?.user).not.toBe(seen[0]?.user);
  });

  test('behind TLS the cookie is Secure', async () => {
    const { url } = await startWeb();
    const response = await postTurn(url, { text: '一' }, { 'x-forwarded-proto': 'https' });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/);
  });

  test('opening the page sets none: a Strict cookie that stayed away must not be replaced', async () => {
    const { url } = await startWeb();
    expect((await fetch(url)).headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ['another id under the same signature', (own: string) => own.replace(/=[0-9a-f]{8}/, '=00000000')],
    ['no signature', (own: string) => own.replace(/\..*/, '')],
    ['a signature of nothing', (own: string) => own.replace(/\..*/, '.')],
    ['a cut signature', (own: string) => own.slice(0, -6)],
    ['broken encoding', () => 'yidi_user=%E0%A4%A'],
  ])('a forged cookie is a new one: %s', async (_, forge) => {
    const { url, seen } = await startWeb();
    const own = cookieOf(await postTurn(url, { text: '一' }));
    const response = await postTurn(url, { text: '二' }, { cookie: forge(own) });
    expect(response.status).toBe(200);
    expect(seen[1]?.user).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[1]?.user).not.toBe(seen[0]?.user);
    expect(seen[1]?.user).not.toMatch(/^00000000/);
    expect(cookieOf(response)).toContain(seen[1]?.user);
  });

  test('a cookie signed with another secret is a new one', async () => {
    const other = await startWeb(undefined, { secret: 'another secret, also long enough' });
    const { url, seen } = await startWeb();
    const cookie = cookieOf(await postTurn(other.url, { text: '一' }));
    await postTurn(url, { text: '二' }, { cookie });
    expect(seen[0]?.user).not.toBe(other.seen[0]?.user);
  });
});
