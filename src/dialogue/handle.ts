import type { Gaps } from '../desk/gaps.js';
import { daysIn } from '../language/days.js';
import { mask } from '../language/mask.js';
import type { Heard } from '../language/understand.js';
import { civilDay, type IsoDate } from '../policy/dates.js';
import type { Draft, Tools, Turn } from './context.js';
import { finish } from './reply.js';
import { newSession, type Session } from './session.js';
import { LONGEST_MESSAGE } from './steps/guard.js';
import { takeTurn } from './turn.js';
import type { Handle, Incoming, Reply, Status } from './types.js';
import { wording } from './wording.js';

/** What a turn needs beside its tools: where conversations are kept, gaps listed, statuses counted. */
export type HandleDeps = Tools & {
  readonly sessions: {
    get(key: string, now: Date): Promise<Session | undefined>;
    set(key: string, session: Session, now: Date): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
  readonly gaps: Pick<Gaps, 'append'>;
  /** A salted hash: who asked is never stored as given. */
  readonly hash: (text: string) => string;
  readonly count: (status: Status) => void;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
};

export type Handling = {
  readonly handle: Handle;
  /** Deletes what a user left. */
  readonly forget: (channel: string, user: string) => Promise<boolean>;
  /** Resolves when no turn is under way. */
  readonly idle: () => Promise<void>;
};

/** One turn at a time per user: each waits for the one before it of the same user. */
export function createHandle(deps: HandleDeps): Handling {
  const under = new Map<string, Promise<unknown>>();
  const handle: Handle = (incoming) => {
    const key = deps.hash(`${incoming.channel}:${incoming.user}`);
    const turn = (under.get(key) ?? Promise.resolve()).then(() => oneTurn({ ...incoming, user: key }, deps));
    const done = turn.finally(() => {
      if (under.get(key) === done) under.delete(key);
    });
    under.set(key, done);
    return turn;
  };
  const forget = (channel: string, user: string) => deps.sessions.delete(deps.hash(`${channel}:${user}`));
  return { handle, forget, idle: async () => void (await Promise.allSettled(under.values())) };
}

async function oneTurn(incoming: Incoming, deps: HandleDeps): Promise<Reply> {
  let turn = blankTurn(incoming, deps);
  try {
    turn = { ...turn, session: (await deps.sessions.get(incoming.user, incoming.at)) ?? newSession() };
    turn = withText(turn);
    const draft = renewedSaid(await takeTurn(turn), turn);
    await deps.sessions.set(incoming.user, turn.session, incoming.at);
    await note(draft, turn, deps);
    return finish(draft, turn);
  } catch (error) {
    deps.log({ event: 'turn_failed', error: error instanceof Error ? error.name : 'unknown', reason: reasonOf(error) });
    deps.count('error_internal');
    return finish({ status: 'error_internal', text: wording.broken }, turn);
  }
}

const SILENCE: Heard = { text: '', core: '', stem: '', concepts: [], places: [] };

function blankTurn(incoming: Incoming, deps: HandleDeps): Turn {
  return {
    incoming,
    tag: incoming.user.slice(0, 8),
    day: civilDay(incoming.at),
    text: '',
    masked: false,
    heard: SILENCE,
    session: newSession(),
    tools: deps,
  };
}

/** The draft with a word on a conversation that an older version kept; said once. */
function renewedSaid(draft: Draft, { session }: Turn): Draft {
  if (!session.renewed) return draft;
  session.renewed = false;
  return { ...draft, text: `${draft.text}\n${wording.renewed}` };
}

/** Markup is no part of a question. */
const MARKUP = /<\/?[a-z][^<>]{0,100}>/gi;

/** The turn with its text masked and understood; only masked text goes any further. */
function withText(turn: Turn): Turn {
  const { message } = turn.incoming;
  if ('press' in message) return turn;
  const { text, found } = mask(message.text);
  if (text.length > LONGEST_MESSAGE) return { ...turn, text, masked: found.length > 0 };
  const heard = turn.tools.language.hear(text.replace(MARKUP, ' '));
  return { ...turn, text, masked: found.length > 0, heard, day: dayAsked(heard.text, turn.day) };
}

/** Years in these belong to documents and statistics, not to a stay in hospital. */
const OF_A_PAPER = /号|文件|通知|规程|文号|人次|多少家|几家|多少亿|统计|数据|全国|杂志|报道|新闻|公报|目标|试点/;
/** 2023年起, 去年以来: a beginning, not the day asked about. */
const SINCE = /^(起|以来|以后|之后|开始|后)/;
const OF_A_STAY = /出院|住院|看病|就医|备案|转诊|急诊|那时|当时|时候|那会|以前|之前|降|报/;

/** The day the question is about: the end of a past period it names, else today. */
function dayAsked(text: string, today: IsoDate): IsoDate {
  if (!OF_A_STAY.test(text) || OF_A_PAPER.test(text)) return today;
  const past = daysIn(text, today).filter(
    ({ raw, until }) => until < today && !SINCE.test(text.slice(text.indexOf(raw) + raw.length)),
  );
  return past.at(-1)?.until ?? today;
}

async function note(draft: Draft, turn: Turn, deps: HandleDeps): Promise<void> {
  deps.count(draft.status);
  deps.log({ event: 'turn', channel: turn.incoming.channel, status: draft.status });
  const wrong = 'press' in turn.incoming.message && turn.incoming.message.press.startsWith('wrong:');
  if (!wrong && !draft.status.startsWith('unanswerable_')) return;
  const question = wrong ? (turn.session.last?.question ?? '') : turn.heard.text.slice(0, 300);
  const region = turn.session.frame.insured?.code ?? null;
  const gap = {
    at: turn.incoming.at.toISOString(),
    question,
    region,
    status: wrong ? 'said_wrong' : draft.status,
  };
  // The answer is ready: a gap that cannot be listed must not cost it.
  await deps.gaps.append(gap).catch((error: unknown) => deps.log({ event: 'gap_lost', reason: reasonOf(error) }));
}

/** A reason for operators that cannot hold what a person wrote. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'StoreError' ? error.message : '';
