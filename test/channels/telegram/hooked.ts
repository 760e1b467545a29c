import { telegramChannel } from '../../../src/channels/telegram/channel.js';
import type { LogEvent } from '../../../src/channels/telegram/log.js';
import type { TelegramOptions } from '../../../src/channels/telegram/options.js';
import { webChannel } from '../../../src/channels/web/server.js';
import type { Handle } from '../../../src/dialogue/types.js';
import { startBotApi, TOKEN } from '../../support/bot-api.js';
import { createUser } from '../../support/bot-api-user.js';
import { createClock, testMemory, WORDING } from './harness.js';

export const SECRET = 'a_secret-of_the-tests';
export const HEADER = 'X-Telegram-Bot-Api-Secret-Token';
const PATH = '/telegram/updates';

const open: (() => Promise<void>)[] = [];

/** Stops what a test left running. */
export async function closeHooked(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** The bot behind the web server, with Telegram sending what comes to it. */
export async function startHooked(handle: Handle, more: Partial<TelegramOptions> = {}) {
  const api = await startBotApi();
  open.push(api.close);
  const log: LogEvent[] = [];
  const { memory } = await testMemory();
  let channel: ReturnType<typeof telegramChannel> | undefined;
  const extra = {
    [PATH]: async (request: Request) => channel?.webhook(request) ?? new Response(null, { status: 503 }),
  };
  const web = webChannel({ port: 0, secret: 'a secret of the web page', extra });
  open.push(await web.start(handle));
  const url = `${web.address()}${PATH}`;
  const options = { token: TOKEN, apiRoot: api.root, wording: WORDING, memory, sleep: createClock().sleep, ...more };
  const note = (event: LogEvent): void => {
    log.push(event);
    api.changed();
  };
  const start = async () => {
    channel = telegramChannel({ ...options, log: note, webhook: { url, secret: SECRET } });
    const stop = await channel.start(handle);
    open.push(stop);
    return stop;
  };
  const post = (body: string, headers: Record<string, string> = { [HEADER]: SECRET }, method = 'POST') =>
    fetch(url, { method, headers, ...(method === 'POST' && { body }) });
  return { api, url, log, start, post, user: (id: number, where = {}) => createUser(api, id, where) };
}
