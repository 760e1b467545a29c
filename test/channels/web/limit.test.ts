import { describe, expect, test } from 'vitest';
import { createBuckets } from '../../../src/channels/web/buckets.js';
import { cookieOf, postTurn, problemOf, startWeb } from './start.js';

const START = Date.UTC(2026, 10, 22, 2);
const at = (seconds: number): Date => new Date(START + seconds * 1_000);

describe('a bucket', () => {
  test('holds a minute of turns at once, and fills as time passes', () => {
    const take = createBuckets(3);
    expect([0, 0, 0, 0].map((s) => take('a', 1, at(s)))).toEqual([0, 0, 0, 20]);
    expect(take('a', 1, at(19))).toBe(1);
    expect(take('a', 1, at(20))).toBe(0);
    expect(take('a', 1, at(20))).toBe(20);
  });

  test('is one for each key, and gives small parts more often', () => {
    const take = createBuckets(1);
    expect(take('a', 1, at(0))).toBe(0);
    expect([1, 2, 3, 4, 5].map(() => take('b', 0.25, at(0)))).toEqual([0, 0, 0, 0, 15]);
  });

  test('a refusal takes nothing', () => {
    const take = createBuckets(1);
    take('a', 1, at(0));
    for (let i = 0; i < 50; i += 1) take('a', 1, at(1));
    expect(take('a', 1, at(60))).toBe(0);
  });

  test('is forgotten once it is full again, among many others, and not before', () => {
    const take = createBuckets(2);
    expect([take('a', 1, at(0)), take('a', 1, at(0))]).toEqual([0, 0]);
    for (let i = 0; i < 30_000; i += 1) take(`k${i}`, 1, at(i / 1_000));
    expect(take('a', 1, at(29))).toBe(1);
    expect(take('k0', 2, at(40))).toBe(0);
  });
});

describe('who asks too fast', () => {
  const start = (perMinute: number, now = () => at(0)) => startWeb(undefined, { perMinute, now });

  test('is told when to try again, and may then', async () => {
    let seconds = 0;
    const { url, seen } = await start(2, () => at(seconds));
    const cookie = cookieOf(await postTurn(url, { text: '一' }));
    const say = () => postTurn(url, { text: '又' }, { cookie });
    expect([(await say()).status, (await say()).status]).toEqual([200, 200]);
    const response = await say();
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await problemOf(response)).toMatchObject({ status: 429, detail: expect.stringMatching(/稍等/) });
    seconds = 30;
    expect((await say()).status).toBe(200);
    expect(seen).toHaveLength(4);
  });

  test('gains nothing by dropping the cookie, forging one or claiming an address', async () => {
    const { url } = await start(2);
    const tricks = [{}, { cookie: 'yidi_user=x.y' }, { 'x-forwarded-for': '' }, {}];
    const statuses = [];
    for (const headers of tricks) statuses.push((await postTurn(url, { text: '一' }, headers)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  test('behind a proxy is told apart by address, an IPv6 caller by its network', async () => {
    const { url } = await start(1);
    const from = async (address: string) =>
      (await postTurn(url, { text: '一' }, { 'x-forwarded-for': address })).status;
    expect([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([200, 429, 200]);
    expect(await from('198.51.100.9, 192.0.2.2')).toBe(429);
    expect([await from('::ffff:203.0.113.1'), await from('203.0.113.1'), await from('::ffff:203.0.113.2')]).toEqual([
      200, 429, 200,
    ]);
    expect([await from('2001:db8::1'), await from('2001:0db8:0:0:9::5'), await from('2001:db8:0:1::1')]).toEqual([
      200, 429, 200,
    ]);
  });

  test('takes nothing from those who share the address', async () => {
    const { url } = await start(1);
    const from = { 'x-forwarded-for': '192.0.2.1' };
    const other = await startWeb(undefined, { now: () => at(0) });
    const cookies = await Promise.all(['一', '二'].map(async (text) => cookieOf(await postTurn(other.url, { text }))));
    const say = async (cookie = '') => (await postTurn(url, { text: '又' }, { cookie, ...from })).status;
    const statuses = [];
    for (let i = 0; i < 15; i += 1) statuses.push(await say(cookies[0]));
    expect(statuses).toEqual([200, ...Array(14).fill(429)]);
    expect(await say(cookies[1])).toBe(200);
  });

  test('many users of one address have ten times as much together', async () => {
    const { url } = await start(2);
    const from = { 'x-forwarded-for': '192.0.2.1' };
    const cookies = [];
    for (let i = 0; i < 2; i += 1) cookies.push(cookieOf(await postTurn(url, { text: '一' }, from)));
    const others = await startWeb(undefined, { now: () => at(0) });
    for (let i = 0; i < 18; i += 1) cookies.push(cookieOf(await postTurn(others.url, { text: '一' })));
    const statuses = [];
    for (const cookie of cookies) statuses.push((await postTurn(url, { text: '二' }, { cookie, ...from })).status);
    expect(statuses).toEqual([...Array(18).fill(200), 429, 429]);
  });
});
