import { getRequestListener } from '@hono/node-server';
import type { Handle } from '../../dialogue/types.js';
import type { Channel } from '../channel.js';
import type { WebApi } from './api.js';
import { loadAssets } from './assets.js';
import { type Listening, listen } from './listen.js';
import { webApp } from './routes.js';

const LOOPBACK = '127.0.0.1';
const MIN_SECRET_LENGTH = 16;

export type WebOptions = {
  /** Loopback unless told. */
  readonly host?: string | undefined;
  /** 0 takes a free port; `address()` tells which. */
  readonly port: number;
  /** Signs the users' cookies: the same over restarts, or people lose their place. At least 16 characters. */
  readonly secret: string;
  /** Shown instead of 异地就医助手. */
  readonly title?: string | undefined;
  readonly now?: (() => Date) | undefined;
  /** Told of errors that became a 500; by default they are dropped, never printed with what a person wrote. */
  readonly report?: ((error: unknown) => void) | undefined;
  /** Told of each refused request: its status and nothing of what was sent. */
  readonly refused?: ((status: number) => void) | undefined;
  /** The bot whose signature is trusted when Telegram opens the page; without it nobody's is. */
  readonly botToken?: string | undefined;
  /** Turns or questions one user may have in a minute, and ten times as many for all users of one address; none: no limit. */
  readonly perMinute?: number | undefined;
  /** What can be asked outside a conversation; without it the page can only chat. */
  readonly api?: WebApi | undefined;
  /** Further paths with what answers them, such as another channel's webhook. */
  readonly extra?: Readonly<Record<string, (request: Request) => Promise<Response>>> | undefined;
};

export type WebChannel = Channel & {
  /** Where it listens, such as `http://127.0.0.1:8080`; throws before `start`. */
  address(): string;
};

/** The chat page and its API over HTTP. TLS is left to a proxy in front, which must pass Host on. */
export function webChannel(options: WebOptions): WebChannel {
  const { host = LOOPBACK, port, secret, title, ...rest } = options;
  const { now = () => new Date(), report = () => {}, refused = () => {} } = rest;
  if (secret.length < MIN_SECRET_LENGTH) {
    throw new Error(`the web channel's secret must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  let listening: Listening | undefined;
  return {
    name: 'web',
    async start(handle: Handle) {
      const app = webApp({ ...rest, handle, assets: await loadAssets(title), secret, now, report, refused });
      listening = await listen(getRequestListener(app.fetch), { host, port, refused });
      return listening.stop;
    },
    address() {
      if (listening === undefined) throw new Error('the web channel is not listening yet: call start first');
      return listening.url;
    },
  };
}
