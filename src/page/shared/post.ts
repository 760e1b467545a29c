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
 * Asks the server: posts `body`, or gets if there is none. Whoever asks says of which shape the reply is; that it is an object or
 * a list is seen to here. `signal` ends the waiting.
 * @throws Failed with what the server said, or that nothing sensible came back
 */
export async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const { response, data } = await exchange(path, body, signal).catch(() => {
    throw new Failed(signal?.aborted ? wording.failed.gaveUp : wording.failed.offline, true);
  });
  if (typeof data !== 'object' || data === null) throw new Failed(wording.failed.strange, true);
  if (response.ok) return data as T;
  // A server in between may answer in this one's stead, and not in its words.
  const { detail, field } = data as Partial<WebProblem>;
  if (typeof detail !== 'string') throw new Failed(wording.failed.strange, true);
  throw new Failed(detail, response.status >= 500 || response.status === TOO_FAST, field);
}

async function exchange(
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<{ response: Response; data: unknown }> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  const timer = setTimeout(stop, PATIENCE_MS);
  signal?.addEventListener('abort', stop);
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
