import { describe, expect, it } from 'vitest';
import { ask, settled } from './support.js';

const error = (input: unknown, mode: Parameters<typeof ask>[0] = 'settle') => ask(mode, input)['error'];
const inCase = (more: object) => ({ case: { cost: { total: 100 }, ...more } });
const inRules = (rules: object) => ({ case: { cost: { total: 100 } }, rules });

describe('figures', () => {
  const money = '金额不能是负数，也不能超过10亿元。';
  const number = '这里要填一个数字，例如 48000 或 0.85。';
  const share = '比例要写成 0 到 1 之间的小数：85% 写 0.85，不能超过 100%。';
  const points = '降低的百分点写 1 到 100 之间的数：10 表示 85% 降到 75%。';
  const factor = '倍数要在 0 到 10 之间，例如 0.9。';

  it.each([
    ['a negative amount', inCase({ cost: { total: -1 } }), 'case.cost.total', money],
    ['an amount above a billion', inCase({ cost: { total: '1000000000.01' } }), 'case.cost.total', money],
    ['an amount too long to read', inCase({ cost: { total: '1234567890123456.789' } }), 'case.cost.total', money],
    ['1e30', inCase({ cost: { total: 1e30 } }), 'case.cost.total', money],
    ['an amount in words', inCase({ cost: { total: '一万' } }), 'case.cost.total', number],
    ['an empty amount', inCase({ cost: { total: '' } }), 'case.cost.total', number],
    ['a figure in a script', inCase({ cost: { total: '1e3' } }), 'case.cost.total', number],
    ['a figure with words behind it', inCase({ cost: { total: '100元' } }), 'case.cost.total', number],
    ['a figure with a sign before it', inCase({ cost: { total: '￥100' } }), 'case.cost.total', number],
    ['an own-funded part below nothing', inCase({ cost: { ownFunded: '-3' } }), 'case.cost.ownFunded', money],
    [
      'a class B item below nothing',
      inCase({ cost: { classB: [{ amount: 1 }, { amount: -1 }] } }),
      'case.cost.classB.1.amount',
      money,
    ],
    [
      'a prepay of 10 for 10 %',
      inCase({ cost: { classB: [{ amount: 1, prepay: 10 }] } }),
      'case.cost.classB.0.prepay',
      share,
    ],
    ['a used sum below nothing', inCase({ used: { pool: -5 } }), 'case.used.pool', money],
    [
      'a rule in yuan below nothing',
      inRules({ deductible: '-5' }),
      'rules.deductible',
      '规则里的金额不能是负数，也不能超过10亿元。',
    ],
    ['a ratio of 85', inRules({ ratio: 85 }), 'rules.ratio', share],
    ['a ratio of 85 in a shape', inRules({ ratio: { mode: 'flat', ratio: '85' } }), 'rules.ratio.ratio', share],
    ['a ratio below nothing', inRules({ 'outpatient.ratio': '-0.1' }), 'rules.outpatient.ratio', share],
    [
      'points written as a fraction',
      inRules({ out_of_area: { mode: 'points', points: '0.1' } }),
      'rules.out_of_area.points',
      points,
    ],
    [
      'more than a hundred points',
      inRules({ out_of_area: { mode: 'points', points: 101 } }),
      'rules.out_of_area.points',
      points,
    ],
    [
      'a factor above ten',
      inRules({ out_of_area: { mode: 'factor', factor: 90 } }),
      'rules.out_of_area.factor',
      factor,
    ],
    [
      'a factor below nothing',
      inRules({ out_of_area: { mode: 'factor', factor: -1 } }),
      'rules.out_of_area.factor',
      factor,
    ],
    ['a deductible in words', inRules({ deductible: '无' }), 'rules.deductible', number],
  ])('%s is refused with its field', (_, input, field, message) => {
    expect(error(input)).toEqual({ code: 'bad_input', field, message });
  });

  it.each([0, '0', '1000000000', 1e9, '0.01', ' 48000 ', 1e-7, 0.30000000000000004])('%j is an amount', (total) => {
    expect(settled(inCase({ cost: { total } })).error).toBeUndefined();
  });

  it.each([
    ['1', '0'],
    ['100', '0'],
    ['0', '1'],
    [1, 0.5],
  ])('%j points and a ratio of %j are figures', (points, ratio) => {
    expect(settled(inRules({ ratio, out_of_area: { mode: 'points', points } })).error).toBeUndefined();
  });

  it('numbers and decimal strings are the same', () => {
    const rules = { deductible: 600, ratio: 0.6, class_b: 0.1 };
    const strings = { deductible: '600', ratio: '0.6', class_b: '0.1' };
    const cost = { total: 3480.5, classB: [{ amount: 3480 }] };
    const written = { total: '3480.5', classB: [{ amount: '3480.00' }] };
    expect(settled({ case: { cost }, rules })).toEqual(settled({ case: { cost: written }, rules: strings }));
    expect(settled({ case: { cost }, rules }).fund).toBe('1519.50');
  });

  it('a short ratio, a short deductible and a flat shape are the same', () => {
    const short = settled(inRules({ deductible: '10', ratio: '0.85' }));
    const long = settled(
      inRules({
        'inpatient.deductible': { mode: 'fixed', amount: '10' },
        'inpatient.ratio': { mode: 'flat', ratio: '0.85' },
      }),
    );
    expect(long).toEqual(short);
    expect(short.fund).toBe('76.50');
  });
});
