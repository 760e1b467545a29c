import type { Channel } from '../channel.js';
import { announce } from './announce.js';
import { createIntake, type Intake } from './intake.js';
import type { TelegramOptions } from './options.js';
import { confirm, poll } from './poll.js';
import { persist } from './retry.js';
import { createTools, type Tools } from './tools.js';
import { type Me, meSchema, WANTED } from './update.js';
import { telegramWebhook } from './webhook.js';

export type TelegramChannel = Channel & {
  /** Answers a request of Telegram's webhook; refuses all unless there is one and the channel has started. */
  webhook(request: Request): Promise<Response>;
};

async function whoAmI(tools: Tools): Promise<Me> {
  const outcome = await persist(() => tools.api('getMe', {}), tools);
  if (outcome.ok) return meSchema.parse(outcome.result);
  throw new Error(`Telegram did not accept the bot (${outcome.failure.code}): check its token and the network`);
}

/** How updates come; ended in two steps: nothing more comes after `close`, and `confirm` says what is done with. */
type Source = { readonly close: () => Promise<void>; readonly confirm: () => Promise<void> };

async function polling(intake: Intake, tools: Tools): Promise<Source> {
  // A webhook left over from another deployment would refuse every poll.
  const cleared = await persist(() => tools.api('deleteWebhook', { drop_pending_updates: false }), tools);
  if (!cleared.ok) tools.log({ event: 'telegram_webhook_not_deleted', code: cleared.failure.code });
  const stop = new AbortController();
  const received = poll(intake, stop.signal, tools);
  return {
    async close() {
      stop.abort();
      await received;
    },
    confirm: async () => confirm((await received).offset(), tools),
  };
}

/** The webhook stays when we stop: meanwhile Telegram keeps what comes. */
async function hooked(webhook: NonNullable<TelegramOptions['webhook']>, tools: Tools): Promise<Source> {
  const { url, secret } = webhook;
  const payload = { url, secret_token: secret, allowed_updates: [...WANTED] };
  const set = await persist(() => tools.api('setWebhook', payload), tools);
  if (!set.ok) throw new Error(`Telegram did not accept the webhook (${set.failure.code}): check its address`);
  return { close: async () => {}, confirm: async () => {} };
}

/** Turns under way are waited for, but not for ever: what is left then is not confirmed, and comes again. */
async function finish(source: Source, intake: Intake, halt: AbortController, tools: Tools): Promise<void> {
  await source.close();
  const over = new AbortController();
  await Promise.race([intake.idle(), tools.sleep(tools.limits.stopMs, over.signal)]);
  over.abort();
  await source.confirm();
  halt.abort();
}

/**
 * Telegram by long polling, or by webhook. `start` rejects if the token or the webhook is refused or Telegram cannot be
 * reached after a few tries; once it has resolved, no failure ends it. The function it gives takes no more updates, waits
 * for turns under way and confirms what is done with; all else stays with Telegram for the next start.
 */
export function telegramChannel(options: TelegramOptions): TelegramChannel {
  let open: Intake | undefined;
  return {
    name: 'telegram',
    webhook: telegramWebhook(options.webhook?.secret ?? '', () => open),
    async start(handle) {
      const halt = new AbortController();
      const tools = createTools(options, handle, halt.signal);
      const commands = new Set(options.menu?.private.map(({ command }) => command));
      const intake = createIntake({ me: await whoAmI(tools), commands }, tools);
      const source = await (options.webhook ? hooked(options.webhook, tools) : polling(intake, tools));
      open = intake;
      if (options.menu) void announce(options.menu, tools);
      let stopped: Promise<void> | undefined;
      return () => {
        if (open === intake) open = undefined;
        stopped ??= finish(source, intake, halt, tools);
        return stopped;
      };
    },
  };
}
