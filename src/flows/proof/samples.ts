import type { Computations } from '../computation.js';
import { referencesOf, type SlotClause } from '../condition.js';
import type { Compute, Flow } from '../flow.js';
import { passes } from '../holds.js';
import type { Question } from '../question.js';
import { testsOf } from './conditions.js';
import { groupsOf } from './group.js';
import { PROOF_DAY, typicalValues } from './typical.js';

/** Values of one slot that no test of the flow tells apart; undefined if there is none: an output left out, or a question passed over. */
export type Sample = readonly (string | undefined)[];

/** Values that stand for all answers to the questions of a flow, and for all outputs that are tested, by slot. */
export function samplesOf(flow: Flow, computations: Computations): ReadonlyMap<string, readonly Sample[]> {
  const tests = testsOf(flow);
  return new Map(
    flow.items.flatMap((item): [string, readonly Sample[]][] => {
      if (item.is === 'question') return [[item.id, answersOf(item, tests)]];
      return item.is === 'compute' ? outputsOf(item, computations, tests) : [];
    }),
  );
}

/** Of amounts, days and places one stands for all that pass the same tests. */
function answersOf(item: Question, tests: readonly SlotClause[]): Sample[] {
  const family = familyOf(item.id, tests);
  const values = typicalValues(item, operandsOf(family, tests), family.size > 1);
  const groups = grouped(item.id, values, tests, family.size > 1);
  return item.type === 'choice' || item.type === 'yesno' ? groups : groups.map((group) => group.slice(0, 1));
}

function outputsOf(item: Compute, computations: Computations, tests: readonly SlotClause[]): [string, Sample[]][] {
  const outputs = Object.entries(computations[item.compute]?.outputs ?? {});
  return outputs.flatMap(([output, values]): [string, Sample[]][] => {
    const slot = `${item.id}.${output}`;
    const own = tests.filter((clause) => clause.slot === slot);
    const absent = own.some(({ test }) => test.answered !== undefined) ? [undefined] : [];
    return values === 'text' || own.length === 0 ? [] : [[slot, grouped(slot, [...values, ...absent], tests, false)]];
  });
}

/** Values on which all tests agree, together. What is compared with other answers can only be told apart on the way. */
function grouped(
  slot: string,
  values: readonly (string | undefined)[],
  tests: readonly SlotClause[],
  related: boolean,
): Sample[] {
  const own = tests.filter((clause) => clause.slot === slot);
  const known = { today: PROOF_DAY, slots: new Map<string, string>() };
  return groupsOf(values, (value) =>
    related ? String(value) : own.map(({ test }) => Number(passes(test, value, known))).join(''),
  );
}

/** A slot with all that it is compared with, directly or by way of others. */
function familyOf(slot: string, tests: readonly SlotClause[]): ReadonlySet<string> {
  const family = new Set([slot]);
  for (const member of family)
    for (const { slot: tested, test } of tests) {
      const pair = [tested, ...referencesOf(test)];
      if (pair.length > 1 && pair.includes(member)) for (const other of pair) family.add(other);
    }
  return family;
}

/** All that the members of a family are compared with. */
const operandsOf = (family: ReadonlySet<string>, tests: readonly SlotClause[]): string[] => {
  const compared = tests
    .filter(({ slot }) => family.has(slot))
    .flatMap(({ test: { oneOf: _, unknown: _u, answered: _a, within = [], ...rest } }) => [
      ...within,
      ...Object.values(rest),
    ]);
  return [...new Set(compared.filter((operand) => operand !== undefined))];
};
