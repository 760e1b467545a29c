import type { App } from '../app.js';
import { webChannel } from '../channels/web/server.js';
import { staffWording } from '../dialogue/wording.js';
import { createLog, type Log, openApp } from './setup.js';
import { telegramBot } from './telegram.js';

const HOUR_MS = 3_600_000;

/** Serves the web page and, with a token, the Telegram bot, until told to stop. */
export async function run(): Promise<number> {
  const stopping = stopAsked();
  const { app, config, secret } = await openApp({ memory: false, now: new Date() });
  const log = createLog(config);
  const bot = telegramBot(config, app, log);
  try {
    const web = webChannel({
      host: config.HOST,
      port: config.PORT,
      secret,
      api: app,
      botToken: config.TELEGRAM_BOT_TOKEN,
      perMinute: config.TURNS_PER_MINUTE,
      extra: bot?.routes,
      refused: (status) => log({ event: 'web_refused', status }),
      report: (error) => log({ event: 'web_failed', error: error instanceof Error ? error.name : 'unknown' }),
    });
    const stops = [await web.start(app.handle)];
    process.stdout.write(`${staffWording.started(web.address())}\n`);
    sweepHourly(app, log);
    if (bot) stops.push(bot.start());
    await stopping;
    await Promise.all(stops.map((stop) => stop()));
    await app.idle();
  } finally {
    await app.close();
  }
  return 0;
}

/** Expired conversations leave the disk within the hour. */
function sweepHourly(app: App, log: Log): void {
  const sweep = () => void app.purge(new Date()).then(undefined, () => log({ event: 'purge_failed' }));
  sweep();
  setInterval(sweep, HOUR_MS).unref();
}

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
