import type { Draft, Turn } from '../context.js';
import { totalOf } from '../estimate/show.js';
import { show } from '../guided/go.js';
import { currentRun, positionOf } from '../guided/runs.js';
import { wording } from '../wording.js';

const say = wording.commands;

const WHY = 'c:why.';

/** For who wants short replies: the draft without its working and sources, which a button brings back. */
export function withoutBasis(draft: Draft, turn: Turn): Draft {
  const { incoming, session, tag } = turn;
  const { sources = [], working = [] } = draft;
  const isAsked = 'press' in incoming.message && incoming.message.press.startsWith(WHY);
  if (!session.settings.short || isAsked || draft.picture || sources.length + working.length === 0) return draft;
  const mark = incoming.at.getTime().toString(36);
  const places = sources.map(({ source, place }) => ({ id: source.id, place }));
  session.folded = { mark, result: draft.status === 'outcome', sources: places };
  return { ...draft, working: [], sources: [], actions: [{ press: `${WHY}${mark}:${tag}`, label: say.why }] };
}

/** What the last short reply left out; the button of an older one says so. */
export function basis(mark: string, turn: Turn): Draft {
  const { folded } = turn.session;
  if (folded?.mark !== mark) return { status: 'smalltalk', text: say.whyGone };
  const current = folded.result ? currentRun(turn) : undefined;
  if (current && positionOf(current, turn).at === 'end') return show(current, turn);
  const { sources } = turn.tools.knowledge;
  const cited = folded.sources.flatMap(({ id, place }) => {
    const source = sources.get(id);
    return source ? [{ source, place }] : [];
  });
  return { status: 'answered_curated', text: say.basis, sources: cited };
}

/** The result of the task at hand as a picture; nothing if it has none. */
export function picture(turn: Turn): Draft | undefined {
  const current = currentRun(turn);
  if (!current || positionOf(current, turn).at !== 'end') return undefined;
  const { working = [], region } = show(current, turn);
  return working.length === 0
    ? undefined
    : {
        status: 'outcome',
        text: say.pictureOf(current.flow.title, totalOf(current.run.answers)),
        working,
        picture: true,
        region,
      };
}
