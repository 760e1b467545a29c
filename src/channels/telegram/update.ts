import { z } from 'zod';
import { buttonSchema } from './outgoing.js';

const userSchema = z.object({ id: z.int(), is_bot: z.boolean().default(false) });

const chatSchema = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup', 'channel']) });

// The kind of keyboard we send; any other is not ours to change.
const keyboardSchema = z.object({
  inline_keyboard: z.array(z.array(buttonSchema)),
});

// Telegram promises the first two of every recording.
const recordingSchema = z.object({
  file_id: z.string(),
  duration: z.number(),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
});

export type Recording = z.infer<typeof recordingSchema>;

// Loose, so that `contentOf` can see which kind of content a message has without a schema for each.
const messageSchema = z.looseObject({
  message_id: z.int(),
  from: userSchema.optional(),
  chat: chatSchema,
  text: z.string().optional(),
  caption: z.string().optional(),
  voice: recordingSchema.optional(),
  audio: recordingSchema.optional(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ from: userSchema.optional() }).optional(),
});

const pressedSchema = z.object({
  message_id: z.int(),
  chat: chatSchema,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_markup: keyboardSchema.optional().catch(undefined),
});

const pressSchema = z.object({
  id: z.string(),
  from: userSchema,
  data: z.string().optional(),
  message: pressedSchema.optional().catch(undefined),
});

const inlineSchema = z.object({ id: z.string(), from: userSchema, query: z.string() });

/** Somebody blocked the bot or let it in again. */
const membershipSchema = z.object({ chat: chatSchema, new_chat_member: z.object({ status: z.string() }) });

/** The envelope of an update, all that can be asked of every one. */
export const updateSchema = z.looseObject({ update_id: z.int() });

export type RawUpdate = z.infer<typeof updateSchema>;

/** What we use of an update; the rest is not looked at. */
export const usedSchema = z.object({
  update_id: z.int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: pressSchema.optional(),
  inline_query: inlineSchema.optional(),
  my_chat_member: membershipSchema.optional(),
});

/** The kinds of updates we ask Telegram for. */
export const WANTED = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

export type Message = z.infer<typeof messageSchema>;
export type Press = z.infer<typeof pressSchema>;
export type Keyboard = z.infer<typeof keyboardSchema>['inline_keyboard'];

/** Ourselves, as getMe says. */
export const meSchema = z.object({ id: z.int(), username: z.string().regex(/^\w+$/) });

export type Me = z.infer<typeof meSchema>;
