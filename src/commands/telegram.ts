import { z } from 'zod';
import type { App } from '../app.js';
import type { TelegramChannel } from '../channels/telegram/channel.js';
import type { Menu, TelegramOptions } from '../channels/telegram/options.js';
import { type Sleep, sleep } from '../channels/telegram/sleep.js';
import type { Config } from '../config.js';
import { telegramMenu, telegramWording } from '../dialogue/wording.js';
import type { Log } from './setup.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
const DAY_MS = 86_400_000;
/** Telegram keeps what is not confirmed for a day. */
const ANSWERS_MS = 2 * DAY_MS;
const SHUT_MS = 365 * DAY_MS;

type Stop = () => Promise<void>;

/** The bot beside the web page: how it is started, and what answers requests of Telegram, by path. */
export type TelegramBot = {
  readonly start: () => Stop;
  readonly routes: Readonly<Record<string, (request: Request) => Promise<Response>>>;
};

/**
 * The bot as the environment describes it; undefined without a token. A start that fails (no network, a refused token) is
 * logged and tried again; it never takes the page down. Stopping it ends the trying too.
 */
export function telegramBot(config: Config, app: App, log: Log): TelegramBot | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url } = config;
  if (token === undefined) return undefined;
  let channel: TelegramChannel | undefined;
  const webhook = async (request: Request): Promise<Response> =>
    channel?.webhook(request) ?? new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  return {
    routes: url === undefined ? {} : { [new URL(url).pathname]: webhook },
    start: () =>
      persistently(async (wait) => {
        const made = await channelOf(token, config, app, wait, log);
        channel = made;
        return made.start(app.handle);
      }, log),
  };
}

/** Starts until it succeeds; gives the function that stops what was started, or the trying. */
function persistently(start: (wait: Sleep) => Promise<Stop>, log: Log): Stop {
  const stop = new AbortController();
  let stopBot: Stop | undefined;
  // While it only tries to start, a stop ends every wait at once; later the channel itself knows what to wait for.
  const untilStopped: Sleep = (ms, signal) =>
    stopBot ? sleep(ms, signal) : sleep(ms, AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]));
  const trying = (async () => {
    for (let pause = FIRST_PAUSE_MS; !stop.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        stopBot = await start(untilStopped);
        return;
      } catch (error) {
        if (!stop.signal.aborted) log({ event: 'telegram_not_started', reason: reasonOf(error) });
      }
      await sleep(pause, stop.signal);
    }
  })();
  return async () => {
    stop.abort();
    await trying;
    await stopBot?.();
  };
}

async function channelOf(token: string, config: Config, app: App, wait: Sleep, log: Log): Promise<TelegramChannel> {
  const [{ telegramChannel }, { outgoingSchema }, { drawSettlement }] = await Promise.all([
    import('../channels/telegram/channel.js'),
    import('../channels/telegram/outgoing.js'),
    import('./pictures.js'),
  ]);
  const { TELEGRAM_API_ROOT: apiRoot } = config;
  const options: TelegramOptions = {
    token,
    log,
    wording: telegramWording,
    menu: menuOf(config),
    memory: {
      answers: app.keep('seen', outgoingSchema.array(), ANSWERS_MS),
      shut: app.keep('shut', z.boolean(), SHUT_MS),
    },
    find: app.lookup,
    draw: drawSettlement,
    sleep: wait,
    ...(apiRoot !== undefined && { apiRoot }),
    ...webhookOf(config),
  };
  return telegramChannel(options);
}

function webhookOf({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }: Config) {
  return url === undefined || secret === undefined ? {} : { webhook: { url, secret } };
}

function menuOf({ WEB_APP_URL: url }: Config): Menu {
  const { app, ...menu } = telegramMenu;
  return { ...menu, ...(url !== undefined && { app: { text: app, url } }) };
}

/** Only sentences of our own: what the network says may hold the token. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message.startsWith('Telegram ') ? error.message : 'unexpected';
