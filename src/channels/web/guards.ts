import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Incoming } from '../../dialogue/types.js';
import { problem } from './problems.js';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_PRESS_BYTES = 64;

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

/** Refuses bodies over 16 kB, declared or streamed. */
export const smallBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, 'too_large') });

const messageSchema = z.object({ text: z.string().optional(), press: z.string().min(1).optional() });

/** The message of a parsed body: exactly one of text and press (at most 64 bytes), else undefined. */
export function readMessage(body: unknown): Incoming['message'] | undefined {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { text, press } = parsed.data;
  if (text !== undefined) return press === undefined ? { text } : undefined;
  return press !== undefined && Buffer.byteLength(press) <= MAX_PRESS_BYTES ? { press } : undefined;
}
