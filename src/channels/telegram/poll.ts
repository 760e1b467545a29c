import { z } from 'zod';
import type { Failure } from './failure.js';
import { pauseAfter } from './retry.js';
import type { Tools } from './tools.js';
import { type RawUpdate, updateSchema } from './update.js';

const ALLOWED = ['message', 'edited_message', 'callback_query'] as const;
const BATCH = 100;
const SLACK_MS = 10_000;

const batchSchema = z.array(updateSchema.catch({ update_id: Number.NaN }));

async function fetchBatch(offset: number, stop: AbortSignal, tools: Tools): Promise<RawUpdate[] | Failure> {
  const { pollSeconds } = tools.limits;
  const outcome = await tools.api(
    'getUpdates',
    { offset, timeout: pollSeconds, limit: BATCH, allowed_updates: [...ALLOWED] },
    { signal: stop, timeoutMs: pollSeconds * 1_000 + SLACK_MS },
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

/**
 * Polls until the signal aborts and resolves with the offset that confirms all that was received (0 if nothing was).
 * The next poll waits for room, never for a turn. The offset follows the last id, not the highest ever:
 * after a quiet week Telegram starts again at a random one.
 */
export async function poll(
  receive: (update: RawUpdate) => Promise<void>,
  stop: AbortSignal,
  tools: Tools,
): Promise<number> {
  let offset = 0;
  let failures = 0;
  while (!stop.aborted) {
    const batch = await fetchBatch(offset, stop, tools);
    if (stop.aborted) break;
    if (!Array.isArray(batch)) {
      failures += 1;
      logFailure(batch, tools);
      await tools.sleep(pauseAfter(batch, failures), stop);
      continue;
    }
    failures = 0;
    for (const update of batch) {
      if (stop.aborted) break;
      await receive(update).catch(() => tools.log({ event: 'telegram_update_failed' }));
      offset = update.update_id + 1;
    }
  }
  return offset;
}

/** Tells Telegram that all below the offset is done with, so that a restart does not get it again. */
export async function confirm(offset: number, tools: Tools): Promise<void> {
  if (offset === 0) return;
  const outcome = await tools.api('getUpdates', { offset, timeout: 0, limit: 1, allowed_updates: [...ALLOWED] });
  if (!outcome.ok) tools.log({ event: 'telegram_not_confirmed', code: outcome.failure.code });
}
