import type { Judge } from '../calculator/request.js';
import type { Computations } from '../flows/computation.js';
import type { Flow } from '../flows/flow.js';
import type { Chooser, Ranking } from '../knowledge/choose.js';
import type { Watch } from '../knowledge/guard.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Heard, Language } from '../language/understand.js';
import type { IsoDate } from '../policy/dates.js';
import type { RegionCode } from '../policy/region.js';
import type { Citation } from '../policy/source.js';
import type { Session } from './session.js';
import type { Choice, File, Incoming, Line, Reply, Status } from './types.js';

/** What the steps work with: content and the tools that read it. */
export type Tools = {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly watch: Watch;
  readonly choose: Chooser;
  readonly rank: Ranking;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly computations: Computations;
  /** What the calculator reads requests by. */
  readonly judge: Judge;
  /** True if this user may have one more turn now; counts it. */
  readonly allow: (user: string, now: Date) => Promise<boolean>;
  /** Writes down what is said in a recording; rejects if that fails. None: recordings are not heard. */
  readonly transcribe?: ((audio: Uint8Array, name: string, signal: AbortSignal) => Promise<string>) | undefined;
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
  readonly steps?: readonly string[];
  readonly working?: readonly Line[];
  readonly files?: readonly File[];
  /** Buttons beside those that stand on every reply. */
  readonly actions?: readonly Choice[];
  readonly open?: { readonly flow: string; readonly slot: string };
  readonly sources?: readonly Citation[];
  /** Shown after everything else: what to know and take along, or an open question repeated after an answer to something else. */
  readonly after?: string;
  readonly region?: RegionCode | undefined;
  /** True if it is not known what was meant. */
  readonly lost?: boolean;
  /** True if all that is kept of the user is to be deleted. */
  readonly forget?: boolean;
  /** True if a question that is open is not asked again below this. */
  readonly alone?: boolean;
} & Pick<Reply, 'settled' | 'stale' | 'picture' | 'privately'>;
