import { type Flow, versionOf } from '../../flows/flow.js';
import { type Answers, type Position, walk } from '../../flows/walk.js';
import type { Turn } from '../context.js';
import type { FlowRun, Person } from '../session.js';

/** The person a task is for until another is named. */
export const SELF = 'self';

/** The slot that says for whom a task is done. */
export const FOR_WHOM = 'for_whom';

/** The task at hand: the last one begun, if its flow still exists. */
export function currentRun({ session, tools }: Turn): { run: FlowRun; flow: Flow } | undefined {
  const run = session.runs.at(-1);
  const flow = run && tools.flows.get(run.flow);
  return run && flow ? { run, flow } : undefined;
}

/** The task at hand if a question of it is open. */
export function openRun(turn: Turn): { run: FlowRun; flow: Flow } | undefined {
  const current = currentRun(turn);
  return current && !current.run.done ? current : undefined;
}

/** Where a run stands: worked out from its answers. */
export const positionOf = ({ run, flow }: { run: FlowRun; flow: Flow }, turn: Turn): Position =>
  walk(flow, run.answers, { today: turn.day, computations: turn.tools.computations });

export const personOf = (turn: Turn, label: string): Person | undefined =>
  turn.session.people.find((person) => person.label === label);

const MOST_RUNS = 5;

/** Begins a task for a person; what was told of that person fills its questions. A task of the same flow is begun anew. */
export function begin(flow: Flow, person: string, answers: Answers, turn: Turn): { run: FlowRun; flow: Flow } {
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
  return { run, flow };
}

/** Puts an answer into a run; one that is remembered is kept for its person. */
export function answer({ run, flow }: { run: FlowRun; flow: Flow }, slot: string, value: string, turn: Turn): void {
  run.answers = { ...run.answers, [slot]: value };
  run.version = versionOf(flow);
  run.done = false;
  if (slot === FOR_WHOM) run.person = value;
  const item = flow.items.find((one) => one.is === 'question' && one.id === slot);
  if (item?.is === 'question' && item.remember) remember(turn, run.person, slot, value);
}

function remember(turn: Turn, label: string, slot: string, value: string): void {
  const person = personOf(turn, label);
  if (person) person.remembered = { ...person.remembered, [slot]: value };
  else turn.session.people = [...turn.session.people, { label, remembered: { [slot]: value } }];
}

/** Takes an answer back: its question is open again, and the old answer is offered with it. */
export function takeBack({ run }: { run: FlowRun }, slot: string): void {
  const { [slot]: old, ...answers } = run.answers;
  run.answers = answers;
  run.done = false;
  if (old !== undefined) run.previous = { ...run.previous, [slot]: old };
}

/** Ends the task at hand; the one it was begun inside, if any, is at hand again. */
export function drop(turn: Turn): void {
  turn.session.runs = turn.session.runs.slice(0, -1);
}
