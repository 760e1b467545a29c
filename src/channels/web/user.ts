import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { telegramUser } from './init-data.js';

const USER_COOKIE = 'yidi_user';
const INIT_DATA = 'x-telegram-init-data';

/** As long as the store keeps a session. */
const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

const USER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What tells who is asking; `botToken` verifies what Telegram signed. */
export type Signing = { readonly secret: string; readonly botToken?: string | undefined; readonly now: () => Date };

/** Who is asking: somebody known, nobody yet, or somebody who claims to be another. */
export type Who = { readonly user: string; readonly by: 'telegram' | 'cookie' } | 'nobody' | 'forged';

/**
 * `tg:<id>` if Telegram opened the page and signed for it (without a bot there is nothing to trust that by), else the random
 * id of the signed cookie (HMAC-SHA256, compared in constant time by WebCrypto). A cookie that is not ours is none.
 */
export async function whoAsks(c: Context, { secret, botToken, now }: Signing): Promise<Who> {
  const initData = c.req.header(INIT_DATA);
  if (initData !== undefined) {
    const id = botToken === undefined ? undefined : telegramUser(initData, botToken, now());
    return id === undefined ? 'forged' : { user: `tg:${id}`, by: 'telegram' };
  }
  const known = await getSignedCookie(c, secret, USER_COOKIE);
  return known && USER_ID.test(known) ? { user: known, by: 'cookie' } : 'nobody';
}

/** The user of a turn; one who is not known yet gets a random id. */
export const userFor = (who: Exclude<Who, 'forged'>): string => (who === 'nobody' ? randomUUID() : who.user);

/**
 * Has the browser keep who it is, unless Telegram says so each time. The cookie is (re)set, so it lives 30 days from the last turn.
 * Only for requests of the page itself: a Strict cookie stays away when a link elsewhere opens the page, and would be replaced then.
 */
export async function keepUser(
  c: Context,
  user: string,
  { who, secret }: { who: Exclude<Who, 'forged'>; secret: string },
): Promise<void> {
  if (who !== 'nobody' && who.by === 'telegram') return;
  await setSignedCookie(c, USER_COOKIE, user, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
    // Over plain http on loopback a Secure cookie would be lost; a proxy that ends TLS tells us so.
    secure: c.req.header('x-forwarded-proto') === 'https',
  });
}
