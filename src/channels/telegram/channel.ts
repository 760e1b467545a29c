import type { Channel } from '../channel.js';
import { createIntake } from './intake.js';
import type { TelegramOptions } from './options.js';
import { confirm, poll } from './poll.js';
import { persist } from './retry.js';
import { createTools, type Tools } from './tools.js';
import { type Me, meSchema } from './update.js';

async function whoAmI(tools: Tools): Promise<Me> {
  const outcome = await persist(() => tools.api('getMe', {}), tools);
  if (outcome.ok) return meSchema.parse(outcome.result);
  throw new Error(`Telegram did not accept the bot (${outcome.failure.code}): check its token and the network`);
}

async function prepare(tools: Tools, commands: TelegramOptions['commands']): Promise<void> {
  // A webhook left over from another deployment would refuse every poll.
  const cleared = await persist(() => tools.api('deleteWebhook', { drop_pending_updates: false }), tools);
  if (!cleared.ok) tools.log({ event: 'telegram_webhook_not_deleted', code: cleared.failure.code });
  if (commands === undefined) return;
  const menu = { commands: commands.map((command) => ({ ...command })) };
  const set = await persist(() => tools.api('setMyCommands', menu), tools);
  if (!set.ok) tools.log({ event: 'telegram_commands_not_set', code: set.failure.code });
}

/**
 * Telegram by long polling. `start` rejects if the token is refused or Telegram cannot be reached after a few tries;
 * once it has resolved, no failure ends it. The function it gives stops polling, waits for turns under way and confirms
 * what was received; updates not received yet stay with Telegram for the next start.
 */
export function telegramChannel(options: TelegramOptions): Channel {
  return {
    name: 'telegram',
    async start(handle) {
      const tools = createTools(options, handle);
      const me = await whoAmI(tools);
      await prepare(tools, options.commands);
      const intake = createIntake(me, tools);
      const stop = new AbortController();
      const polling = poll(intake.receive, stop.signal, tools);
      let stopped: Promise<void> | undefined;
      const finish = async (): Promise<void> => {
        stop.abort();
        const offset = await polling;
        await intake.idle();
        await confirm(offset, tools);
      };
      return () => {
        stopped ??= finish();
        return stopped;
      };
    },
  };
}
