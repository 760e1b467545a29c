import type { Context, Hono } from 'hono';
import type { Reply } from '../../dialogue/types.js';
import type { Citation } from '../../policy/source.js';
import { askSchema, formSchema, type WebFlow, type WebProblem } from './contract.js';
import { jsonOf, readBody, sameSiteJson, smallBody } from './guards.js';
import type { Caller, callers } from './limit.js';
import { otherMethods } from './methods.js';
import { openApi } from './openapi.js';
import { problem } from './problems.js';
import { renderAnswer, renderSource } from './render.js';

type Out = Readonly<Record<string, unknown>>;
type Document = Pick<Citation['source'], 'id' | 'title' | 'number' | 'url'> & { readonly place: string };

/** What can be asked outside a conversation; the day of each call is that of its instant. */
export type WebApi = {
  /** The text as it is heard and kept: without personal numbers. */
  readonly masked: (text: string) => string;
  readonly ask: (text: string, at: Date) => Promise<{ readonly reply: Reply; readonly entry: string | null }>;
  readonly flowsList: () => readonly WebFlow[];
  /** Undefined if there is no such mode; `{ error }` if the input cannot be settled. */
  readonly estimate: (mode: string, input: unknown, at: Date) => Out | undefined;
  readonly estimateForm: (cells: Readonly<Record<string, string>>, at: Date) => Out;
  readonly estimateSchemas: () => Out;
};

type Tools = { readonly api: WebApi; readonly now: () => Date; readonly limit: ReturnType<typeof callers> };

/** A calculation takes a fraction of what understanding a question does, and a form asks for one at each change. */
const A_QUESTION = 1;
const A_CALCULATION = 0.25;

async function ask(c: Context, { api, now }: Tools): Promise<Response> {
  const body = await readBody(c, askSchema);
  if (body === undefined) return problem(c, 'bad_request');
  const { reply, entry } = await api.ask(body.text, body.at === undefined ? now() : new Date(body.at));
  return c.json(renderAnswer(reply, entry));
}

async function estimate(c: Context, { api, now }: Tools): Promise<Response> {
  const input = await jsonOf(c);
  if (input === undefined) return problem(c, 'bad_request');
  const out = api.estimate(c.req.query('mode') ?? 'settle', input, now());
  return out === undefined ? problem(c, 'bad_request') : settled(c, out);
}

async function form(c: Context, { api, now }: Tools): Promise<Response> {
  const body = await readBody(c, formSchema);
  return body === undefined ? problem(c, 'bad_request') : settled(c, api.estimateForm(body.cells, now()));
}

type Unsettled = Required<Pick<WebProblem, 'code' | 'field'>> & { readonly message: string };
const errorOf = (out: Out): Unsettled | undefined => out['error'] as Unsettled | undefined;

/** A result with its documents, or why there is none, in the calculator's own words. */
function settled(c: Context, out: Out): Response {
  const error = errorOf(out) ?? errorOf((out['settlement'] ?? {}) as Out);
  if (error) return problem(c, 'not_settled', { detail: error.message, code: error.code, field: error.field });
  const documents = (out['documents'] ?? []) as readonly Document[];
  return c.json({ ...out, documents: documents.map(renderSource) });
}

/** The routes for programs and for the page's form. */
export function apiRoutes(app: Hono<Caller>, tools: Tools): void {
  const guarded = (cost: number) => [sameSiteJson, smallBody, tools.limit(cost)] as const;
  app.post('/api/ask', ...guarded(A_QUESTION), (c) => ask(c, tools));
  app.post('/api/estimate', ...guarded(A_CALCULATION), (c) => estimate(c, tools));
  app.post('/api/form', ...guarded(A_CALCULATION), (c) => form(c, tools));
  for (const path of ['/api/ask', '/api/estimate', '/api/form']) otherMethods(app, path, 'POST');
  const fixed = { '/api/flows': tools.api.flowsList(), '/api/openapi.json': openApi(tools.api.estimateSchemas()) };
  for (const [path, body] of Object.entries(fixed)) {
    const text = JSON.stringify(body);
    app.get(path, (c) => c.body(text, 200, { 'content-type': 'application/json' }));
    otherMethods(app, path, 'GET, HEAD');
  }
}
