import { z } from 'zod';
import type { Failure } from './failure.js';
import type { Intake } from './intake.js';
import { createReceived, type Received } from './received.js';
import { pauseAfter } from './retry.js';
import type { Tools } from './tools.js';
import { type RawUpdate, updateSchema, WANTED } from './update.js';

const BATCH = 100;
const SLACK_MS = 10_000;

const batchSchema = z.array(updateSchema.catch({ update_id: Number.NaN }));

/** Asks for what is not confirmed; waits for something new only if nothing is under way, for else it comes at once. */
async function fetchBatch(received: Received, stop: AbortSignal, tools: Tools): Promise<RawUpdate[] | Failure> {
  const timeout = received.isDone() ? tools.limits.pollSeconds : 0;
  const outcome = await tools.api(
    'getUpdates',
    { offset: received.offset(), timeout, limit: BATCH, allowed_updates: [...WANTED] },
    { signal: stop, timeoutMs: tools.limits.pollSeconds * 1_000 + SLACK_MS },
  );
  if (!outcome.ok) return outcome.failure;
  const batch = batchSchema.safeParse(outcome.result);
  const updates = batch.data?.filter((update) => !Number.isNaN(update.update_id)) ?? [];
  // A batch without a single readable id cannot be confirmed and would come again at once.
  const unusable = !batch.success || (batch.data.length > 0 && updates.length === 0);
  return unusable ? { kind: 'down', code: 'unreadable_batch' } : updates;
}

function logFailure({ kind, code }: Failure, tools: Tools): void {
  const event = kind === 'conflict' ? 'telegram_polled_by_another_process' : 'telegram_poll_failed';
  tools.log({ event, code });
}

/** Hands in new updates, in the order of their ids. */
async function take(fresh: readonly RawUpdate[], received: Received, intake: Intake, stop: AbortSignal, tools: Tools) {
  for (const update of [...fresh].sort((a, b) => a.update_id - b.update_id)) {
    if (stop.aborted) return;
    const done = received.add(update.update_id);
    await intake.receive(update, done).catch(() => {
      tools.log({ event: 'telegram_update_failed' });
      done();
    });
  }
}

/** Resolves once nothing is under way, or after a moment: what came meanwhile need not wait for a slow turn. */
async function moment(received: Received, stop: AbortSignal, tools: Tools): Promise<void> {
  const over = new AbortController();
  await Promise.race([received.done(), tools.sleep(tools.limits.pollAgainMs, AbortSignal.any([stop, over.signal]))]);
  over.abort();
}

/**
 * Polls until the signal aborts. An update is confirmed only once it is done with, so that a crash loses none; the next
 * poll waits for room, never for a turn. Resolves with what tells the offset to confirm at the end.
 */
export async function poll(intake: Intake, stop: AbortSignal, tools: Tools): Promise<Received> {
  const received = createReceived();
  let failures = 0;
  while (!stop.aborted) {
    const known = received.ids();
    const batch = await fetchBatch(received, stop, tools);
    if (stop.aborted) break;
    if (Array.isArray(batch)) {
      failures = 0;
      const fresh = batch.filter(({ update_id }) => !known.has(update_id));
      if (fresh.length === 0 && batch.length >= BATCH) received.release();
      await take(fresh, received, intake, stop, tools);
      await moment(received, stop, tools);
      continue;
    }
    failures += 1;
    logFailure(batch, tools);
    await tools.sleep(pauseAfter(batch, failures), stop);
  }
  return received;
}

/** Tells Telegram that all below the offset is done with, so that a restart does not get it again. */
export async function confirm(offset: number, tools: Tools): Promise<void> {
  if (offset === 0) return;
  const outcome = await tools.api('getUpdates', { offset, timeout: 0, limit: 1, allowed_updates: [...WANTED] });
  if (!outcome.ok) tools.log({ event: 'telegram_not_confirmed', code: outcome.failure.code });
}
