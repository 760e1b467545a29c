import { z } from 'zod';
import { keyboardSchema } from './bot-api-rules.js';

const chat_id = z.int();
const message_id = z.int();
const parse_mode = z.literal('HTML').optional();
const reply_markup = keyboardSchema.optional();
const message_thread_id = z.int().optional();
const link_preview_options = z.strictObject({ is_disabled: z.boolean() }).optional();
const reply_parameters = z.strictObject({ message_id, allow_sending_without_reply: z.boolean() }).optional();
const language_code = z.union([z.literal(''), z.string().regex(/^[a-z]{2}$/)]).optional();
const allowed_updates = z.array(z.string()).optional();

/** A field of a form that holds JSON. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const number = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);

/** What a form says beside its file; telegraf puts the method's name in as well. */
const formFields = {
  method: z.string(),
  chat_id: number,
  message_thread_id: number.optional(),
  reply_parameters: json(reply_parameters.unwrap()).optional(),
  reply_markup: json(keyboardSchema).optional(),
};

const command = z.strictObject({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/),
  description: z.string().min(1).max(256),
});

const scope = z.strictObject({
  type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']),
});

const article = z.strictObject({
  type: z.literal('article'),
  id: z
    .string()
    .min(1)
    .refine((id) => Buffer.byteLength(id) <= 64),
  title: z.string().min(1),
  description: z.string().optional(),
  input_message_content: z.strictObject({ message_text: z.string(), parse_mode, link_preview_options }),
});

/** What each method takes; a key Telegram does not know is a mistake here. */
export const PAYLOADS = {
  getMe: z.strictObject({}),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  setWebhook: z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    secret_token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/)
      .optional(),
    allowed_updates,
  }),
  getUpdates: z.strictObject({
    offset: z.int().default(0),
    limit: z.int().min(1).max(100).default(100),
    timeout: z.int().min(0).max(50).default(0),
    allowed_updates,
  }),
  sendMessage: z.strictObject({
    chat_id,
    text: z.string(),
    parse_mode,
    message_thread_id,
    link_preview_options,
    reply_parameters,
    reply_markup,
  }),
  sendPhoto: z.strictObject({ ...formFields, caption: z.string().optional(), parse_mode }),
  sendDocument: z.strictObject({ ...formFields, caption: z.string().optional(), parse_mode }),
  editMessageText: z.strictObject({ chat_id, message_id, text: z.string(), parse_mode, reply_markup }),
  editMessageReplyMarkup: z.strictObject({ chat_id, message_id, reply_markup }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string(), text: z.string().max(200).optional() }),
  answerInlineQuery: z.strictObject({
    inline_query_id: z.string(),
    results: z.array(article).max(50),
    cache_time: z.int().min(0).optional(),
    is_personal: z.boolean().optional(),
  }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  sendChatAction: z.strictObject({ chat_id, action: z.literal('typing'), message_thread_id }),
  setMyCommands: z.strictObject({ commands: z.array(command).max(100), scope: scope.optional(), language_code }),
  setMyDescription: z.strictObject({ description: z.string().max(512), language_code }),
  setMyShortDescription: z.strictObject({ short_description: z.string().max(120), language_code }),
  setChatMenuButton: z.strictObject({
    menu_button: z.union([
      z.strictObject({ type: z.literal('commands') }),
      z.strictObject({
        type: z.literal('web_app'),
        text: z.string().min(1),
        web_app: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
      }),
    ]),
  }),
};

export type Method = keyof typeof PAYLOADS;
export type Payload<M extends Method> = z.infer<(typeof PAYLOADS)[M]>;

/** The methods that take a file, and the field it stands in. */
export const FILE_FIELDS: Partial<Record<Method, string>> = { sendPhoto: 'photo', sendDocument: 'document' };
