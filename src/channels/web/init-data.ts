import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Telegram signs once, when the page is opened; an action may lean on that for so long. */
const MAX_AGE_SECONDS = 3_600;
/** Clocks differ a little. */
const MAX_AHEAD_SECONDS = 60;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const userSchema = z.object({ id: z.int().positive() });

/**
 * The id of the Telegram user who opened the page, if the init data was signed by Telegram for this bot, at most an hour
 * before `now`; undefined if it was forged, is too old, or names nobody.
 */
export function telegramUser(initData: string, botToken: string, now: Date): number | undefined {
  const fields = new URLSearchParams(initData);
  if (!isSigned(fields, botToken) || !isFresh(Number(fields.get('auth_date')), now)) return undefined;
  return userSchema.safeParse(parsed(fields.get('user'))).data?.id;
}

function isSigned(fields: URLSearchParams, botToken: string): boolean {
  const lines = [...fields].filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`);
  const due = hmac(hmac('WebAppData', botToken), lines.sort().join('\n'));
  const given = Buffer.from(fields.get('hash') ?? '', 'hex');
  return given.length === due.length && timingSafeEqual(given, due);
}

function isFresh(signedAt: number, now: Date): boolean {
  const age = now.getTime() / 1_000 - signedAt;
  return age <= MAX_AGE_SECONDS && age >= -MAX_AHEAD_SECONDS;
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}
