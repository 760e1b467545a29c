import type { Chooser } from '../knowledge/choose.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Heard, Language } from '../language/understand.js';
import type { IsoDate } from '../policy/dates.js';
import type { Draft } from './reply.js';
import type { Session } from './session.js';
import { ask } from './steps/ask.js';
import { guard } from './steps/guard.js';
import { limit } from './steps/limit.js';
import { press } from './steps/press.js';
import { refuse } from './steps/refuse.js';
import type { Incoming } from './types.js';

/** What the steps work with: content and the tools that read it. */
export type Tools = {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly choose: Chooser;
  /** True if this user may have one more turn now; counts it. */
  readonly allow: (user: string, now: Date) => Promise<boolean>;
};

/** One turn under way. `text` is masked; steps change `session` and nothing else that outlives the turn. */
export type Turn = {
  readonly incoming: Incoming;
  /** A short mark of this conversation, carried by its buttons. */
  readonly tag: string;
  readonly day: IsoDate;
  readonly text: string;
  readonly masked: boolean;
  readonly heard: Heard;
  readonly session: Session;
  readonly tools: Tools;
};

/** One step of a turn: a reply ends the turn, nothing passes it on. */
export type Step = (turn: Turn) => Draft | undefined | Promise<Draft | undefined>;

/** The life of a message, in order. */
export const steps: readonly Step[] = [limit, guard, press, refuse, ask];

/** Runs the steps until one replies; the last one always does. */
export async function takeTurn(turn: Turn): Promise<Draft> {
  for (const step of steps) {
    const draft = await step(turn);
    if (draft) return draft;
  }
  throw new Error('the last step of a turn must reply');
}
