import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import type { Handle } from '../../dialogue/types.js';
import { apiRoutes, type WebApi } from './api.js';
import type { Asset } from './assets.js';
import { turnSchema } from './contract.js';
import { readBody, sameSiteJson, smallBody } from './guards.js';
import { securityHeaders } from './headers.js';
import { type Caller, callers } from './limit.js';
import { otherMethods } from './methods.js';
import { problem } from './problems.js';
import { renderReply } from './render.js';
import { takenOnce } from './taken.js';
import { keepUser } from './user.js';

type Routes = {
  readonly handle: Handle;
  readonly assets: readonly Asset[];
  readonly secret: string;
  readonly now: () => Date;
  /** Told of errors that no reply came of; never given what the person wrote. */
  readonly report: (error: unknown) => void;
  /** Told of each refused request: its status and nothing of what was sent. */
  readonly refused: (status: number) => void;
  readonly botToken?: string | undefined;
  readonly perMinute?: number | undefined;
  readonly api?: WebApi | undefined;
  readonly extra?: Readonly<Record<string, (request: Request) => Promise<Response>>> | undefined;
};

const REFUSES_GZIP = /\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)/i;

/** The tag is made of the bytes that are sent, so the two forms of a file never share one. */
function file(c: Context, { type, body, zipped }: Asset): Response {
  const accepted = c.req.header('accept-encoding') ?? '';
  const headers = { 'content-type': type, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  return /\bgzip\b/i.test(accepted) && !REFUSES_GZIP.test(accepted)
    ? c.body(zipped, 200, { ...headers, 'content-encoding': 'gzip' })
    : c.body(body, 200, headers);
}

function servePage(app: Hono<Caller>, { assets }: Routes): void {
  for (const asset of assets) {
    const { path } = asset;
    app.get(path, etag(), (c) => file(c, asset));
    otherMethods(app, path, 'GET, HEAD');
  }
}

type Turns = Routes & { readonly once: ReturnType<typeof takenOnce> };

async function turn(c: Context<Caller>, { handle, secret, now, api, once }: Turns): Promise<Response> {
  const body = await readBody(c, turnSchema);
  if (body === undefined) return problem(c, 'bad_request');
  const { id, ...message } = body;
  const { who } = c.var;
  const taken = once(who, id, (user) => handle({ channel: 'web', user, at: now(), message }));
  const [reply] = await Promise.all([taken.reply, keepUser(c, taken.user, { who, secret })]);
  return c.json(renderReply(reply, 'text' in message && api ? api.masked(message.text) : null));
}

const noteRefusals =
  (refused: Routes['refused']): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.res.status >= 400) refused(c.res.status);
  };

/** The web channel's routes: the page, its files, `POST /api/turn`, the API for programs, and `GET /healthz`. */
export function webApp(routes: Routes): Hono<Caller> {
  const { api, now, report, refused } = routes;
  const app = new Hono<Caller>();
  const limit = callers(routes);
  app.use(noteRefusals(refused), securityHeaders(routes.botToken !== undefined));
  servePage(app, routes);
  const turns = { ...routes, once: takenOnce(now) };
  app.post('/api/turn', sameSiteJson, smallBody, limit(1), (c) => turn(c, turns));
  otherMethods(app, '/api/turn', 'POST');
  if (api) apiRoutes(app, { api, now, limit });
  for (const [path, answer] of Object.entries(routes.extra ?? {})) app.all(path, (c) => answer(c.req.raw));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  otherMethods(app, '/healthz', 'GET, HEAD');
  app.notFound((c) => problem(c, 'not_found'));
  app.onError((error, c) => {
    report(error);
    return problem(c, 'internal');
  });
  return app;
}
