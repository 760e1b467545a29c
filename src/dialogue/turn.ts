import type { Draft, Turn } from './context.js';
import { againAfter } from './guided/again.js';
import { answer } from './steps/answer.js';
import { ask } from './steps/ask.js';
import { begin } from './steps/begin.js';
import { command } from './steps/command.js';
import { confirm } from './steps/confirm.js';
import { estimate } from './steps/estimate.js';
import { guard } from './steps/guard.js';
import { limit } from './steps/limit.js';
import { press } from './steps/press.js';
import { refuse } from './steps/refuse.js';
import { repair } from './steps/repair.js';

/** One step of a turn: a reply ends the turn, nothing passes it on. */
export type Step = (turn: Turn) => Draft | undefined | Promise<Draft | undefined>;

/** The life of a message, in order. */
export const steps: readonly Step[] = [
  limit,
  guard,
  command,
  press,
  confirm,
  refuse,
  repair,
  answer,
  estimate,
  begin,
  ask,
];

/** Runs the steps until one replies; the last one always does. A question that stays open is asked again after the reply. */
export async function takeTurn(turn: Turn): Promise<Draft> {
  for (const step of steps) {
    const draft = await step(turn);
    if (draft) return draft.alone ? draft : againAfter(draft, turn);
  }
  throw new Error('the last step of a turn must reply');
}
