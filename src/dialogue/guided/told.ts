import type { Flow } from '../../flows/flow.js';
import { UNKNOWN } from '../../flows/values.js';
import type { Answers } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';
import { answer } from './answers.js';
import { steer } from './buttons.js';
import { labelOf, questionOf, shown } from './find.js';
import { show } from './go.js';
import { FOR_WHOM } from './people.js';
import type { Current } from './runs.js';

const say = wording.guided;

/**
 * Puts what a sentence tells into a run: what is new is taken, what contradicts an earlier answer is asked about.
 * @returns undefined if there is nothing new in it
 */
export function takeTold(current: Current, told: Answers, turn: Turn): Draft | undefined {
  const { answers } = current.run;
  const differs = Object.entries(told).filter(
    ([slot, value]) => answers[slot] !== undefined && answers[slot] !== value,
  );
  const fresh = Object.entries(told).filter(([slot]) => answers[slot] === undefined);
  const said = personFirst(fresh).map(([slot, value]) => take(current, slot, value, turn));
  if (differs.length > 0) return conflict(current, differs, turn);
  if (fresh.length === 0) return undefined;
  return show(current, turn, [noted(current.flow, fresh, turn), ...said].join(''));
}

/** For whom a task is decides what becomes of the other answers: it is put in before them. */
const personFirst = (told: readonly [string, string][]): [string, string][] =>
  [...told].sort(([a], [b]) => Number(b === FOR_WHOM) - Number(a === FOR_WHOM));

/** Puts one answer into a run; a place answered is also the one talked of from now on. Gives what is to be said of it, if anything. */
export function take(current: Current, slot: string, value: string, turn: Turn): string {
  const isOther = answer(current, slot, value, turn);
  noteFrame(slot, value, turn);
  return isOther ? say.otherPerson : '';
}

/** What was understood, said back. */
export const noted = (flow: Flow, told: readonly [string, string][], turn: Turn): string =>
  say.noted(told.map(([slot, value]) => said(flow, slot, value, turn)).join('、'));

function said(flow: Flow, slot: string, value: string, turn: Turn): string {
  const item = questionOf(flow, slot);
  return item ? `${labelOf(item)} ${shown(item, value, turn)}` : value;
}

/** Asks whether earlier answers are to be changed. */
function conflict({ run, flow }: Current, differs: readonly [string, string][], turn: Turn): Draft {
  run.doubt = Object.fromEntries(differs);
  const pairs = differs.flatMap(([slot, value]) => {
    const item = questionOf(flow, slot);
    if (!item) return [];
    return [
      { label: labelOf(item), before: shown(item, run.answers[slot] ?? '', turn), now: shown(item, value, turn) },
    ];
  });
  const [[slot, value] = ['', '']] = differs;
  return {
    status: 'clarify',
    text: say.conflict(pairs),
    choices: [
      {
        press: steer('set', flow.flow, turn, value),
        label: say.yesChange(pairs.map(({ now }) => now).join('、')),
      },
      { press: steer('keep', flow.flow, turn), label: say.keep },
    ],
    open: { flow: flow.flow, slot },
  };
}

/** Puts the answers that were asked about in the place of the earlier ones. */
export function takeDoubt(current: Current, doubt: Answers, turn: Turn): Draft {
  const told = Object.entries(doubt);
  const said = personFirst(told).map(([slot, value]) => take(current, slot, value, turn));
  return show(current, turn, [noted(current.flow, told, turn), ...said].join(''));
}

/** The situation talked of in this conversation follows what is answered. */
export function noteFrame(slot: string, value: string, { session, tools }: Turn): void {
  if (value === UNKNOWN) return;
  const place = { code: value, name: tools.language.nameOf(value) };
  if (slot === 'insured_region') session.frame = { ...session.frame, insured: place };
  if (slot === 'care_region') session.frame = { ...session.frame, care: place };
  if (slot === 'insurance' && (value === 'employee' || value === 'resident'))
    session.frame = { ...session.frame, insurance: value };
}
