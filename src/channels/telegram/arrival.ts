import { type Keyboard, type Me, type Message, type Press, type RawUpdate, usedSchema } from './update.js';

/** Where a reply goes. `replyTo` is set in groups, so that it is seen who is answered. */
export type Place = { readonly chat: number; readonly thread?: number; readonly replyTo?: number };

/** The keyboard a button was pressed on. */
export type Pressed = { readonly message: number; readonly keyboard: Keyboard };

export type Content =
  | { readonly text: string }
  | { readonly press: string; readonly pressed?: Pressed }
  | { readonly unsupported: true; readonly album?: string };

/** One update that wants an answer. `query` is a press to acknowledge, even one without a place or content to answer. */
export type Arrival = {
  readonly user: string;
  readonly place?: Place;
  readonly content?: Content;
  readonly query?: string;
};

// What people send; anything else without text is a notice of Telegram's own (pinned, joined) and wants no answer.
const MEDIA =
  'photo voice audio video video_note document sticker animation location venue contact poll dice story'.split(' ');

/** The text without our name if it speaks to us by name or command, else undefined. */
function withoutName(text: string, me: Me): string | undefined {
  const command = /^(\/[a-z0-9_]+)@(\w+)/i.exec(text);
  if (command) {
    const [whole, verb, name] = command;
    return name?.toLowerCase() === me.username.toLowerCase() ? `${verb}${text.slice(whole.length)}` : undefined;
  }
  const mention = new RegExp(`(?<!\\w)@${me.username}(?!\\w)`, 'gi');
  const rest = text.replace(mention, ' ');
  return rest === text ? undefined : rest.trim();
}

/** What is said to us: all in a private chat, in a group only by name or in reply to us. */
function saidToUs(message: Message, me: Me): string | undefined {
  const text = message.text ?? message.caption ?? '';
  const meant = message.chat.type === 'private' || message.reply_to_message?.from?.id === me.id;
  return withoutName(text, me) ?? (meant ? text : undefined);
}

function contentOf(message: Message, edited: boolean, me: Me): Content | undefined {
  const text = saidToUs(message, me);
  if (text === undefined) return undefined;
  if (message.text !== undefined && !edited) return { text };
  if (!edited && !MEDIA.some((kind) => kind in message)) return undefined;
  const album = message.media_group_id;
  return { unsupported: true, ...(album === undefined ? {} : { album }) };
}

const userKey = (chat: Message['chat'], user: number): string =>
  chat.type === 'private' ? String(user) : `${chat.id}:${user}`;

function threadOf(message: { is_topic_message?: boolean | undefined; message_thread_id?: number | undefined }) {
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  return thread === undefined ? {} : { thread };
}

function ofMessage(message: Message, edited: boolean, me: Me): Arrival | undefined {
  const { chat, from } = message;
  const content = contentOf(message, edited, me);
  // Bots are not answered: two of them would never stop.
  if (chat.type === 'channel' || from === undefined || from.is_bot || content === undefined) return undefined;
  const replyTo = chat.type === 'private' ? {} : { replyTo: message.message_id };
  return { user: userKey(chat, from.id), place: { chat: chat.id, ...threadOf(message), ...replyTo }, content };
}

function ofPress({ id, from, data, message }: Press): Arrival {
  if (message === undefined || data === undefined) return { user: String(from.id), query: id };
  const keyboard = message.reply_markup?.inline_keyboard;
  const pressed = keyboard ? { pressed: { message: message.message_id, keyboard } } : {};
  return {
    user: userKey(message.chat, from.id),
    place: { chat: message.chat.id, ...threadOf(message) },
    content: { press: data, ...pressed },
    query: id,
  };
}

/** Reads an update: what to answer, undefined if nothing is wanted of us, 'unreadable' if it is not what Telegram promises. */
export function arrivalOf(update: RawUpdate, me: Me): Arrival | undefined | 'unreadable' {
  const read = usedSchema.safeParse(update);
  if (!read.success) return 'unreadable';
  const { message, edited_message, callback_query } = read.data;
  if (callback_query) return ofPress(callback_query);
  if (message) return ofMessage(message, false, me);
  return edited_message && ofMessage(edited_message, true, me);
}
