import { type Flow, versionOf } from '../../flows/flow.js';
import type { Answers } from '../../flows/walk.js';
import type { Turn } from '../context.js';
import type { FlowRun } from '../session.js';
import { asksForWhom, FOR_WHOM, ownSlots, rememberOwn, SELF } from './people.js';
import type { Current } from './runs.js';

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
  turn.session.runs = [...withRoom(others), run];
  rememberOwn({ run, flow }, turn);
  return { run, flow };
}

/** Of many tasks the oldest that has ended makes room for a new one; if all are open, the oldest. */
function withRoom(runs: readonly FlowRun[]): FlowRun[] {
  const left = runs.length < MOST_RUNS ? undefined : (runs.find(({ done }) => done) ?? runs[0]);
  return runs.filter((run) => run !== left);
}

/**
 * Puts an answer into a run; one that belongs to a person is kept for them.
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
  rememberOwn(current, turn);
  return isOther;
}

/** The answers of one person are never another's: they are asked again, and what belongs to the person is not even offered. */
function changePerson({ run, flow }: Current, person: string): boolean {
  const before = run.answers[FOR_WHOM] ?? run.previous[FOR_WHOM];
  run.person = person;
  if (before === undefined || before === person) return false;
  run.previous = without(ownSlots(flow), { ...run.previous, ...run.answers });
  run.answers = {};
  return true;
}

/** Takes an answer back: its question is open again, and the old answer is offered with it. */
export function takeBack({ run }: Pick<Current, 'run'>, slot: string): void {
  const { [slot]: old, ...answers } = run.answers;
  run.answers = answers;
  run.reopened = slot;
  run.doubt = undefined;
  run.done = false;
  if (old !== undefined) run.previous = { ...run.previous, [slot]: old };
}

/** Takes all answers back: they are offered again on the way, but for what belongs to a person who is to be named anew. */
export function takeAllBack({ run, flow }: Current): void {
  const isNamed = asksForWhom(flow);
  const told = { ...run.previous, ...run.answers };
  run.previous = isNamed ? without([FOR_WHOM, ...ownSlots(flow)], told) : told;
  run.answers = {};
  run.reopened = undefined;
  run.doubt = undefined;
  if (isNamed) run.person = SELF;
}

const without = (slots: readonly string[], answers: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).filter(([slot]) => !slots.includes(slot)));
