import { describe, expect, it } from 'vitest';
import { regionSchema } from '../../src/calculator/region.js';

const source = { id: 'notice', at: '第一条' };
const file = (more: object = {}) => ({
  region: '990100',
  names: ['示例市'],
  checked: '2026-01-01',
  parameters: {},
  ...more,
});
const entry = (one: object, key = 'class_b') => file({ parameters: { [key]: [{ history: [{ source, ...one }] }] } });
const problems = (input: unknown) =>
  regionSchema.safeParse(input).error?.issues.map(({ message, path }) => [path.join('.'), message]) ?? [];

describe('a region’s file', () => {
  it('is filled with what it need not say', () => {
    expect(regionSchema.parse(file())).toEqual({
      ...file(),
      unified: false,
      official: false,
      tiers: {},
      grades: {},
      silent: [],
    });
    expect(regionSchema.parse(entry({ from: '2023-01-01', value: '0.1' })).parameters['class_b']).toMatchObject([
      { for: {}, history: [{ from: '2023-01-01', rows: [], value: { mode: 'share' } }] },
    ]);
  });

  it.each([
    ['a code without quotes', { region: 990100 }],
    ['a code too short', { region: '9901' }],
    ['a code with more behind it', { region: '990100x' }],
    ['a code with more before it', { region: 'x990100' }],
    ['no name', { names: [] }],
    ['a name of one sign', { names: ['市'] }],
    ['no such day', { checked: '2026-02-30' }],
    ['an unknown field', { author: 'x' }],
    ['an unknown parameter', { parameters: { reward: [] } }],
    ['a parameter that is no list', { parameters: { class_b: '0.1' } }],
    ['a rule without history', { parameters: { class_b: [{ history: [] }] } }],
    [
      'a rule for an unknown thing',
      { parameters: { class_b: [{ for: { job: 'x' }, history: [{ from: '2023-01-01', value: '0.1', source }] }] } },
    ],
  ])('with %s is refused', (_, more) => {
    expect(problems(file(more))).not.toEqual([]);
  });

  it('with a scheme of its own is read', () => {
    expect(problems(file({ region: '990100-provincial' }))).toEqual([]);
  });

  it.each([
    ['no time', { value: '0.1' }, 'one_of_when'],
    ['two times', { from: '2023-01-01', as_of: '2023', value: '0.1' }, 'one_of_when'],
    ['a start and in force', { from: '2023-01-01', in_force: true, value: '0.1' }, 'one_of_when'],
    ['nothing stated', { from: '2023-01-01' }, 'one_of_value'],
    ['a value and its end', { from: '2023-01-01', value: '0.1', ended: true }, 'one_of_value'],
    ['a value and tiers', { from: '2023-01-01', value: '0.1', by_tier: { primary: '0.1' } }, 'one_of_value'],
    ['an end without a day', { in_force: true, ended: true }, 'ended_from'],
    ['an end in a year', { as_of: '2023', ended: true }, 'ended_from'],
  ])('an entry with %s is refused', (_, one, message) => {
    expect(problems(entry(one))).toContainEqual(['parameters.class_b.0.history.0', message]);
  });

  it.each([
    ['a value from a day on', { from: '2023-01-01', value: '0.1' }],
    ['a value of a year', { as_of: '2023', value: '0.1' }],
    ['a value in force', { in_force: true, value: '0.1' }],
    ['values by tier', { from: '2023-01-01', by_tier: { primary: '0.1' } }],
    ['an end', { from: '2023-01-01', ended: true }],
  ])('an entry with %s is read', (_, one) => {
    expect(problems(entry(one))).toEqual([]);
  });

  it.each([
    ['a year that is none', { as_of: '23', value: '0.1' }],
    ['a year with a month', { as_of: '2023-01', value: '0.1' }],
    ['a year with words before', { as_of: '约2023', value: '0.1' }],
    ['a value out of range', { from: '2023-01-01', value: '10' }],
    ['no source', { from: '2023-01-01', value: '0.1', source: undefined }],
  ])('an entry with %s is refused', (_, one) => {
    expect(problems(entry(one))).not.toEqual([]);
  });

  it('takes the shape of each key', () => {
    expect(
      problems(entry({ from: '2023-01-01', value: { mode: 'yearly', amount: '1' } }, 'outpatient.deductible')),
    ).toEqual([]);
    expect(
      problems(entry({ from: '2023-01-01', value: { mode: 'yearly', amount: '1' } }, 'outpatient.ratio')),
    ).not.toEqual([]);
  });
});
