import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FormFile, pngSize, readForm } from './bot-api-multipart.js';
import {
  bad,
  checkedText,
  checkKeyboard,
  FILE_FIELDS,
  type Keyboard,
  type Method,
  PAYLOADS,
  type Payload,
  Refusal,
} from './bot-api-rules.js';
import { createSender, type Webhook } from './bot-api-webhook.js';

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

/** Telegram keeps the order of what comes of one chat, and of one person's presses. */
function laneOf(update: Record<string, unknown>): string {
  const [kind = '', content] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
  const { chat, from } = content as { chat?: { id: number }; from?: { id: number } };
  return chat ? `chat ${chat.id}` : `${kind} ${from?.id}`;
}

type Update = { update_id: number } & Record<string, unknown>;
type Waiter = { readonly end: (error?: Refusal) => void };

/** A Bot API server as strict as Telegram's, over real HTTP on a free port. */
export async function startBotApi() {
  const state = {
    updates: [] as Update[],
    nextUpdate: 100,
    nextMessage: 1,
    messages: [] as Sent[],
    openQueries: new Set<string>(),
    openInline: new Set<string>(),
    inline: new Map<string, Payload<'answerInlineQuery'>['results']>(),
    calls: [] as Call[],
    faults: [] as { method: Method; when: (payload: Record<string, unknown>) => boolean; fault: Fault }[],
    chats: new Map<number, { type: string; blocked: boolean; threads: Set<number> }>(),
    allowed: undefined as readonly string[] | undefined,
    webhook: undefined as Webhook | undefined,
    closed: false,
    waiter: undefined as Waiter | undefined,
    watchers: [] as (() => void)[],
  };

  const changed = (): void => {
    const woken = state.watchers;
    state.watchers = [];
    for (const wake of woken) wake();
  };

  const sendToWebhook = createSender(() => state.closed);

  const push = (update: Record<string, unknown>): number => {
    state.nextUpdate += 1;
    if (state.allowed && !Object.keys(update).some((kind) => state.allowed?.includes(kind))) return state.nextUpdate;
    const numbered = { ...update, update_id: state.nextUpdate };
    if (state.webhook) sendToWebhook(laneOf(update), () => state.webhook, numbered);
    else state.updates.push(numbered);
    state.waiter?.end();
    return state.nextUpdate;
  };

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

  type Parts = Omit<Sent, 'id' | 'chat' | 'thread' | 'replyTo' | 'keyboard'>;
  type Where = Pick<Payload<'sendMessage'>, 'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup'>;

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

  const captionOf = ({ caption, parse_mode }: Payload<'sendPhoto'>): Parts => ({
    plain: parse_mode === undefined,
    html: caption ?? '',
    text: caption === undefined ? '' : checkedText(caption, parse_mode, 1024),
  });

  const edit = (message: Sent, text: string, keyboard: Keyboard | undefined) => {
    checkKeyboard(keyboard);
    if (text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
      throw bad('message is not modified: specified new message content and reply markup are exactly the same');
    }
    Object.assign(message, { text, keyboard });
    return { message_id: message.id, chat: { id: message.chat } };
  };

  const waitForUpdate = (seconds: number, response: ServerResponse): Promise<void> =>
    new Promise((resolve, reject) => {
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

  type Extra = { readonly response: ServerResponse; readonly file: FormFile };

  const methods: { [M in Method]: (payload: Payload<M>, extra: Extra) => unknown } = {
    getMe: () => BOT,
    deleteWebhook: () => {
      state.webhook = undefined;
      return true;
    },
    setWebhook({ url, secret_token, allowed_updates }) {
      state.webhook = { url, secret: secret_token };
      if (allowed_updates) state.allowed = allowed_updates;
      for (const update of state.updates.splice(0)) sendToWebhook(laneOf(update), () => state.webhook, update);
      return true;
    },
    setMyCommands: () => true,
    setMyDescription: () => true,
    setMyShortDescription: () => true,
    setChatMenuButton: () => true,
    async getUpdates({ offset, limit, timeout, allowed_updates }, { response }) {
      if (state.webhook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
      state.waiter?.end(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
      if (allowed_updates) state.allowed = allowed_updates;
      state.updates = state.updates.filter((update) => update.update_id >= offset);
      if (state.updates.length === 0 && timeout > 0) await waitForUpdate(timeout, response);
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

  const run = async <M extends Method>(method: M, body: unknown, extra: Extra): Promise<unknown> => {
    const payload = PAYLOADS[method].safeParse(body);
    if (!payload.success) throw bad(`${method}: ${payload.error.message}`);
    return methods[method](payload.data as Payload<M>, extra);
  };

  const NO_FILE: FormFile = { filename: '', bytes: Buffer.alloc(0) };

  /** The payload of a call: JSON, or a form with the one file of its method. */
  const read = (method: Method, contentType: string, body: Buffer) => {
    const field = FILE_FIELDS[method];
    if (field === undefined) return { payload: JSON.parse(body.toString()) as Record<string, unknown>, file: NO_FILE };
    const { texts, files } = readForm(contentType, body);
    const { [field]: file, ...others } = files;
    if (!file || Object.keys(others).length > 0) throw bad(`there is no ${field} in the request`);
    return { payload: texts as Record<string, unknown>, file };
  };

  const takeFault = (method: Method, payload: Record<string, unknown>): Fault | undefined => {
    const index = state.faults.findIndex((fault) => fault.method === method && fault.when(payload));
    return index < 0 ? undefined : state.faults.splice(index, 1)[0]?.fault;
  };

  const respond = (response: ServerResponse, code: number, body: unknown): void => {
    if (!response.destroyed) response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, bot, method = ''] = (request.url ?? '').split('/');
    if (bot !== `bot${TOKEN}`) throw new Refusal(401, 'Unauthorized');
    if (!Object.hasOwn(PAYLOADS, method)) throw new Refusal(404, 'Not Found');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const known = method as Method;
    const { payload, file } = read(known, request.headers['content-type'] ?? '', Buffer.concat(chunks));
    state.calls.push({ method, payload });
    changed();
    const fault = takeFault(known, payload);
    if (fault && 'cut' in fault && fault.cut === 'before') return void request.socket.destroy();
    if (fault && 'words' in fault) return void response.writeHead(200).end(fault.words);
    if (fault && 'code' in fault) throw Object.assign(new Refusal(fault.code, fault.description ?? 'scripted'), fault);
    if (fault && 'until' in fault) await fault.until;
    const result = await run(known, payload, { response, file });
    if (fault && 'cut' in fault) return void request.socket.destroy();
    respond(response, 200, { ok: true, result });
  };

  const server = createServer((request, response) => {
    serve(request, response)
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) return respond(response, 500, { ok: false });
        const { code, description } = error;
        const wait = 'retryAfter' in error ? { parameters: { retry_after: error.retryAfter } } : {};
        respond(response, code, { ok: false, error_code: code, description, ...wait });
      })
      .finally(changed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    root,
    state,
    push,
    /** Looks at every `until` again, when something changed that is no call. */
    changed,
    /** Makes the next fitting call of a method go wrong; faults of a method are used up in order. */
    fail(method: Method, fault: Fault, when: (payload: Record<string, unknown>) => boolean = () => true): void {
      state.faults.push({ method, when, fault });
    },
    calls: (method: Method): Call[] => state.calls.filter((call) => call.method === method),
    /** What stands in a chat from us. */
    texts: (chat: number): string[] => state.messages.filter((sent) => sent.chat === chat).map(({ text }) => text),
    /** Resolves once the condition holds; looked at around each call. */
    async until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise<void>((resolve) => state.watchers.push(resolve));
    },
    /** Resolves when whatever is on its way has had time to come: three round trips of our own. */
    async quiet(): Promise<void> {
      for (const path of ['a', 'b', 'c']) await fetch(`${root}/${path}`);
    },
    async close(): Promise<void> {
      state.closed = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type BotApi = Awaited<ReturnType<typeof startBotApi>>;
