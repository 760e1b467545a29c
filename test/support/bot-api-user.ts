import { BOT, type BotApi, type Sent } from './bot-api.js';

/** The buttons of a message that come back to the bot. */
const pressable = ({ keyboard }: Sent) =>
  keyboard?.inline_keyboard.flat().flatMap((button) => ('callback_data' in button ? [button] : [])) ?? [];

type Where = { readonly group?: number; readonly thread?: number };

/** A person in Telegram: in a private chat with the bot, or in a group (and a topic of it). */
export function createUser(api: BotApi, id: number, { group, thread }: Where = {}) {
  const chat = group ?? id;
  const from = { id, is_bot: false, first_name: 'Somebody' };
  const threads = thread === undefined ? [] : [thread];
  const known = api.state.chats.get(chat);
  if (!known) api.state.chats.set(chat, { type: group ? 'supergroup' : 'private', blocked: false, threads: new Set() });
  for (const topic of threads) api.state.chats.get(chat)?.threads.add(topic);
  const place = {
    chat: { id: chat, type: group === undefined ? 'private' : 'supergroup' },
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
  };
  const message = (content: Record<string, unknown>) => {
    api.state.nextMessage += 1;
    return { message_id: api.state.nextMessage, date: 1_790_000_000, from, ...place, ...content };
  };
  const sends = (content: Record<string, unknown>): number => api.push({ message: message(content) });
  const shown = () => api.state.messages.filter((sent) => sent.chat === chat);
  return {
    chat,
    sends,
    says: (text: string): number => sends({ text }),
    edits: (content: string | Record<string, unknown>): number => {
      const now = typeof content === 'string' ? { text: content } : content;
      return api.push({ edited_message: message({ ...now, edit_date: 1_790_000_001 }) });
    },
    repliesToBot: (text: string): number => sends({ text, reply_to_message: { message_id: 1, from: BOT } }),
    /** Types key words after the bot's name in some other chat; gives the id of the query. */
    searches(words: string): string {
      const query = `i${api.state.nextUpdate + 1}`;
      api.state.openInline.add(query);
      api.push({ inline_query: { id: query, from, query: words, offset: '' } });
      return query;
    },
    /** Presses the last shown button of this label or press; fails if there is none. */
    presses(button: string): number {
      const isMeant = (one: { text: string; callback_data: string }) =>
        one.text === button || one.callback_data === button;
      const sent = shown().findLast((message) => pressable(message).some(isMeant));
      const found = sent && pressable(sent).find(isMeant);
      if (!sent || !found) throw new Error(`no button ${button} in chat ${chat}`);
      const query = `q${api.state.nextUpdate + 1}`;
      api.state.openQueries.add(query);
      const pressed = {
        message_id: sent.id,
        date: 1,
        from: BOT,
        ...place,
        text: sent.text,
        reply_markup: sent.keyboard,
      };
      return api.push({ callback_query: { id: query, from, message: pressed, data: found.callback_data } });
    },
    texts: (): string[] => api.texts(chat),
    last: () => shown().at(-1),
    blocks: (blocked = true): void => {
      const own = api.state.chats.get(chat);
      if (own) own.blocked = blocked;
    },
    /** Telegram tells the bot that this person blocked it, or let it in again. */
    tellsBlocked(blocked = true): void {
      const status = blocked ? 'kicked' : 'member';
      api.push({ my_chat_member: { chat: place.chat, from, date: 1, new_chat_member: { status, user: BOT } } });
    },
    /** The files the bot sent here. */
    documents: () => shown().flatMap(({ document }) => document ?? []),
    /** The labels of the buttons under the last message of the bot. */
    buttons: (): string[] =>
      shown()
        .at(-1)
        ?.keyboard?.inline_keyboard.flat()
        .map(({ text }) => text) ?? [],
    /** Resolves once the bot has said this many messages in the chat. */
    hears: (count: number): Promise<void> => api.until(() => shown().length >= count),
  };
}
