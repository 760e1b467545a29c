import { type Flow, versionOf } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import { isRegionCode, UNKNOWN } from '../../flows/values.js';
import { type Answers, type Position, walk } from '../../flows/walk.js';
import { civilDay, type IsoDate } from '../../policy/dates.js';
import type { RegionCode } from '../../policy/region.js';
import type { Tools, Turn } from '../context.js';
import type { FlowRun, Person } from '../session.js';

/** The person a task is for until another is named. */
export const SELF = 'self';

/** The slot that says for whom a task is done. */
export const FOR_WHOM = 'for_whom';

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

export const personOf = (turn: Turn, label: string): Person | undefined =>
  turn.session.people.find((person) => person.label === label);

/** The other person who an answer was told of, in this conversation or before; undefined if nobody else's task has it. */
export function ownerOf(slot: string, value: string, { session }: Turn): string | undefined {
  const told = [
    ...session.runs.map(({ person, answers }) => ({ person, answers })),
    ...session.people.map(({ label, remembered }) => ({ person: label, answers: remembered })),
  ].filter(({ answers }) => answers[slot] === value);
  const isOwn = told.some(({ person }) => person === SELF);
  return isOwn ? undefined : told.at(0)?.person;
}

const MOST_RUNS = 5;

/** Begins a task for a person with what was told of them. A task of the same flow is begun anew. */
export function begin(flow: Flow, person: string, answers: Answers, turn: Turn): Current {
  const run: FlowRun = {
    flow: flow.flow,
    version: versionOf(flow),
    person,
    answers: { ...answers },
    previous: {},
    done: false,
  };
  const others = turn.session.runs.filter((other) => other.flow !== flow.flow);
  turn.session.runs = [...others.slice(1 - MOST_RUNS), run];
  for (const [slot, value] of Object.entries(answers)) remember({ run, flow }, slot, value, turn);
  return { run, flow };
}

/**
 * Puts an answer into a run; one that is remembered is kept for its person.
 * @returns true if the run is for another person now, so that all else is asked anew
 */
export function answer(current: Current, slot: string, value: string, turn: Turn): boolean {
  const { run, flow } = current;
  turn.session.unclear = 0;
  const isOther = slot === FOR_WHOM && changePerson(current, value);
  run.answers = { ...run.answers, [slot]: value };
  run.version = versionOf(flow);
  run.done = false;
  run.doubt = undefined;
  if (run.reopened === slot) run.reopened = undefined;
  remember(current, slot, value, turn);
  return isOther;
}

const questionsOf = ({ items }: Flow): Question[] => items.filter((item) => item.is === 'question');

function remember({ run, flow }: Current, slot: string, value: string, turn: Turn): void {
  const isKept = questionsOf(flow).some((item) => item.id === slot && item.remember);
  if (!isKept || value === UNKNOWN) return;
  const person = personOf(turn, run.person);
  if (person) person.remembered = { ...person.remembered, [slot]: value };
  else turn.session.people = [...turn.session.people, { label: run.person, remembered: { [slot]: value } }];
}

/** The answers of one person are never another's: they are asked again, and what belongs to the person is not even offered. */
function changePerson({ run, flow }: Current, person: string): boolean {
  const before = run.answers[FOR_WHOM] ?? run.previous[FOR_WHOM];
  run.person = person;
  if (before === undefined || before === person) return false;
  const own = ownSlots(flow);
  const offered = Object.entries({ ...run.previous, ...run.answers }).filter(([slot]) => !own.includes(slot));
  run.previous = Object.fromEntries(offered);
  run.answers = {};
  return true;
}

/** Takes all answers back: they are offered again on the way, but for what belongs to a person who is to be named anew. */
export function takeAllBack({ run, flow }: Current): void {
  const isNamed = questionsOf(flow).some(({ id }) => id === FOR_WHOM);
  const own = isNamed ? [FOR_WHOM, ...ownSlots(flow)] : [];
  const told = Object.entries({ ...run.previous, ...run.answers });
  run.previous = Object.fromEntries(told.filter(([slot]) => !own.includes(slot)));
  run.answers = {};
  run.reopened = undefined;
  run.doubt = undefined;
  if (isNamed) run.person = SELF;
}

/** The questions whose answers belong to a person. */
const ownSlots = (flow: Flow): string[] => questionsOf(flow).flatMap(({ id, remember: kept }) => (kept ? [id] : []));

/** Takes an answer back: its question is open again, and the old answer is offered with it. */
export function takeBack({ run }: Pick<Current, 'run'>, slot: string): void {
  const { [slot]: old, ...answers } = run.answers;
  run.answers = answers;
  run.reopened = slot;
  run.doubt = undefined;
  run.done = false;
  if (old !== undefined) run.previous = { ...run.previous, [slot]: old };
}
