import type { Gaps } from '../desk/gaps.js';
import type { Draft, Tools, Turn } from './context.js';
import { createLookup } from './lookup.js';
import { blankTurn, withText } from './new-turn.js';
import { openQuestion, presented } from './present.js';
import { finish } from './reply.js';
import { newSession, type Session } from './session.js';
import { asSaid } from './spoken.js';
import { takeTurn } from './turn.js';
import type { Handle, Incoming, Lookup, Reply, Status } from './types.js';
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
  readonly lookup: Lookup;
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
  return {
    handle,
    lookup: createLookup(deps),
    forget,
    idle: async () => void (await Promise.allSettled(under.values())),
  };
}

async function oneTurn(incoming: Incoming, deps: HandleDeps): Promise<Reply> {
  let turn = blankTurn(incoming, deps);
  try {
    turn = { ...turn, session: (await deps.sessions.get(incoming.user, incoming.at)) ?? newSession() };
    const said = await asSaid(turn);
    turn = withText(said.turn);
    const open = openQuestion(turn);
    const draft = renewedSaid(said.draft ?? presented(await takeTurn(turn), open, turn), turn);
    if (draft.forget) await deps.sessions.delete(incoming.user);
    else await deps.sessions.set(incoming.user, turn.session, incoming.at);
    await note(draft, turn, deps);
    return finish(draft, turn);
  } catch (error) {
    deps.log({ event: 'turn_failed', error: error instanceof Error ? error.name : 'unknown', reason: reasonOf(error) });
    deps.count('error_internal');
    return finish({ status: 'error_internal', text: wording.broken }, turn);
  }
}

/** The draft with a word on a conversation that an older version kept; said once. */
function renewedSaid(draft: Draft, { session }: Turn): Draft {
  if (!session.renewed) return draft;
  session.renewed = false;
  return { ...draft, text: `${draft.text}\n${wording.renewed}` };
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
