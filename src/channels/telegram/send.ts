import type { Opts } from 'telegraf/types';
import type { Outcome } from './api.js';
import type { Place } from './arrival.js';
import type { Outgoing } from './render.js';
import { persist } from './retry.js';
import type { Tools } from './tools.js';

function payloadOf(place: Place, message: Outgoing, first: boolean): Opts<'sendMessage'> {
  const { chat, thread, replyTo } = place;
  return {
    chat_id: chat,
    text: message.html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(first && replyTo !== undefined
      ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
      : {}),
    ...(message.keyboard.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: message.keyboard.map((row) => [...row]) } }),
  };
}

async function send(place: Place, message: Outgoing, first: boolean, tools: Tools): Promise<Outcome<unknown>> {
  const chat = tools.hash(place.chat);
  const payload = payloadOf(place, message, first);
  const outcome = await persist(() => tools.api('sendMessage', payload), { ...tools, chat });
  if (outcome.ok || outcome.failure.kind !== 'markup') return outcome;
  tools.log({ event: 'telegram_sent_plain', chat, code: outcome.failure.code });
  const { parse_mode: _, ...plain } = { ...payload, text: message.text };
  return persist(() => tools.api('sendMessage', plain), { ...tools, chat });
}

/**
 * Sends messages in order. One that cannot be sent ends it: a later part without an earlier one would mislead.
 * Who has blocked us is logged and let be; their next message finds us as before.
 */
export async function deliver(place: Place, messages: readonly Outgoing[], tools: Tools): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const outcome = await send(place, message, index === 0, tools);
    if (outcome.ok) continue;
    const { kind, code } = outcome.failure;
    tools.log({
      event: kind === 'gone' ? 'telegram_blocked' : 'telegram_not_sent',
      chat: tools.hash(place.chat),
      code,
    });
    return;
  }
}
