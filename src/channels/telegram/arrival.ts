import {
  type Keyboard,
  type Me,
  type Message,
  type Press,
  type RawUpdate,
  type Recording,
  usedSchema,
} from './update.js';

/** Where a reply goes. `replyTo` is set in groups, so that it is seen who is answered. */
export type Place = {
  readonly chat: number;
  readonly thread?: number;
  readonly replyTo?: number;
  /** True where others read along. */
  readonly shared: boolean;
};

/** The keyboard a button was pressed on. */
export type Pressed = { readonly message: number; readonly keyboard: Keyboard };

/** Content we cannot read, by the sentence that says so. */
export type Unread = 'picture' | 'file' | 'sticker' | 'other' | 'edited';

export type Content =
  | { readonly text: string }
  | { readonly press: string; readonly pressed?: Pressed }
  | { readonly recording: Recording }
  | { readonly unread: Unread; readonly album?: string };

/** Something said or pressed that wants an answer. `query` is a press to acknowledge, even one without a place or content to answer. */
export type Said = {
  readonly user: string;
  readonly place?: Place;
  readonly content?: Content;
  readonly query?: string;
};

/** One update that is our concern: something said, key words typed in some chat, or a chat that closed or opened to us. */
export type Arrival =
  | Said
  | { readonly inline: { readonly id: string; readonly user: number; readonly words: string } }
  | { readonly door: { readonly chat: number; readonly open: boolean } };

/** Who we are in a group: our name, and the commands that are ours even without it. */
export type Ourselves = { readonly me: Me; readonly commands: ReadonlySet<string> };

// What people send; anything else without text is a notice of Telegram's own (pinned, joined) and wants no answer.
const KINDS: readonly (readonly [Unread, readonly string[]])[] = [
  ['picture', ['photo', 'video', 'video_note', 'animation', 'story']],
  ['sticker', ['sticker', 'dice']],
  ['file', ['document']],
  ['other', ['location', 'venue', 'contact', 'poll']],
];

const kindOf = (message: Message): Unread | undefined =>
  KINDS.find(([, fields]) => fields.some((field) => field in message))?.[0];

/** The text without our name if it speaks to us by name or command, else undefined. */
function withoutName(text: string, { me, commands }: Ourselves): string | undefined {
  const command = /^\/([a-z0-9_]+)(@(\w+))?/i.exec(text);
  if (command) {
    const [whole, verb = '', at, name] = command;
    const isOurs = at === undefined ? commands.has(verb) : name?.toLowerCase() === me.username.toLowerCase();
    return isOurs ? `/${verb}${text.slice(whole.length)}` : undefined;
  }
  const mention = new RegExp(`(?<!\\w)@${me.username}(?!\\w)`, 'gi');
  const rest = text.replace(mention, ' ');
  return rest === text ? undefined : rest.trim();
}

/** What is said to us: all in a private chat, in a group only by name, by command or in reply to us. */
function saidToUs(message: Message, ourselves: Ourselves): string | undefined {
  const text = message.text ?? message.caption ?? '';
  const isPrivate = message.chat.type === 'private';
  const isReply = message.reply_to_message?.from?.id === ourselves.me.id;
  return withoutName(text, ourselves) ?? (isPrivate || isReply ? text : undefined);
}

function contentOf(message: Message, edited: boolean, ourselves: Ourselves): Content | undefined {
  const text = saidToUs(message, ourselves);
  if (text === undefined) return undefined;
  // A live location is edited every few seconds.
  if (edited) return 'location' in message ? undefined : { unread: 'edited' };
  if (message.text !== undefined) return { text };
  const recording = message.voice ?? message.audio;
  if (recording) return { recording };
  const unread = kindOf(message);
  const album = message.media_group_id;
  return unread && { unread, ...(album === undefined ? {} : { album }) };
}

const userKey = (chat: Message['chat'], user: number): string =>
  chat.type === 'private' ? String(user) : `${chat.id}:${user}`;

type InChat = Pick<Message, 'chat' | 'is_topic_message' | 'message_thread_id'>;

function placeOf({ chat, is_topic_message, message_thread_id }: InChat, replyTo?: number): Place {
  const thread = is_topic_message ? message_thread_id : undefined;
  const shared = chat.type !== 'private';
  return {
    chat: chat.id,
    shared,
    ...(thread === undefined ? {} : { thread }),
    ...(replyTo === undefined || !shared ? {} : { replyTo }),
  };
}

function ofMessage(message: Message, edited: boolean, ourselves: Ourselves): Arrival | undefined {
  const { chat, from } = message;
  const content = contentOf(message, edited, ourselves);
  // Bots are not answered: two of them would never stop.
  if (chat.type === 'channel' || from === undefined || from.is_bot || content === undefined) return undefined;
  return { user: userKey(chat, from.id), place: placeOf(message, message.message_id), content };
}

function ofPress({ id, from, data, message }: Press): Arrival {
  if (message === undefined || data === undefined) return { user: String(from.id), query: id };
  const keyboard = message.reply_markup?.inline_keyboard;
  const pressed = keyboard ? { pressed: { message: message.message_id, keyboard } } : {};
  return {
    user: userKey(message.chat, from.id),
    place: placeOf(message),
    content: { press: data, ...pressed },
    query: id,
  };
}

const SHUT = new Set(['kicked', 'left']);

/** Reads an update: what to do, undefined if nothing is wanted of us, 'unreadable' if it is not what Telegram promises. */
export function arrivalOf(update: RawUpdate, ourselves: Ourselves): Arrival | undefined | 'unreadable' {
  const read = usedSchema.safeParse(update);
  if (!read.success) return 'unreadable';
  const { message, edited_message, callback_query, inline_query, my_chat_member } = read.data;
  if (inline_query) return { inline: { id: inline_query.id, user: inline_query.from.id, words: inline_query.query } };
  if (my_chat_member) {
    return { door: { chat: my_chat_member.chat.id, open: !SHUT.has(my_chat_member.new_chat_member.status) } };
  }
  if (callback_query) return ofPress(callback_query);
  if (message) return ofMessage(message, false, ourselves);
  return edited_message && ofMessage(edited_message, true, ourselves);
}
