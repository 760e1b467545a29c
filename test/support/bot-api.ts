import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMethods, type Extra } from './bot-api-methods.js';
import { type FormFile, readForm } from './bot-api-multipart.js';
import { FILE_FIELDS, type Method, PAYLOADS, type Payload } from './bot-api-payloads.js';
import { bad, Refusal } from './bot-api-rules.js';
import { type Call, type Fault, newState, TOKEN, type Update } from './bot-api-state.js';
import { createSender } from './bot-api-webhook.js';

export { BOT, type Sent, TOKEN } from './bot-api-state.js';

/** Telegram keeps the order of what comes of one chat, and of one person's presses. */
function laneOf(update: Record<string, unknown>): string {
  const [kind = '', content] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
  const { chat, from } = content as { chat?: { id: number }; from?: { id: number } };
  return chat ? `chat ${chat.id}` : `${kind} ${from?.id}`;
}

/** A Bot API server as strict as Telegram's, over real HTTP on a free port. */
export async function startBotApi() {
  const state = newState();

  const changed = (): void => {
    const woken = state.watchers;
    state.watchers = [];
    for (const wake of woken) wake();
  };

  const sendToWebhook = createSender(() => state.closed);
  const hand = (update: Update): void => sendToWebhook(laneOf(update), () => state.webhook, update);
  const methods = createMethods(state, hand);

  const push = (update: Record<string, unknown>): number => {
    state.nextUpdate += 1;
    if (state.allowed && !Object.keys(update).some((kind) => state.allowed?.includes(kind))) return state.nextUpdate;
    const numbered = { ...update, update_id: state.nextUpdate };
    if (state.webhook) hand(numbered);
    else state.updates.push(numbered);
    state.waiter?.end();
    return state.nextUpdate;
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

  /** Files lie beside the methods, under the path `getFile` tells. */
  const serveFile = (url: string, response: ServerResponse): void => {
    const bytes = state.files.get(url.slice(`/file/bot${TOKEN}/voice/`.length));
    if (!url.startsWith(`/file/bot${TOKEN}/voice/`) || bytes === undefined) throw new Refusal(404, 'Not Found');
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, bot, method = ''] = (request.url ?? '').split('/');
    if (bot === 'file') return serveFile(request.url ?? '', response);
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
