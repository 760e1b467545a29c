import type { Incoming, Reply } from '../../dialogue/types.js';
import type { Content, Place } from './arrival.js';
import { markPressed } from './press.js';
import { type Outgoing, renderReply, renderSentence } from './render.js';
import { deliver } from './send.js';
import type { Tools } from './tools.js';

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

/** What is said: the reply, or a sentence of our own. A reply that comes after its deadline is not sent any more. */
async function answer(incoming: Incoming, place: Place, tools: Tools): Promise<Outgoing[]> {
  const done = new AbortController();
  void keepTyping(place, done.signal, tools);
  const deadline = within(tools.limits.deadlineMs, done.signal, tools);
  const result = await Promise.race([attempt(incoming, tools), deadline]);
  done.abort();
  if (result !== 'failed' && result !== 'slow') return renderReply(result, tools.wording, tools.log);
  tools.log({ event: `telegram_turn_${result}`, chat: tools.hash(place.chat) });
  return renderSentence(tools.wording[result]);
}

/** Runs one turn from an arrival to its answer. */
export async function runTurn(user: string, place: Place, content: Content, tools: Tools): Promise<void> {
  if ('unsupported' in content) return deliver(place, renderSentence(tools.wording.unsupported), tools);
  const message = 'text' in content ? { text: content.text } : { press: content.press };
  const messages = await answer({ channel: 'telegram', user, at: tools.now(), message }, place, tools);
  await deliver(place, messages, tools);
  if ('press' in content && content.pressed) await markPressed(place.chat, content.press, content.pressed, tools);
}
