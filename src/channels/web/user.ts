import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';

const USER_COOKIE = 'yidi_user';

/** As long as the store keeps a session. */
const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

const USER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who is asking: the random id in the signed cookie (HMAC-SHA256, compared in constant time by WebCrypto), or a new one
 * if the cookie is absent or not ours. The cookie is (re)set, so it lives 30 days from the last turn. Only for requests
 * of the page itself: a Strict cookie stays away when a link elsewhere opens the page, and would be replaced then.
 */
export async function userOf(c: Context, secret: string): Promise<string> {
  const known = await getSignedCookie(c, secret, USER_COOKIE);
  const user = known && USER_ID.test(known) ? known : randomUUID();
  await setSignedCookie(c, USER_COOKIE, user, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
    // Over plain http on loopback a Secure cookie would be lost; a proxy that ends TLS tells us so.
    secure: c.req.header('x-forwarded-proto') === 'https',
  });
  return user;
}
