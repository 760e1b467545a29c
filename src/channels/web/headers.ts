import type { MiddlewareHandler } from 'hono';

/** Telegram in a browser shows a Mini App in a frame; its apps do not. */
const TELEGRAM_WEB = 'https://web.telegram.org';

const contentPolicy = (framedBy: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-ancestors ${framedBy}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Puts the security headers on every response, errors included; what sets no caching of its own is not stored.
 * @param bot true if the page is also a Mini App of a bot
 */
export function securityHeaders(bot: boolean): MiddlewareHandler {
  const headers = { ...HEADERS, 'content-security-policy': contentPolicy(bot ? TELEGRAM_WEB : "'none'") };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}
