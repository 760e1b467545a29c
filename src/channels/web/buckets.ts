const MINUTE_MS = 60_000;
const MANY = 10_000;
const SWEEP_MS = 1_000;

/** Takes from buckets: how many seconds a caller has to wait, 0 if it need not. */
export type Take = (key: string, cost: number, now: Date) => number;

/**
 * A bucket for each key, of `perMinute` at once and as many again in a minute. Kept in memory: after a restart all are full.
 * What is kept of a bucket is the instant at which it will be full.
 */
export function createBuckets(perMinute: number): Take {
  const fullAt = new Map<string, number>();
  let sweptAt = 0;
  const sweep = (now: number): void => {
    if (fullAt.size <= MANY || now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
  };
  return (key, cost, at) => {
    const now = at.getTime();
    sweep(now);
    const next = Math.max(fullAt.get(key) ?? 0, now) + (cost * MINUTE_MS) / perMinute;
    if (next - now > MINUTE_MS) return Math.ceil((next - now - MINUTE_MS) / 1_000);
    fullAt.set(key, next);
    return 0;
  };
}
