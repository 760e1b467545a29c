import { afterAll, beforeAll } from 'vitest';
import { type App, createApp, type Deps } from '../../../src/app.js';
import type { WebOptions } from '../../../src/channels/web/server.js';
import { openContent } from '../../../src/commands/setup.js';
import { civilDay } from '../../../src/policy/dates.js';
import { NOW } from '../../support/app.js';
import type { FakeHandle } from '../../support/fake-handle.js';

/** The whole application on the content as the program opens it: the compiled file if it is of these very files. */
export const openRealApp = (options: Partial<Deps> = {}): Promise<App> =>
  createApp({ knowledge: openContent(civilDay(NOW)), secret: 'a secret for tests only', now: NOW, ...options });

/** The real application for the tests of a file: its handle as tests take one, and the options of a web channel that opens all of it. */
export function realApp(): { readonly handle: () => FakeHandle; readonly options: () => Partial<WebOptions> } {
  let app: App;
  beforeAll(async () => {
    app = await openRealApp();
  });
  afterAll(() => app.close());
  return {
    handle: () => ({ handle: app.handle, seen: [] }),
    options: () => ({ api: app, now: () => NOW }),
  };
}

/** Posts JSON to any address of a started channel. */
export function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
