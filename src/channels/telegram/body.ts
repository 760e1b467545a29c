import { createHash, timingSafeEqual } from 'node:crypto';
import { type RawUpdate, updateSchema } from './update.js';

export type Body =
  | { readonly ok: true; readonly update: RawUpdate }
  | { readonly ok: false; readonly status: 400 | 413 };

/** Far above any update Telegram sends. */
export const MAX_BODY = 1_048_576;

async function readAll(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // By hand: leaving a for-await would destroy the request, and the refusal could not be sent.
  const reader = chunks[Symbol.asyncIterator]();
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    size += next.value.byteLength;
    if (size > limit) return undefined;
    parts.push(next.value);
  }
  return Buffer.concat(parts);
}

/**
 * Reads the body of a webhook request: joined before it is decoded, since a Chinese character may straddle two chunks.
 * 413 if it is longer than the limit, 400 if it is no UTF-8, no JSON, no update, or breaks off.
 */
export async function readUpdateBody(chunks: AsyncIterable<Uint8Array>, limit = MAX_BODY): Promise<Body> {
  try {
    const bytes = await readAll(chunks, limit);
    if (bytes === undefined) return { ok: false, status: 413 };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, update: updateSchema.parse(JSON.parse(text)) };
  } catch {
    return { ok: false, status: 400 };
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares the header `X-Telegram-Bot-Api-Secret-Token` in constant time; without a secret of ours nothing passes. */
export function checkSecret(header: string | null | undefined, secret: string): boolean {
  const equal = timingSafeEqual(digest(header ?? ''), digest(secret));
  return equal && secret !== '';
}
