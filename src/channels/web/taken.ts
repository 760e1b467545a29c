import type { Reply } from '../../dialogue/types.js';
import { userFor, type Who } from './user.js';

const MOST_OF_ONE = 3;
const MOST_CALLERS = 1_000;
const KEPT_MS = 10 * 60_000;
/** 128 random bits in hex: nobody guesses another's. */
const UNGUESSABLE = 32;

/** A turn under way or answered, and whose it is. */
export type Taken = { readonly user: string; readonly reply: Promise<Reply> };

type Kept = Taken & { readonly id: string; readonly at: number };
type Take = (user: string) => Promise<Reply>;

/**
 * Takes each turn once: the same `id` of the same caller gets the reply it got before, also while that is still worked on. So a turn
 * whose reply was lost on the way can be sent again. Kept in memory, the last three of a caller, for ten minutes.
 */
export function takenOnce(now: () => Date): (who: Exclude<Who, 'forged'>, id: string | undefined, take: Take) => Taken {
  const kept = new Map<string, readonly Kept[]>();
  return (who, id, take) => {
    const at = now().getTime();
    sweep(kept, at);
    const caller = callerOf(who, id);
    const before =
      caller === undefined ? undefined : kept.get(caller)?.find((one) => one.id === id && isFresh(one, at));
    if (before) return before;
    const user = userFor(who);
    const reply = take(user);
    if (id !== undefined) keep(kept, new Set([user, caller ?? user]), { id, user, at, reply });
    return { user, reply };
  };
}

/** Whose turns these are. Somebody without a cookie yet is known by an id that nobody else can have. */
function callerOf(who: Exclude<Who, 'forged'>, id: string | undefined): string | undefined {
  if (who !== 'nobody') return who.user;
  return id !== undefined && id.length >= UNGUESSABLE ? `new:${id}` : undefined;
}

const isFresh = ({ at }: Kept, now: number): boolean => now - at < KEPT_MS;

/** Callers stand in the order of their latest turn: those to go stand first. */
function sweep(kept: Map<string, readonly Kept[]>, now: number): void {
  for (const [caller, [latest]] of kept) {
    if (kept.size < MOST_CALLERS && latest && isFresh(latest, now)) return;
    kept.delete(caller);
  }
}

function keep(kept: Map<string, readonly Kept[]>, callers: ReadonlySet<string>, one: Kept): void {
  for (const caller of callers) {
    const others = kept.get(caller) ?? [];
    kept.delete(caller);
    kept.set(caller, [one, ...others].slice(0, MOST_OF_ONE));
  }
  const drop = () => {
    for (const caller of callers) {
      const left = kept.get(caller)?.filter((other) => other !== one) ?? [];
      if (left.length > 0) kept.set(caller, left);
      else kept.delete(caller);
    }
  };
  one.reply.then((reply) => isNotTaken(reply) && drop(), drop);
}

/** What changed nothing is tried anew when it is sent again. */
const isNotTaken = ({ status }: Reply): boolean => status === 'error_internal' || status === 'limited_rate';
