import { connect } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { WebReply } from '../../../src/channels/web/render.js';
import { type WebOptions, webChannel } from '../../../src/channels/web/server.js';
import type { Handle } from '../../../src/dialogue/types.js';
import { type FakeHandle, fakeHandle } from '../../support/fake-handle.js';

export const SECRET = 'a secret of the tests, long enough';

export type Started = FakeHandle & { readonly url: string; readonly stop: () => Promise<void> };

/** A web channel on a free port for one test, stopped after it. */
export async function startWeb(fake: FakeHandle = fakeHandle(), options: Partial<WebOptions> = {}): Promise<Started> {
  const channel = webChannel({ port: 0, secret: SECRET, ...options });
  const stop = await channel.start(fake.handle);
  onTestFinished(stop);
  return { ...fake, url: channel.address(), stop };
}

/** A handle that breaks its promise never to reject. */
export const brokenHandle: Handle = () => Promise.reject(new Error('broken'));

/** Posts a turn as the page does; `init` overrides headers or body. */
export function postTurn(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The `name=value` of the cookie a response sets, ready to be sent back. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The reply that a turn gave. */
export async function replyOf(response: Response): Promise<WebReply> {
  expect(response.status).toBe(200);
  return (await response.json()) as WebReply;
}

/** What a refusal says, after RFC 9457. */
export async function problemOf(response: Response): Promise<{ status: number; detail: string }> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as { status: number; detail: string };
}

/** Sends bytes as they are, for what fetch would tidy up; gives all that comes back. */
export function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.setEncoding('utf8').on('data', (part) => {
      received += part;
    });
    socket.on('error', reject).on('close', () => resolve(received));
  });
}
