import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../src/channels/web/listen.js';

const QUICK = { headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 50 };

/** Opens a connection, sends `bytes` and nothing more, and gives what comes back until the other side closes. */
function dribble(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => {
      received += part;
    });
    socket.on('error', () => {}).on('close', () => resolve(received));
  });
}

test.each([
  ['headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"te'],
])('a client that never ends %s is cut off', async (_, bytes) => {
  const { url, stop } = await listen(() => {}, { host: '127.0.0.1', port: 0, limits: QUICK });
  onTestFinished(stop);
  expect(await dribble(url, bytes)).toMatch(/^HTTP\/1.1 408 /);
});

test('headers over 8 kB are refused', async () => {
  const { url, stop } = await listen((_request, response) => response.end(), { host: '127.0.0.1', port: 0 });
  onTestFinished(stop);
  expect(await dribble(url, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(9000)}\r\n\r\n`)).toMatch(/ 431 /);
});
