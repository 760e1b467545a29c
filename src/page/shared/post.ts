import type { WebProblem } from '../../channels/web/contract.js';
import { wording } from '../wording.js';
import { initData } from './telegram.js';

/** Longer than the slowest turn; then the network is taken to be down. */
const PATIENCE_MS = 90_000;
const TOO_FAST = 429;

/** Why there is no reply, as a sentence for the person; `again` if sending the same once more may help, `field` what it is about. */
export class Failed extends Error {
  constructor(
    detail: string,
    readonly again: boolean,
    readonly field?: string,
  ) {
    super(detail);
  }
}

/**
 * Asks the server: posts `body`, or gets if there is none. Whoever asks says of which shape the reply is.
 * @throws Failed with what the server said, or that nothing sensible came back
 */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const { response, data } = await exchange(path, body).catch(() => {
    throw new Failed(wording.failed.offline, true);
  });
  if (response.ok) return data as T;
  const { status, detail, field } = data as WebProblem;
  throw new Failed(detail, status >= 500 || status === TOO_FAST, field);
}

async function exchange(path: string, body: unknown): Promise<{ response: Response; data: unknown }> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  const signed = initData();
  try {
    const response = await fetch(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...(signed && { 'x-telegram-init-data': signed }) },
      signal: abort.signal,
    });
    return { response, data: await response.json() };
  } finally {
    clearTimeout(timer);
  }
}
