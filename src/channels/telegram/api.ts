import { Telegram } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import { type Failure, failureOf } from './failure.js';
import type { Sleep } from './sleep.js';

export type Outcome<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly failure: Failure };

/** Calls one Bot API method; never rejects. Given up after `timeoutMs`, or when the signal aborts. */
export type Api = <M extends keyof Methods>(
  method: M,
  payload: Opts<M>,
  options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
) => Promise<Outcome<ReturnType<Methods[M]>>>;

// telegraf's types ask for the signal of a package it no longer needs; node's own works.
const asTheirs = (signal: AbortSignal): never => signal as never;

/** Runs a call with a signal that aborts with the given one, or after `ms`. */
async function withTimeout<T>(
  call: (signal: AbortSignal) => Promise<T>,
  ms: number,
  signal: AbortSignal | undefined,
  sleep: Sleep,
): Promise<T> {
  const given = new AbortController();
  const over = new AbortController();
  const giveUp = (): void => given.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  if (signal?.aborted) giveUp();
  void sleep(ms, over.signal).then(() => over.signal.aborted || giveUp());
  try {
    return await call(given.signal);
  } finally {
    over.abort();
    signal?.removeEventListener('abort', giveUp);
  }
}

/**
 * The Bot API through telegraf's client alone. Its polling, middleware and webhook reader are left aside: one failed
 * handler ends polling, a batch waits for its slowest turn, and Chinese is garbled where chunks meet.
 */
export function createApi(options: { token: string; apiRoot?: string; callMs: number; sleep: Sleep }): Api {
  const root = options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot };
  const telegram = new Telegram(options.token, { ...root, webhookReply: false });
  return async (method, payload, { signal, timeoutMs = options.callMs } = {}) => {
    const call = (limit: AbortSignal) => telegram.callApi(method, payload, { signal: asTheirs(limit) });
    try {
      return { ok: true, result: await withTimeout(call, timeoutMs, signal, options.sleep) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
}
