import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Handle } from '../../dialogue/types.js';
import type { Asset } from './assets.js';
import { readMessage, sameSiteJson, smallBody } from './guards.js';
import { securityHeaders } from './headers.js';
import { problem } from './problems.js';
import { renderReply } from './render.js';
import { userOf } from './user.js';

type Routes = {
  readonly handle: Handle;
  readonly assets: readonly Asset[];
  readonly secret: string;
  readonly now: () => Date;
  /** Told of errors that no reply came of; never given what the person wrote. */
  readonly report: (error: unknown) => void;
};

function otherMethods(app: Hono, path: string, allow: string): void {
  app.all(path, (c) => {
    c.header('allow', allow);
    return problem(c, 'wrong_method');
  });
}

function servePage(app: Hono, { assets }: Routes): void {
  for (const { path, type, body } of assets) {
    app.get(path, etag(), (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
    otherMethods(app, path, 'GET, HEAD');
  }
}

async function turn(c: Context, { handle, secret, now }: Routes): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const message = readMessage(body);
  if (message === undefined) return problem(c, 'bad_request');
  const user = await userOf(c, secret);
  return c.json(renderReply(await handle({ channel: 'web', user, at: now(), message })));
}

/** The web channel's routes: the page, its files, `POST /api/turn` and `GET /healthz`. */
export function webApp(routes: Routes): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  servePage(app, routes);
  app.post('/api/turn', sameSiteJson, smallBody, (c) => turn(c, routes));
  otherMethods(app, '/api/turn', 'POST');
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  otherMethods(app, '/healthz', 'GET, HEAD');
  app.notFound((c) => problem(c, 'not_found'));
  app.onError((error, c) => {
    routes.report(error);
    return problem(c, 'internal');
  });
  return app;
}
