import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { problem } from './problems.js';

const MAX_BODY_BYTES = 16 * 1024;

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** A form of another site can send neither JSON nor our Origin: whoever does is refused before the body is read. */
export const sameSiteJson: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && !isSameHost(origin, c.req.header('host'))) return problem(c, 'forbidden');
  if (!isJson(c.req.header('content-type'))) return problem(c, 'wrong_type');
  return next();
};

const tooLarge = (c: Context): Response => problem(c, 'too_large');
const watched = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge });

/**
 * Refuses bodies over 16 kB. Of a declared length Node reads no more than was declared, so only a streamed body is watched:
 * that costs more than all else a short request does.
 */
export const smallBody: MiddlewareHandler = async (c, next) => {
  const declared = c.req.header('content-length');
  if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return watched(c, next);
  return Number(declared) > MAX_BODY_BYTES ? tooLarge(c) : next();
};

/** The body of a request as JSON; undefined if it is none. */
export const jsonOf = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

/** The body of a request if it is what the schema says; undefined if not. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T | undefined> {
  return schema.safeParse(await jsonOf(c)).data;
}
