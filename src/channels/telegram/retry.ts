import type { Outcome } from './api.js';
import type { Failure } from './failure.js';
import type { Tools } from './tools.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How long to wait after the nth failure in a row: what Telegram asked for, else twice as long each time. */
export function pauseAfter(failure: Failure, failures: number): number {
  return failure.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}

/**
 * Repeats a call while its failure may pass (429, 5xx, broken wire). A call whose answer got lost is made again:
 * a message sent twice does less harm than an answer that never comes.
 */
export async function persist<T>(
  call: () => Promise<Outcome<T>>,
  tools: Pick<Tools, 'sleep' | 'log' | 'limits' | 'halt'> & { readonly chat?: string },
): Promise<Outcome<T>> {
  const chat = tools.chat === undefined ? {} : { chat: tools.chat };
  for (let failures = 1; ; failures += 1) {
    const outcome = await call();
    if (outcome.ok || (outcome.failure.kind !== 'wait' && outcome.failure.kind !== 'down')) return outcome;
    const pause = pauseAfter(outcome.failure, failures);
    if (failures >= tools.limits.tries || pause > tools.limits.longestWaitMs || tools.halt.aborted) return outcome;
    tools.log({ event: 'telegram_retry', ...chat, code: outcome.failure.code });
    await tools.sleep(pause, tools.halt);
  }
}
