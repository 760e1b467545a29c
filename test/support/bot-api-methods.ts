import type { ServerResponse } from 'node:http';
import { type FormFile, pngSize } from './bot-api-multipart.js';
import type { Method, Payload } from './bot-api-payloads.js';
import { bad, checkedText, Refusal } from './bot-api-rules.js';
import { BOT, createChats, type State, type Update } from './bot-api-state.js';

/** What a method gets beside its payload. */
export type Extra = { readonly response: ServerResponse; readonly file: FormFile };

export type Methods = { [M in Method]: (payload: Payload<M>, extra: Extra) => unknown };

const captionOf = ({ caption, parse_mode }: Payload<'sendPhoto'>) => ({
  plain: parse_mode === undefined,
  html: caption ?? '',
  text: caption === undefined ? '' : checkedText(caption, parse_mode, 1024),
});

function waitForUpdate(state: State, seconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Refusal): void => {
      clearTimeout(timer);
      state.waiter = undefined;
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    response.once('close', () => state.waiter === waiter && end());
    const waiter = { end };
    state.waiter = waiter;
  });
}

/** The methods of the server; `hand` gives an update to the webhook. */
export function createMethods(state: State, hand: (update: Update) => void): Methods {
  const { chatOf, messageOf, add, edit } = createChats(state);
  return {
    getMe: () => BOT,
    deleteWebhook: () => {
      state.webhook = undefined;
      return true;
    },
    setWebhook({ url, secret_token, allowed_updates }) {
      state.webhook = { url, secret: secret_token };
      if (allowed_updates) state.allowed = allowed_updates;
      for (const update of state.updates.splice(0)) hand(update);
      return true;
    },
    setMyCommands: () => true,
    setMyDescription: () => true,
    setMyShortDescription: () => true,
    setChatMenuButton: () => true,
    getFile({ file_id }) {
      const bytes = state.files.get(file_id);
      if (bytes === undefined) throw bad('invalid file_id');
      if (bytes.length > 20_000_000) throw bad('file is too big');
      return { file_id, file_unique_id: file_id, file_size: bytes.length, file_path: `voice/${file_id}` };
    },
    async getUpdates({ offset, limit, timeout, allowed_updates }, { response }) {
      if (state.webhook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
      state.waiter?.end(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
      if (allowed_updates) state.allowed = allowed_updates;
      state.updates = state.updates.filter((update) => update.update_id >= offset);
      if (state.updates.length === 0 && timeout > 0) await waitForUpdate(state, timeout, response);
      return state.updates.slice(0, limit);
    },
    sendMessage({ text, parse_mode, ...where }) {
      chatOf(where.chat_id, where.message_thread_id);
      return add(where, { plain: parse_mode === undefined, html: text, text: checkedText(text, parse_mode) });
    },
    sendPhoto: (payload, { file }) => add(payload, { ...captionOf(payload), photo: pngSize(file.bytes) }),
    sendDocument(payload, { file }) {
      if (file.bytes.length === 0) throw bad('file must be non-empty');
      const content = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
      return add(payload, { ...captionOf(payload), document: { name: file.filename, content } });
    },
    editMessageText: ({ chat_id, message_id, text, parse_mode, reply_markup }) =>
      edit(messageOf(chat_id, message_id), checkedText(text, parse_mode), reply_markup),
    editMessageReplyMarkup({ chat_id, message_id, reply_markup }) {
      const message = messageOf(chat_id, message_id);
      return edit(message, message.text, reply_markup);
    },
    answerCallbackQuery({ callback_query_id }) {
      if (state.openQueries.delete(callback_query_id)) return true;
      throw bad('query is too old and response timeout expired or query ID is invalid');
    },
    answerInlineQuery({ inline_query_id, results }) {
      if (!state.openInline.delete(inline_query_id)) throw bad('query is too old and response timeout expired');
      if (new Set(results.map(({ id }) => id)).size < results.length) throw bad('RESULT_ID_DUPLICATE');
      for (const { input_message_content: content } of results) checkedText(content.message_text, content.parse_mode);
      state.inline.set(inline_query_id, results);
      return true;
    },
    sendChatAction({ chat_id, message_thread_id }) {
      chatOf(chat_id, message_thread_id);
      return true;
    },
  };
}
