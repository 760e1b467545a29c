import type { Method, Payload } from './bot-api-payloads.js';
import { bad, checkKeyboard, type Keyboard, Refusal } from './bot-api-rules.js';
import type { Webhook } from './bot-api-webhook.js';

export const BOT = { id: 1, is_bot: true, first_name: 'Bot', username: 'yidi_test_bot' } as const;
export const TOKEN = '1:test-token';

export type Sent = {
  readonly id: number;
  readonly chat: number;
  readonly thread: number | undefined;
  readonly replyTo: number | undefined;
  readonly plain: boolean;
  /** The HTML as it was sent. */
  readonly html: string;
  readonly photo?: { readonly width: number; readonly height: number };
  readonly document?: { readonly name: string; readonly content: string };
  text: string;
  keyboard: Keyboard | undefined;
};

/** What goes wrong with one call: a refusal, a cut wire before or after the call took effect, a wait, or words that are no JSON. */
export type Fault =
  | { readonly code: number; readonly description?: string; readonly retryAfter?: number }
  | { readonly cut: 'before' | 'after' }
  | { readonly until: Promise<void> }
  | { readonly words: string };

export type Call = { readonly method: string; readonly payload: Record<string, unknown> };

export type Update = { update_id: number } & Record<string, unknown>;
type Waiter = { readonly end: (error?: Refusal) => void };

/** All that the server holds. */
export const newState = () => ({
  updates: [] as Update[],
  nextUpdate: 100,
  nextMessage: 1,
  messages: [] as Sent[],
  openQueries: new Set<string>(),
  openInline: new Set<string>(),
  inline: new Map<string, Payload<'answerInlineQuery'>['results']>(),
  calls: [] as Call[],
  /** The files that can be loaded, by their id. */
  files: new Map<string, Buffer>(),
  faults: [] as { method: Method; when: (payload: Record<string, unknown>) => boolean; fault: Fault }[],
  chats: new Map<number, { type: string; blocked: boolean; threads: Set<number> }>(),
  allowed: undefined as readonly string[] | undefined,
  webhook: undefined as Webhook | undefined,
  closed: false,
  waiter: undefined as Waiter | undefined,
  watchers: [] as (() => void)[],
});

export type State = ReturnType<typeof newState>;

type Parts = Omit<Sent, 'id' | 'chat' | 'thread' | 'replyTo' | 'keyboard'>;
type Where = Pick<Payload<'sendMessage'>, 'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup'>;

/** The chats and the messages in them, with Telegram's own checks. */
export function createChats(state: State) {
  const chatOf = (id: number, thread?: number) => {
    const chat = state.chats.get(id);
    if (!chat) throw bad('chat not found');
    if (chat.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    if (thread !== undefined && !chat.threads.has(thread)) throw bad('message thread not found');
    return chat;
  };

  const messageOf = (chat: number, id: number): Sent => {
    chatOf(chat);
    const message = state.messages.find((sent) => sent.chat === chat && sent.id === id);
    if (!message) throw bad('message to edit not found');
    return message;
  };

  const add = ({ chat_id, message_thread_id, reply_parameters, reply_markup }: Where, parts: Parts) => {
    chatOf(chat_id, message_thread_id);
    checkKeyboard(reply_markup);
    state.nextMessage += 1;
    state.messages.push({
      id: state.nextMessage,
      chat: chat_id,
      thread: message_thread_id,
      replyTo: reply_parameters?.message_id,
      keyboard: reply_markup,
      ...parts,
    });
    return { message_id: state.nextMessage, date: 1, chat: { id: chat_id }, text: parts.text };
  };

  const edit = (message: Sent, text: string, keyboard: Keyboard | undefined) => {
    checkKeyboard(keyboard);
    if (text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
      throw bad('message is not modified: specified new message content and reply markup are exactly the same');
    }
    Object.assign(message, { text, keyboard });
    return { message_id: message.id, chat: { id: message.chat } };
  };

  return { chatOf, messageOf, add, edit };
}
