import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  bad,
  checkedText,
  checkKeyboard,
  type Keyboard,
  type Method,
  PAYLOADS,
  type Payload,
  Refusal,
} from './bot-api-rules.js';

export const BOT = { id: 1, is_bot: true, first_name: 'Bot', username: 'yidi_test_bot' } as const;
export const TOKEN = '1:test-token';

export type Sent = {
  readonly id: number;
  readonly chat: number;
  readonly thread: number | undefined;
  readonly replyTo: number | undefined;
  readonly plain: boolean;
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
    calls: [] as Call[],
    faults: [] as { method: Method; when: (payload: Record<string, unknown>) => boolean; fault: Fault }[],
    chats: new Map<number, { type: string; blocked: boolean; threads: Set<number> }>(),
    allowed: undefined as readonly string[] | undefined,
    webhook: false,
    waiter: undefined as Waiter | undefined,
    watchers: [] as (() => void)[],
  };

  const changed = (): void => {
    const woken = state.watchers;
    state.watchers = [];
    for (const wake of woken) wake();
  };

  const push = (update: Record<string, unknown>): number => {
    state.nextUpdate += 1;
    if (state.allowed && !Object.keys(update).some((kind) => state.allowed?.includes(kind))) return state.nextUpdate;
    state.updates.push({ ...update, update_id: state.nextUpdate });
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

  const methods: { [M in Method]: (payload: Payload<M>, response: ServerResponse) => unknown } = {
    getMe: () => BOT,
    deleteWebhook: () => {
      state.webhook = false;
      return true;
    },
    setMyCommands: () => true,
    async getUpdates({ offset, limit, timeout, allowed_updates }, response) {
      if (state.webhook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
      state.waiter?.end(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
      if (allowed_updates) state.allowed = allowed_updates;
      state.updates = state.updates.filter((update) => update.update_id >= offset);
      if (state.updates.length === 0 && timeout > 0) await waitForUpdate(timeout, response);
      return state.updates.slice(0, limit);
    },
    sendMessage({ chat_id, text, parse_mode, reply_markup, message_thread_id, reply_parameters }) {
      chatOf(chat_id, message_thread_id);
      checkKeyboard(reply_markup);
      const visible = checkedText(text, parse_mode);
      state.nextMessage += 1;
      state.messages.push({
        id: state.nextMessage,
        chat: chat_id,
        thread: message_thread_id,
        replyTo: reply_parameters?.message_id,
        plain: parse_mode === undefined,
        text: visible,
        keyboard: reply_markup,
      });
      return { message_id: state.nextMessage, date: 1, chat: { id: chat_id }, text: visible };
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
    sendChatAction({ chat_id, message_thread_id }) {
      chatOf(chat_id, message_thread_id);
      return true;
    },
  };

  const run = async <M extends Method>(method: M, body: unknown, response: ServerResponse): Promise<unknown> => {
    const payload = PAYLOADS[method].safeParse(body);
    if (!payload.success) throw bad(`${method}: ${payload.error.message}`);
    return methods[method](payload.data as Payload<M>, response);
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
    const payload: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString());
    state.calls.push({ method, payload });
    changed();
    const fault = takeFault(known, payload);
    if (fault && 'cut' in fault && fault.cut === 'before') return void request.socket.destroy();
    if (fault && 'words' in fault) return void response.writeHead(200).end(fault.words);
    if (fault && 'code' in fault) throw Object.assign(new Refusal(fault.code, fault.description ?? 'scripted'), fault);
    if (fault && 'until' in fault) await fault.until;
    const result = await run(known, payload, response);
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
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type BotApi = Awaited<ReturnType<typeof startBotApi>>;
