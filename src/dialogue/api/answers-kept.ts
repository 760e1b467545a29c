import { civilDay } from '../../policy/dates.js';
import type { HandleDeps } from '../handle.js';
import { type AskedOnce, askOnce } from './ask-once.js';

const MOST = 2_000;
const LONGEST_TEXT = 200;

/**
 * Answers questions of nobody's conversation. They lean on nothing but text and day, so one that was asked before on the same
 * day gets the same reply without being worked out anew; it is counted and listed as a gap all the same. The latest 2,000 are
 * kept in memory, masked as they were answered.
 */
export function answersKept(deps: HandleDeps): (text: string, at: Date) => Promise<AskedOnce> {
  const kept = new Map<string, Promise<AskedOnce>>();
  return async (text, at) => {
    const key = deps.hash(`${civilDay(at)} ${text}`);
    const before = kept.get(key);
    kept.delete(key);
    const asked = before ?? askOnce(text, at, deps);
    if (text.length <= LONGEST_TEXT) kept.set(key, asked);
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
    const once = await asked;
    if (once.reply.status === 'error_internal') kept.delete(key);
    else if (before) await noteAgain(once, at, deps);
    return once;
  };
}

async function noteAgain({ reply, gap }: AskedOnce, at: Date, deps: HandleDeps): Promise<void> {
  deps.count(reply.status);
  deps.log({ event: 'turn', channel: 'web', status: reply.status });
  if (gap) await deps.gaps.append({ ...gap, at: at.toISOString() }).catch(() => deps.log({ event: 'gap_lost' }));
}
