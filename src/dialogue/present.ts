import { withoutBasis } from './commands/basis.js';
import type { Draft, Turn } from './context.js';
import { openRun, positionOf, runOf } from './guided/runs.js';
import { wording } from './wording.js';

/** The question of a task that is open. */
type Open = { readonly flow: string; readonly slot: string };

/** The open question before or after a turn's steps; undefined if none is. */
export function openQuestion(turn: Turn): Open | undefined {
  const current = openRun(turn);
  if (!current) return undefined;
  const position = positionOf(current, turn);
  return position.at === 'question' ? { flow: current.flow.flow, slot: position.item.id } : undefined;
}

/** What holds of any draft whichever step made it; `before` is the question that was open when the message came. */
export function presented(draft: Draft, before: Open | undefined, turn: Turn): Draft {
  const isPress = 'press' in turn.incoming.message;
  const settled = isPress && before !== undefined && !isStillOpen(before, turn);
  return withoutBasis(inPrivate({ ...draft, ...(settled && { settled }) }, turn), turn);
}

function isStillOpen({ flow, slot }: Open, turn: Turn): boolean {
  const current = runOf(flow, turn);
  const position = current && !current.run.done ? positionOf(current, turn) : undefined;
  return position?.at === 'question' && position.item.id === slot;
}

/** Where others read along no task is walked: what it asks is personal. It can be begun in private instead. */
function inPrivate(draft: Draft, { incoming, session, tools }: Turn): Draft {
  const flow = draft.open?.flow;
  if (!incoming.shared || flow === undefined) return draft;
  session.runs = session.runs.filter((run) => run.flow !== flow);
  const title = tools.flows.get(flow)?.title ?? '';
  return { status: 'clarify', text: wording.commands.inPrivate(title), privately: `f_${flow}` };
}
