import type { Channel } from '../channels/channel.js';
import { type Sleep, sleep } from '../channels/telegram/sleep.js';
import type { Handle } from '../dialogue/types.js';
import { telegramWording } from '../dialogue/wording.js';
import type { Log } from './setup.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Runs the bot beside the web page. A start that fails (no network, a refused token) is logged and tried again; it never
 * takes the page down. Gives the function that stops the bot, or the trying.
 */
export function startTelegram(token: string, apiRoot: string | undefined, handle: Handle, log: Log) {
  const stop = new AbortController();
  let stopBot: (() => Promise<void>) | undefined;
  // While it only tries to start, a stop ends every wait at once; later the channel itself knows what to wait for.
  const untilStopped: Sleep = (ms, signal) =>
    stopBot ? sleep(ms, signal) : sleep(ms, AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]));
  const trying = (async () => {
    for (let pause = FIRST_PAUSE_MS; !stop.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        stopBot = await (await channelOf(token, apiRoot, untilStopped, log)).start(handle);
        return;
      } catch (error) {
        if (!stop.signal.aborted) log({ event: 'telegram_not_started', reason: reasonOf(error) });
      }
      await sleep(pause, stop.signal);
    }
  })();
  return async (): Promise<void> => {
    stop.abort();
    await trying;
    await stopBot?.();
  };
}

async function channelOf(token: string, apiRoot: string | undefined, wait: Sleep, log: Log): Promise<Channel> {
  const { telegramChannel } = await import('../channels/telegram/channel.js');
  const { commands, ...wording } = telegramWording;
  return telegramChannel({ token, log, wording, commands, sleep: wait, ...(apiRoot !== undefined && { apiRoot }) });
}

/** Only sentences of our own: what the network says may hold the token. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message.startsWith('Telegram ') ? error.message : 'unexpected';
