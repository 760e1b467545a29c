import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.js';
import { webChannel } from '../../../src/channels/web/server.js';
import { NOW } from '../../support/app.js';
import { openRealApp, post } from './real.js';
import { raw, SECRET } from './start.js';

/** A mark in everything that is sent: it must turn up in no log. */
const MARK = '暗记7391';
const ATTACKS = [
  `<script>alert('${MARK}')</script>`,
  `"><img src=x onerror=alert(1)>${MARK}`,
  `javascript:alert('${MARK}')`,
  `${MARK}'; drop table gaps; --`,
  `{{${MARK}}}\${7*7}<%= 7*7 %>`,
  `\u202e${MARK}\u200b\u0000\ufeff`,
  `__proto__ ${MARK}`,
];

const logged: unknown[] = [];
let app: App;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  app = await openRealApp({ log: (event) => logged.push(event) });
  const web = webChannel({
    port: 0,
    secret: SECRET,
    api: app,
    botToken: '1:a-token',
    now: () => NOW,
    report: (error) => logged.push({ event: 'web_failed', error }),
    refused: (status) => logged.push({ event: 'web_refused', status }),
  });
  stop = await web.start(app.handle);
  url = web.address();
});
afterAll(async () => {
  await stop();
  await app.close();
});

/** Nothing broke, nothing of what was sent was logged, and others are still answered. */
async function expectUnharmed(): Promise<void> {
  const text = JSON.stringify(logged, (_, value) => (value instanceof Error ? `${value.stack}` : value));
  expect(text).not.toContain(MARK);
  expect(text).not.toMatch(/web_failed|turn_failed/);
  const response = await post(url, '/api/ask', { text: '备案有效期多久' });
  expect(await response.json()).toMatchObject({ status: 'answered_curated' });
}

/** Every field that a request can hold, filled with one text. */
const BODIES: Readonly<Record<string, (attack: string) => unknown>> = {
  '/api/turn text': (attack) => ({ text: attack }),
  '/api/turn id': (attack) => ({ id: attack, text: '一' }),
  '/api/turn press': (attack) => ({ press: attack }),
  '/api/ask text': (attack) => ({ text: attack }),
  '/api/ask at': (attack) => ({ text: '一', at: attack }),
  '/api/form value': (attack) => ({ cells: { insured_region: attack, total: attack } }),
  '/api/form name': (attack) => ({ cells: { [attack]: '1', total: '1' } }),
  '/api/estimate region': (attack) => ({ case: { region: attack } }),
  '/api/estimate tier': (attack) => ({ case: { region: '150100', tier: attack, cost: { total: '1' } } }),
  '/api/estimate field': (attack) => ({ case: { [attack]: 1 } }),
  '/api/estimate rules': (attack) => ({ case: {}, rules: { [attack]: { mode: attack } } }),
  '/api/estimate?mode=': (attack) => attack,
};

describe('markup and code in', () => {
  test.each(Object.entries(BODIES))('%s is text, or refused', async (place, make) => {
    const [path = ''] = place.split(' ');
    for (const attack of ATTACKS) {
      const query = path.endsWith('=') ? encodeURIComponent(attack) : '';
      const response = await post(url, path + query, make(attack));
      expect([200, 400, 422]).toContain(response.status);
      expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    await expectUnharmed();
  });

  test('headers is refused, or not read', async () => {
    for (const attack of ATTACKS) {
      const safe = encodeURIComponent(attack);
      for (const name of [
        'cookie',
        'x-telegram-init-data',
        'x-forwarded-for',
        'x-forwarded-proto',
        'user-agent',
        'origin',
      ]) {
        const response = await post(url, '/api/turn', { text: '一' }, { [name]: safe });
        expect([200, 401, 403]).toContain(response.status);
      }
    }
    await expectUnharmed();
  });

  test('paths is not found', async () => {
    for (const attack of ATTACKS) expect((await fetch(`${url}/${encodeURIComponent(attack)}`)).status).toBe(404);
    for (const path of [
      '/assets/../../package.json',
      '/page.js%00.html',
      '/%c0%ae%c0%ae/etc/passwd',
      '/api/turn/..%2f',
    ])
      expect(await raw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 404 /);
    await expectUnharmed();
  });
});

describe('too much', () => {
  test.each(['/api/turn', '/api/ask', '/api/form', '/api/estimate'])(
    'for %s is refused before it is read',
    async (path) => {
      expect((await post(url, path, { text: MARK.repeat(5_000) })).status).toBe(413);
      const lying = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n`;
      expect(await raw(url, `${lying}{"text":"${MARK}`)).toMatch(/^HTTP\/1.1 413 /);
      await expectUnharmed();
    },
  );

  test.each([
    ['deep nesting', `{"case":${'['.repeat(7_000)}${']'.repeat(7_000)}}`],
    ['huge numbers', '{"case":{"cost":{"total":1e400}}}'],
    ['many cells', JSON.stringify({ case: Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`k${i}`, i])) })],
    ['the same key twice', '{"case":{"cost":{"total":"1","total":"-1"}}}'],
  ])('%s is refused', async (_, body) => {
    expect((await post(url, '/api/estimate', body)).status).toBe(422);
    await expectUnharmed();
  });
});

test('what is no HTTP, or two requests in one, gets nothing', async () => {
  const smuggled = `POST /api/turn HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${MARK}`;
  for (const bytes of [
    `${MARK}\r\n\r\n`,
    'GET / HTTP/9.9\r\n\r\n',
    smuggled,
    'GET / HTTP/1.1\r\nHost: x\r\nA\u0000B: c\r\n\r\n',
  ])
    expect(await raw(url, bytes)).toMatch(/^HTTP\/1.1 400 /);
  expect(logged).toContainEqual({ event: 'web_refused', status: 400 });
  await expectUnharmed();
});

test('two hundred clients that send drop by drop keep nobody else waiting', async () => {
  const { port } = new URL(url);
  const slow = await Promise.all(
    Array.from({ length: 200 }, () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {}).write(`POST /api/turn HTTP/1.1\r\nHost: x\r\nX-Slow: ${MARK}`.slice(0, 40));
      return new Promise<Socket>((resolve) => socket.once('connect', () => resolve(socket)));
    }),
  );
  const before = performance.now();
  await expectUnharmed();
  expect(performance.now() - before).toBeLessThan(1_000);
  for (const socket of slow) socket.destroy();
});
