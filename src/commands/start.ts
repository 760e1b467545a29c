import type { Channel } from '../channels/channel.js';
import { webChannel } from '../channels/web/server.js';
import { telegramWording } from '../dialogue/wording.js';
import { createLog, openApp } from './setup.js';

/** Serves the web page and, with a token, the Telegram bot, until told to stop. */
export async function run(): Promise<number> {
  const { app, config, secret } = await openApp({ memory: false, now: new Date() });
  const log = createLog(config);
  const web = webChannel({ host: config.HOST, port: config.PORT, secret, report: () => log({ event: 'web_failed' }) });
  const stops = [await web.start(app.handle)];
  process.stdout.write(`异地就医助手 ${web.address()}\n`);
  if (config.TELEGRAM_BOT_TOKEN !== undefined)
    stops.push(await (await telegram(config.TELEGRAM_BOT_TOKEN)).start(app.handle));
  await stopAsked();
  await Promise.all(stops.map((stop) => stop()));
  await app.idle();
  await app.close();
  return 0;

  async function telegram(token: string): Promise<Channel> {
    const { telegramChannel } = await import('../channels/telegram/channel.js');
    const { commands, ...wording } = telegramWording;
    const apiRoot = config.TELEGRAM_API_ROOT;
    return telegramChannel({ token, log, wording, commands, ...(apiRoot !== undefined && { apiRoot }) });
  }
}

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
