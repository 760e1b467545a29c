import { describe, expect, it } from 'vitest';
import { isProblem, readRequest } from '../../src/calculator/request.js';
import { ask, judgeOf } from './support.js';

const error = (input: unknown, mode: Parameters<typeof ask>[0] = 'settle') => ask(mode, input)['error'];
const inCase = (more: object) => ({ case: { cost: { total: 100 }, ...more } });

describe('contradictions', () => {
  const total = 'case.cost.total';

  it.each([
    [
      'more in scope than in all',
      { cost: { total: 100, inScope: '100.01' } },
      'case.cost.inScope',
      '政策范围内费用比总费用还多，请核对。',
    ],
    [
      'parts above the total',
      { cost: { total: 100, ownFunded: 60, overLimit: 20, classB: [{ amount: '20.01' }] } },
      total,
      '自费、乙类、超限价等加起来比总费用还多，请核对。',
    ],
    [
      'parts that do not make the total',
      { cost: { total: 100, classA: 50, ownFunded: 20 } },
      total,
      '甲类、乙类、自费、超限价加起来不等于总费用，请核对，或只写其中一种。',
    ],
    [
      'two starts',
      { cost: { inScope: 1, seriousIllnessBase: 1 } },
      'case.cost.seriousIllnessBase',
      '政策范围内费用和大病保险基数只写一个。',
    ],
    [
      'a child with employees’ insurance',
      { insurance: 'employee', person: 'child', cost: {} },
      'case.person',
      '职工医保的参保人不会是儿童，请核对险种或人群。',
    ],
    ['a child of forty', { person: 'child', age: 40, cost: {} }, 'case.age', '按年龄不是儿童，请核对。'],
  ])('%s', (_, bill, field, message) => {
    expect(error({ case: bill })).toEqual({ code: 'contradiction', field, message });
  });

  it.each([
    ['all of it in scope', { cost: { total: 100, inScope: 100 } }],
    [
      'parts that make the total',
      { cost: { total: 100, classA: 50, ownFunded: 20, overLimit: 10, classB: [{ amount: 20 }] } },
    ],
    ['parts below the total', { cost: { total: 100, ownFunded: 60, overLimit: 20, classB: [{ amount: 20 }] } }],
    ['a child of residents’ insurance', { insurance: 'resident', person: 'child', age: 39, cost: {} }],
    ['a working employee of forty', { insurance: 'employee', person: 'working', age: 40, cost: {} }],
    ['a child whose age is not told', { person: 'child', cost: {} }],
  ])('%s is none', (_, bill) => {
    expect(error({ case: bill })).toBeUndefined();
  });
});

it('a request that was read is no problem, and a problem is one', () => {
  const read = readRequest(inCase({}), judgeOf());
  expect(isProblem(read)).toBe(false);
  expect(read).toMatchObject({ case: { used: {} }, rules: {} });
  expect(isProblem(readRequest({}, judgeOf()))).toBe(true);
});
