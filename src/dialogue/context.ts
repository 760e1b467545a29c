import type { Chooser } from '../knowledge/choose.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Heard, Language } from '../language/understand.js';
import type { IsoDate } from '../policy/dates.js';
import type { RegionCode } from '../policy/region.js';
import type { Citation } from '../policy/source.js';
import type { Session } from './session.js';
import type { Choice, Incoming, Status } from './types.js';

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

/** What a step decided; `finish` makes the reply of it. */
export type Draft = {
  readonly status: Status;
  readonly text: string;
  readonly choices?: readonly Choice[];
  readonly sources?: readonly Citation[];
  readonly region?: RegionCode | undefined;
};
