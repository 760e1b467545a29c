import type { MiddlewareHandler } from 'hono';
import { addressOf } from './address.js';
import { createBuckets } from './buckets.js';
import { problem } from './problems.js';
import { type Signing, type Who, whoAsks } from './user.js';

/** So many people may share one address: a ward, a help desk, a mobile network. */
const PEOPLE_OF_AN_ADDRESS = 10;

/** What a route finds out about its caller before it does anything. */
export type Caller = { Variables: { who: Exclude<Who, 'forged'> } };

type Limits = Signing & { readonly perMinute?: number | undefined };

/**
 * Lets a request in once it is known who asks and that they don't ask too fast: people by themselves and by the address they
 * share, callers without a cookie by their address. `cost` is what one request takes of `perMinute`.
 */
export function callers(limits: Limits): (cost: number) => MiddlewareHandler<Caller> {
  const take = limits.perMinute === undefined ? () => 0 : createBuckets(limits.perMinute);
  return (cost) => async (c, next) => {
    const who = await whoAsks(c, limits);
    if (who === 'forged') return problem(c, 'not_signed_in');
    const address = addressOf(c);
    const now = limits.now();
    // Who is stopped by themselves takes nothing from those they share an address with.
    const wait =
      take(who === 'nobody' ? `one:${address}` : who.user, cost, now) ||
      take(`all:${address}`, cost / PEOPLE_OF_AN_ADDRESS, now);
    if (wait > 0) {
      c.header('retry-after', String(wait));
      return problem(c, 'too_fast');
    }
    c.set('who', who);
    return next();
  };
}
