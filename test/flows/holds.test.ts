import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionSchema, referencesOf, slotClauses } from '../../src/flows/condition.js';
import { holds, type Known, mayHold, mustHold } from '../../src/flows/holds.js';

const known: Known = {
  today: '2026-11-22',
  slots: new Map(
    Object.entries({
      kind: 'referral',
      filed: 'yes',
      warned: 'no',
      sure: 'unknown',
      total: '5000',
      limit: '5000.00',
      on: '2026-03-01',
      off: '2026-03-05',
      insured_region: '150125',
      care_region: '110105',
      near: '150100',
    }),
  ),
};

const condition = (yaml: string) => conditionSchema.parse(parse(yaml));

describe('a condition', () => {
  test.each([
    ['{}', true],
    ['{ kind: referral }', true],
    ['{ kind: emergency }', false],
    ['{ kind: [emergency, referral] }', true],
    ['{ kind: referral, filed: no }', false],
    ['{ filed: yes }', true],
    ['{ filed: true }', true],
    ['{ warned: no }', true],
    ['{ warned: false }', true],
    ['{ warned: "no" }', true],
    ['{ filed: [no, false] }', false],
    ['{ any: [{ kind: emergency }, { filed: yes }] }', true],
    ['{ any: [{ kind: emergency }, { filed: no }] }', false],
    ['{ any: [{ kind: referral }], filed: no }', false],
    ['{ not: { kind: emergency } }', true],
    ['{ not: { kind: referral, filed: no } }', true],
    ['{ not: { any: [{ kind: referral }, { filed: no }] } }', false],
    ['{ total: { gte: "5000" } }', true],
    ['{ total: { gt: "4999.99", lte: "5000" } }', true],
    ['{ total: { gt: "5000" } }', false],
    ['{ total: { lt: "5000.01" } }', true],
    ['{ total: { gte: $limit, lte: $limit } }', true],
    ['{ total: { gte: $nothing } }', false],
    ['{ on: { from: 2026-03-01 } }', true],
    ['{ on: { after: 2026-03-01 } }', false],
    ['{ on: { until: 2026-03-01, before: 2026-03-02 } }', true],
    ['{ on: { before: $today } }', true],
    ['{ off: { after: $on } }', true],
    ['{ on: { from: $off } }', false],
    ['{ on: { from: $kind } }', false],
    ['{ care_region: { within: ["110000", "310000"] } }', true],
    ['{ care_region: { within: ["310000"] } }', false],
    ['{ care_region: { within: ["000000"] } }', true],
    ['{ near: { within: [$insured_region] } }', true],
    ['{ care_region: { within: [$insured_region] } }', false],
    ['{ sure: { unknown: true } }', true],
    ['{ sure: unknown }', true],
    ['{ filed: { unknown: false } }', true],
    ['{ sure: { gte: "0" } }', false],
    ['{ sure: { within: ["000000"] } }', false],
    ['{ kind: { answered: true } }', true],
    ['{ nothing: { answered: false } }', true],
    ['{ nothing: { answered: no } }', true],
    ['{ kind: { answered: false } }', false],
    // What was not answered passes no test, so that its opposite does.
    ['{ nothing: yes }', false],
    ['{ nothing: { lt: "5" } }', false],
    ['{ nothing: { unknown: false } }', false],
    ['{ not: { nothing: yes } }', true],
  ])('%s is %s', (yaml, expected) => {
    expect(holds(condition(yaml), known)).toBe(expected);
  });

  test('an absent one always holds', () => {
    expect(holds(undefined, known)).toBe(true);
  });
});

describe('a condition on what is still open', () => {
  const isOpen = (slot: string) => slot === 'later';
  test.each([
    ['{ kind: referral }', true, true],
    ['{ kind: emergency }', false, false],
    ['{ later: yes }', true, false],
    ['{ later: yes, kind: emergency }', false, false],
    ['{ not: { later: yes } }', true, false],
    ['{ not: { later: yes, kind: emergency } }', true, true],
    ['{ any: [{ later: yes }, { filed: yes }] }', true, true],
    ['{ total: { gte: $later } }', true, false],
  ])('%s may hold: %s, must hold: %s', (yaml, may, must) => {
    expect(mayHold(condition(yaml), known, isOpen)).toBe(may);
    expect(mustHold(condition(yaml), known, isOpen)).toBe(must);
  });

  test('what must hold holds, and what holds may hold, whatever the answer is', () => {
    const leaf = fc.constantFrom('{ later: yes }', '{ later: no }', '{ kind: referral }', '{ kind: emergency }');
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        tie('node').map((one) => `{ not: ${one} }`),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((many) => `{ any: [${many.join(', ')}] }`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, fc.constantFrom('yes', 'no', 'unknown'), (yaml, answer) => {
        const when = condition(yaml);
        const answered = { ...known, slots: new Map(known.slots).set('later', answer) };
        const now = holds(when, answered);
        if (mustHold(when, known, isOpen)) expect(now).toBe(true);
        if (now) expect(mayHold(when, known, isOpen)).toBe(true);
      }),
    );
  });
});

test('a condition tells which slots it tests, and which it compares with', () => {
  const clauses = slotClauses(
    condition('{ a: yes, any: [{ b: { from: $today } }, { not: { c: { within: [$d, "110000"] } } }] }'),
  );
  expect(clauses.map(({ slot }) => slot)).toEqual(['a', 'b', 'c']);
  expect(clauses.flatMap(({ test }) => referencesOf(test))).toEqual(['d']);
});
