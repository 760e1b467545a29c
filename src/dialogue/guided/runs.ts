import type { Flow } from '../../flows/flow.js';
import { isRegionCode } from '../../flows/values.js';
import { type Answers, type Position, walk } from '../../flows/walk.js';
import { civilDay, type IsoDate } from '../../policy/dates.js';
import type { RegionCode } from '../../policy/region.js';
import type { Tools, Turn } from '../context.js';
import type { FlowRun } from '../session.js';

/** A task with its flow. */
export type Current = { readonly run: FlowRun; readonly flow: Flow };

/** What places a task: the conversation, the instant, and the tools that walk flows. */
export type Standing = Pick<Turn, 'session' | 'incoming'> & { readonly tools: Pick<Tools, 'flows' | 'computations'> };

/** The task at hand: the last one begun whose flow still exists. */
export function currentRun({ session, tools }: Standing): Current | undefined {
  const run = session.runs.findLast((one) => tools.flows.has(one.flow));
  const flow = run && tools.flows.get(run.flow);
  return run && flow ? { run, flow } : undefined;
}

/** The task at hand if a question of it is open. */
export function openRun(turn: Standing): Current | undefined {
  const current = currentRun(turn);
  return current && !current.run.done ? current : undefined;
}

/** The task of a flow, wherever it stands among those begun. */
export function runOf(name: string, { session, tools }: Standing): Current | undefined {
  const run = session.runs.find((one) => one.flow === name);
  const flow = tools.flows.get(name);
  return run && flow ? { run, flow } : undefined;
}

/** The last task left in the middle beside the one at hand. */
export function unfinishedBelow(turn: Standing): Current | undefined {
  const { run: top } = currentRun(turn) ?? {};
  const run = turn.session.runs.findLast((one) => one !== top && !one.done && turn.tools.flows.has(one.flow));
  return run && runOf(run.flow, turn);
}

/** Makes a task the one at hand. */
export function bringUp({ run }: Current, { session }: Turn): void {
  session.runs = [...session.runs.filter((one) => one !== run), run];
}

/** The day tasks are walked on: that of the message, whatever day it speaks of. */
export const todayOf = ({ incoming }: Pick<Turn, 'incoming'>): IsoDate => civilDay(incoming.at);

/** Where a run stands: worked out from its answers. */
export const positionOf = (current: Current, turn: Standing): Position =>
  positionWith(current.run.answers, current, turn);

/** Where a run would stand with these answers. */
export const positionWith = (answers: Answers, { run, flow }: Current, turn: Standing): Position =>
  walk(run.reopened === undefined ? flow : asking(run.reopened, flow), answers, {
    today: todayOf(turn),
    computations: turn.tools.computations,
  });

/** The flow with one of its questions asked, though it might be passed over. */
function asking(slot: string, flow: Flow): Flow {
  const items = flow.items.map((item) => {
    if (item.is !== 'question' || item.id !== slot) return item;
    const { optional: _, ...always } = item;
    return always;
  });
  return { ...flow, items };
}

/** The question before the open one, or the last before the end: the one that is asked again if its answer is taken back. */
export function askedBefore(current: Current, turn: Turn): string | undefined {
  const { path } = positionOf(current, turn);
  return path.findLast((slot) => {
    const { [slot]: _, ...others } = current.run.answers;
    const position = positionWith(others, current, turn);
    return position.at === 'question' && position.item.id === slot;
  });
}

/** The insured region a run has been told, if one was. */
export const insuredOf = ({ answers }: Pick<FlowRun, 'answers'>): RegionCode | undefined => {
  const told = answers['insured_region'];
  return told !== undefined && isRegionCode(told) ? told : undefined;
};
