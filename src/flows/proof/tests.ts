import { referencesOf, type SlotClause, type Test } from '../condition.js';
import type { Question } from '../question.js';
import { UNKNOWN } from '../values.js';
import type { FlowProblem } from './problem.js';

/** What tests may say of a slot. */
export type Slot = {
  readonly type: 'finite' | 'text' | 'date' | 'amount' | 'region';
  readonly values: readonly string[];
  readonly unknown: boolean;
};

/** The slot of a question. */
export function slotOfQuestion(item: Question): Slot {
  const { unknown } = item;
  if (item.type === 'choice') return { type: 'finite', values: item.choices.map(({ id }) => id), unknown };
  if (item.type === 'yesno') return { type: 'finite', values: ['yes', 'no'], unknown };
  const type = item.type === 'date' || item.type === 'region' ? item.type : 'amount';
  return { type, values: [], unknown };
}

/** The slot of an output of a computation. */
export const slotOfOutput = (values: readonly string[] | 'text'): Slot =>
  values === 'text' ? { type: 'text', values: [], unknown: false } : { type: 'finite', values, unknown: false };

const COMPARISONS: Readonly<Record<Slot['type'], readonly (keyof Test)[]>> = {
  finite: [],
  text: [],
  date: ['from', 'after', 'until', 'before'],
  amount: ['gte', 'gt', 'lte', 'lt'],
  region: ['within'],
};

const ANY_SLOT: readonly (keyof Test)[] = ['oneOf', 'unknown', 'answered'];

type Wrong = Pick<FlowProblem, 'code' | 'detail'>;

/** What is wrong with one test, given the slots it may name. */
export function wrongIn({ slot: name, test }: SlotClause, slots: ReadonlyMap<string, Slot>): Wrong[] {
  const slot = slots.get(name);
  if (!slot) return [{ code: 'unknown_slot', detail: name }];
  if (slot.type === 'text') return [{ code: 'text_tested', detail: name }];
  const checks = Object.entries(test).flatMap(([check, operand]) => (operand === undefined ? [] : [check]));
  const allowed: readonly string[] = [...ANY_SLOT, ...COMPARISONS[slot.type]];
  const values = [...(test.oneOf ?? []), ...(test.unknown === undefined ? [] : [UNKNOWN])];
  return [
    ...checks
      .filter((check) => !allowed.includes(check))
      .map((check): Wrong => ({ code: 'wrong_test', detail: `${name} ${check}` })),
    ...values.flatMap((value) => wrongValue(name, slot, value)),
    ...referencesOf(test).flatMap((other) => wrongReference(name, slot, other, slots.get(other))),
  ];
}

function wrongValue(name: string, slot: Slot, value: string): Wrong[] {
  if (value === UNKNOWN ? slot.unknown : slot.values.includes(value)) return [];
  return slot.type === 'finite' || value === UNKNOWN
    ? [{ code: 'unknown_value', detail: `${name}=${value}` }]
    : [{ code: 'wrong_test', detail: `${name}=${value}` }];
}

function wrongReference(name: string, slot: Slot, other: string, found: Slot | undefined): Wrong[] {
  if (!found) return [{ code: 'unknown_slot', detail: other }];
  return found.type === slot.type ? [] : [{ code: 'wrong_test', detail: `${name} $${other}` }];
}
