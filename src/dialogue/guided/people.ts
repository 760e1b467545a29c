import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import { UNKNOWN } from '../../flows/values.js';
import type { Turn } from '../context.js';
import type { Frame, Person } from '../session.js';
import type { Current } from './runs.js';

/** The person a task is for until another is named. */
export const SELF = 'self';

/** The slot that says for whom a task is done. */
export const FOR_WHOM = 'for_whom';

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

const NAMES_SELF = /我自己|我本人|本人/;

/**
 * The situation talked of, as far as it stands for whom a message names: what was told of somebody is not another's. A message
 * that names nobody leans on all of it.
 * @param named the person a message names, as tasks know them; undefined if it names none
 */
export function frameFor(text: string, named: string | undefined, turn: Turn): Frame {
  const { frame } = turn.session;
  const person = NAMES_SELF.test(text) ? SELF : named;
  const owner = frame.insured && ownerOf('insured_region', frame.insured.code, turn);
  if (person === undefined || owner === undefined || owner === person) return frame;
  const { insured: _, insurance: __, ...rest } = frame;
  return rest;
}

const questionsOf = ({ items }: Flow): Question[] => items.filter((item) => item.is === 'question');

/** The questions of a flow whose answers belong to a person. */
export const ownSlots = (flow: Flow): string[] =>
  questionsOf(flow).flatMap(({ id, remember: kept }) => (kept ? [id] : []));

/** True if a flow asks for whom it is done. */
export const asksForWhom = (flow: Flow): boolean =>
  questionsOf(flow).some(({ id, optional }) => id === FOR_WHOM && optional === undefined);

/** Keeps what a run has been told of its person; nothing until it is known who that is. */
export function rememberOwn({ run, flow }: Current, turn: Turn): void {
  if (asksForWhom(flow) && run.answers[FOR_WHOM] === undefined) return;
  const own = ownSlots(flow);
  const told = Object.entries(run.answers).filter(([slot, value]) => own.includes(slot) && value !== UNKNOWN);
  if (told.length === 0) return;
  const remembered = { ...personOf(turn, run.person)?.remembered, ...Object.fromEntries(told) };
  const others = turn.session.people.filter(({ label }) => label !== run.person);
  turn.session.people = [...others, { label: run.person, remembered }];
}
