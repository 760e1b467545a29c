import { z } from 'zod';

/** What Telegram refuses, with its words. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
  ) {
    super(description);
  }
}

const bad = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);

const TAGS = new Set('b strong i em u ins s strike del a code pre blockquote span tg-spoiler tg-emoji'.split(' '));
const TOKEN = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(lt|gt|amp|quot|#\d+);|[<>&]|[^<>&]+/gi;
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text left after the markup is read; stricter than Telegram, which lets a bare > or & pass. */
export function visibleText(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const [token, slash, tag, attributes, entity] of html.matchAll(TOKEN)) {
    if (entity !== undefined) text += SIGNS[entity] ?? String.fromCodePoint(Number(entity.slice(1)));
    else if (tag === undefined && '<>&'.includes(token)) throw bad(`can't parse entities: unescaped sign near ${text}`);
    else if (tag === undefined) text += token;
    else if (slash) {
      if (open.pop() !== tag) throw bad(`can't parse entities: unmatched end tag "${tag}"`);
    } else {
      const plain = tag === 'a' ? /^ href="[^"<>]+"$/.test(attributes ?? '') : attributes === '';
      if (!TAGS.has(tag) || !plain) throw bad(`can't parse entities: unsupported start tag "${tag}"`);
      open.push(tag);
    }
  }
  if (open.length > 0)
    throw bad(`can't parse entities: can't find end tag corresponding to start tag "${open.at(-1)}"`);
  return text;
}

/** The text of a message as it will stand in the chat. */
export function checkedText(text: string, parseMode: string | undefined): string {
  if (/\p{Surrogate}/u.test(text)) throw bad('strings must be encoded in UTF-8');
  const visible = (parseMode === undefined ? text : visibleText(text)).trim();
  if (visible === '') throw bad('message text is empty');
  if (visible.length > 4096 || text.length > 9500) throw bad('message is too long');
  return visible;
}

export const keyboardSchema = z.strictObject({
  inline_keyboard: z.array(z.array(z.strictObject({ text: z.string(), callback_data: z.string() })).min(1)),
});

export type Keyboard = z.infer<typeof keyboardSchema>;

/** Telegram's own checks of an inline keyboard. */
export function checkKeyboard(keyboard: Keyboard | undefined): void {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  if (buttons.length > 100) throw bad('reply markup is too long');
  for (const { text, callback_data } of buttons) {
    if (text.trim() === '') throw bad('text buttons are not allowed to be empty');
    const bytes = Buffer.byteLength(callback_data);
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
  }
}

const chat_id = z.int();
const message_id = z.int();
const parse_mode = z.literal('HTML').optional();
const reply_markup = keyboardSchema.optional();

/** What each method takes; a key Telegram does not know is a mistake here. */
export const PAYLOADS = {
  getMe: z.strictObject({}),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  getUpdates: z.strictObject({
    offset: z.int().default(0),
    limit: z.int().min(1).max(100).default(100),
    timeout: z.int().min(0).max(50).default(0),
    allowed_updates: z.array(z.string()).optional(),
  }),
  sendMessage: z.strictObject({
    chat_id,
    text: z.string(),
    parse_mode,
    message_thread_id: z.int().optional(),
    link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
    reply_parameters: z.strictObject({ message_id, allow_sending_without_reply: z.boolean() }).optional(),
    reply_markup,
  }),
  editMessageText: z.strictObject({ chat_id, message_id, text: z.string(), parse_mode, reply_markup }),
  editMessageReplyMarkup: z.strictObject({ chat_id, message_id, reply_markup }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string(), text: z.string().max(200).optional() }),
  sendChatAction: z.strictObject({ chat_id, action: z.literal('typing'), message_thread_id: z.int().optional() }),
  setMyCommands: z.strictObject({
    commands: z
      .array(
        z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }),
      )
      .max(100),
  }),
};

export type Method = keyof typeof PAYLOADS;
export type Payload<M extends Method> = z.infer<(typeof PAYLOADS)[M]>;
export { bad };
