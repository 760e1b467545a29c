import { describe, expect, it } from 'vitest';
import { forSchema, matches, overlap } from '../../src/calculator/situation.js';

const rule = (input: object) => forSchema.parse(input);

describe('a rule and a situation', () => {
  it.each([
    ['for all', {}, {}, true],
    ['one of a list', { kind: ['referral', 'emergency'] }, { kind: 'emergency' }, true],
    ['one that stands alone', { kind: 'referral' }, { kind: 'referral' }, true],
    ['none of a list', { kind: ['referral', 'emergency'] }, { kind: 'posted' }, false],
    ['not told', { kind: 'referral' }, {}, ['kind']],
    ['two things not told', { insurance: 'employee', tier: 'primary' }, {}, ['insurance', 'tier']],
    ['one not told, one wrong', { insurance: 'employee', tier: 'primary' }, { tier: 'tertiary' }, false],
    ['one right, one not told', { insurance: 'employee', tier: 'primary' }, { tier: 'primary' }, ['insurance']],
    ['old enough', { age: { from: 60 } }, { age: 60 }, true],
    ['too young', { age: { from: 60 } }, { age: 59 }, false],
    ['younger than', { age: { below: 18 } }, { age: 17 }, true],
    ['no longer', { age: { below: 18 } }, { age: 18 }, false],
    ['between', { age: { from: 18, below: 60 } }, { age: 59 }, true],
    ['of any age', { age: {} }, { age: 0 }, true],
    ['an age not told', { age: { from: 60 } }, {}, ['age']],
    ['poor', { poor: true }, { poor: true }, true],
    ['not told to be poor', { poor: true }, {}, false],
    ['not poor', { poor: false }, {}, true],
    ['poor where it must not be', { poor: false }, { poor: true }, false],
    ['a later admission', { admission: { from: 2 } }, { admission: 2 }, true],
    ['the first admission if not told', { admission: { from: 2 } }, {}, false],
    ['the first counts', { admission: { from: 1 } }, {}, true],
    ['an early admission', { admission: { below: 2 } }, { admission: 1 }, true],
    ['not early any more', { admission: { below: 2 } }, { admission: 2 }, false],
    ['any admission', { admission: {} }, {}, true],
    ['all marks', { marks: ['a', 'b'] }, { marks: ['b', 'c', 'a'] }, true],
    ['one mark of two', { marks: ['a', 'b'] }, { marks: ['a'] }, false],
    ['no marks told', { marks: 'a' }, {}, false],
    ['the kind of care', { setting: ['chronic', 'outpatient'] }, { setting: 'outpatient' }, true],
    ['a grade', { grade: 'one' }, { grade: 'two' }, false],
    ['a filing', { filing: 'filed' }, { filing: 'not_filed' }, false],
  ] as const)('%s', (_, input, situation, verdict) => {
    expect(matches(rule(input), situation as never)).toEqual(verdict);
  });
});

it('a rule for admissions ends with the first or later, never before it', () => {
  expect(matches(rule({ admission: { below: 4 } }), { admission: 3 })).toBe(true);
  expect(forSchema.safeParse({ admission: { below: 1 } }).success).toBe(false);
});

describe('two rules', () => {
  it.each([
    ['for all', {}, {}, true],
    ['one of them for some', { kind: 'referral' }, {}, true],
    ['for the same', { kind: ['referral', 'posted'] }, { kind: ['posted', 'emergency'] }, true],
    ['for others', { kind: 'referral' }, { kind: 'posted' }, false],
    [
      'for the same in one thing only',
      { kind: 'referral', tier: 'primary' },
      { kind: 'referral', tier: 'tertiary' },
      false,
    ],
    ['for different things', { kind: 'referral' }, { tier: 'primary' }, true],
    ['for ages that meet', { age: { from: 18, below: 60 } }, { age: { from: 59 } }, true],
    ['for ages that touch', { age: { from: 18, below: 60 } }, { age: { from: 60 } }, false],
    ['for ages the other way round', { age: { from: 60 } }, { age: { below: 60 } }, false],
    ['for any age', { age: {} }, { age: {} }, true],
    ['for old age and any', { age: { from: 150 } }, { age: {} }, true],
    ['for the poor and for others', { poor: true }, { poor: false }, false],
    ['for the poor', { poor: true }, { poor: true }, true],
    ['with marks', { marks: 'a' }, { marks: 'b' }, true],
    ['for admissions', { admission: { from: 2 } }, { admission: { from: 3 } }, true],
  ] as const)('%s', (_, a, b, both) => {
    expect(overlap(rule(a), rule(b))).toBe(both);
    expect(overlap(rule(b), rule(a))).toBe(both);
  });
});
