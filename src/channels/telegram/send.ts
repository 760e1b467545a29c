import type { Opts } from 'telegraf/types';
import type { Outcome } from './api.js';
import type { Place } from './arrival.js';
import type { Button, FileMessage, Outgoing, PictureMessage, TextMessage } from './outgoing.js';
import { persist } from './retry.js';
import type { Tools } from './tools.js';

/** How a message is sent: again and again where that may help. */
type Send = (call: () => Promise<Outcome<unknown>>) => Promise<Outcome<unknown>>;

type To = { readonly place: Place; readonly first: boolean; readonly send: Send; readonly tools: Tools };

const threadOf = ({ thread }: Place) => (thread === undefined ? {} : { message_thread_id: thread });

const repliedTo = ({ place: { replyTo }, first }: To) =>
  first && replyTo !== undefined ? { message_id: replyTo, allow_sending_without_reply: true } : undefined;

const keyboardOf = (keyboard: Button[][]) =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } };

async function sendText(message: TextMessage, to: To): Promise<Outcome<unknown>> {
  const { place, send, tools } = to;
  const reply = repliedTo(to);
  const payload: Opts<'sendMessage'> = {
    chat_id: place.chat,
    text: message.html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...threadOf(place),
    ...(reply && { reply_parameters: reply }),
    ...keyboardOf(message.keyboard),
  };
  const outcome = await send(() => tools.api('sendMessage', payload));
  if (outcome.ok || outcome.failure.kind !== 'markup') return outcome;
  tools.log({ event: 'telegram_sent_plain', chat: tools.hash(place.chat), code: outcome.failure.code });
  const { parse_mode: _, ...plain } = { ...payload, text: message.text };
  return send(() => tools.api('sendMessage', plain));
}

/** telegraf drops every object of a form it does not know; Telegram reads this one as JSON. */
function formReply(to: To) {
  const reply = repliedTo(to);
  return reply && { reply_parameters: JSON.stringify(reply) as never };
}

/** A drawing that fails is no reason to say nothing: its caption is sent as text. */
async function sendPicture(message: PictureMessage, to: To): Promise<Outcome<unknown>> {
  const { place, send, tools } = to;
  const png = await tools.draw?.(message.lines).catch(() => undefined);
  if (png === undefined) {
    tools.log({ event: 'telegram_not_drawn' });
    return sendText(message, to);
  }
  const payload: Opts<'sendPhoto'> = {
    chat_id: place.chat,
    photo: { source: Buffer.from(png), filename: 'picture.png' },
    caption: message.html,
    parse_mode: 'HTML',
    ...threadOf(place),
    ...formReply(to),
    ...keyboardOf(message.keyboard),
  };
  return send(() => tools.api('sendPhoto', payload));
}

function sendFile({ file }: FileMessage, to: To): Promise<Outcome<unknown>> {
  const { place, send, tools } = to;
  const payload: Opts<'sendDocument'> = {
    chat_id: place.chat,
    document: { source: Buffer.from(file.content), filename: file.name },
    ...threadOf(place),
    ...formReply(to),
  };
  return send(() => tools.api('sendDocument', payload));
}

function sendOne(message: Outgoing, to: To): Promise<Outcome<unknown>> {
  if ('file' in message) return sendFile(message, to);
  return 'lines' in message ? sendPicture(message, to) : sendText(message, to);
}

/**
 * Sends messages in order. One that cannot be sent ends it: a later part without an earlier one would mislead.
 * Who has blocked us is remembered, and nothing is sent until they write again.
 */
export async function deliver(place: Place, messages: readonly Outgoing[], tools: Tools): Promise<void> {
  const chat = tools.hash(place.chat);
  const send: Send = (call) => persist(() => tools.sending(call), { ...tools, chat });
  for (const [index, message] of messages.entries()) {
    if (tools.remembered.isShut(place.chat)) return;
    const outcome = await sendOne(message, { place, first: index === 0, send, tools });
    if (outcome.ok) continue;
    const { kind, code } = outcome.failure;
    tools.log({ event: kind === 'gone' ? 'telegram_blocked' : 'telegram_not_sent', chat, code });
    if (kind === 'gone') await tools.remembered.door(place.chat, false);
    return;
  }
}
