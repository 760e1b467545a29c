import type { Incoming, Reply } from '../../dialogue/types.js';
import type { Content, Place } from './arrival.js';
import type { Outgoing } from './outgoing.js';
import { markPressed } from './press.js';
import { renderReply, renderSentence } from './render.js';
import { deliver } from './send.js';
import type { Tools } from './tools.js';
import { voiceOf } from './voice.js';

async function keepTyping(place: Place, done: AbortSignal, tools: Tools): Promise<void> {
  const thread = place.thread === undefined ? {} : { message_thread_id: place.thread };
  await tools.sleep(tools.limits.typingAfterMs, done);
  while (!done.aborted) {
    const action = { chat_id: place.chat, action: 'typing' as const, ...thread };
    const outcome = await tools.api('sendChatAction', action, { signal: done });
    // A hint only: it stops at the first trouble and leaves the retrying to the answer itself.
    if (!outcome.ok) return;
    await tools.sleep(tools.limits.typingEveryMs, done);
  }
}

async function attempt(incoming: Incoming, tools: Tools): Promise<Reply | 'failed'> {
  try {
    return await tools.handle(incoming);
  } catch {
    return 'failed';
  }
}

async function within(ms: number, done: AbortSignal, tools: Tools): Promise<'slow'> {
  await tools.sleep(ms, done);
  return 'slow';
}

/** The reply, or why there is none. One that comes after its deadline is not waited for. */
async function replyTo(incoming: Incoming, place: Place, tools: Tools): Promise<Reply | 'failed' | 'slow'> {
  const done = new AbortController();
  void keepTyping(place, done.signal, tools);
  try {
    const gate = 'voice' in incoming.message ? tools.listening : tools.running;
    return await gate(() =>
      Promise.race([attempt(incoming, tools), within(tools.limits.deadlineMs, done.signal, tools)]),
    );
  } finally {
    done.abort();
  }
}

/** What is said, and what became of the pressed button: it settled its question, or did nothing. */
type Answer = { readonly messages: Outgoing[] } & Pick<Reply, 'settled' | 'stale'>;

/** One turn: who speaks, where, what, and the update it came with. */
export type TelegramTurn = {
  readonly update: string;
  readonly user: string;
  readonly place: Place;
  readonly content: Content;
  /** Our own name, for links to us. */
  readonly username: string;
};

function messageOf(content: Exclude<Content, { unread: unknown }>, tools: Tools): Incoming['message'] {
  if ('text' in content) return { text: content.text };
  return 'press' in content ? { press: content.press } : { voice: voiceOf(content.recording, tools) };
}

async function answer({ user, place, content, username }: TelegramTurn, tools: Tools): Promise<Answer> {
  if ('unread' in content) return { messages: renderSentence(tools.wording.unread[content.unread]) };
  const incoming: Incoming = {
    channel: 'telegram',
    user,
    at: tools.now(),
    message: messageOf(content, tools),
    ...(place.shared && { shared: true }),
    ...(tools.draw && { pictures: true }),
  };
  const reply = await replyTo(incoming, place, tools);
  if (typeof reply !== 'string') {
    const { settled = false, stale = false } = reply;
    return { messages: renderReply(reply, { ...tools, username }), settled, stale };
  }
  tools.log({ event: `telegram_turn_${reply}`, chat: tools.hash(place.chat) });
  return { messages: renderSentence(tools.wording[reply]) };
}

/**
 * Runs one turn from an arrival to its answer. The answer is kept until it is sent: an update that comes again after a
 * crash gets what it was answered with then, and is not taken for a second answer to the next question.
 */
export async function runTurn(turn: TelegramTurn, tools: Tools): Promise<void> {
  const { update, place, content } = turn;
  const left = await tools.remembered.answered(update);
  if (left?.length === 0) return tools.log({ event: 'telegram_update_repeated' });
  const { messages, settled = false, stale = false } = left ? { messages: left } : await answer(turn, tools);
  if (!left) await tools.remembered.answer(update, messages);
  await deliver(place, messages, tools);
  // Given up for the stop, not for good: what is left is sent at the next start.
  if (!tools.halt.aborted) await tools.remembered.answer(update, []);
  if ('press' in content && content.pressed && !stale) {
    await markPressed(place.chat, content.press, content.pressed, settled, tools);
  }
}
