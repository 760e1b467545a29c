import { describe, expect, it } from 'vitest';
import { ask, usual } from './support.js';

type First = { id: string; ours: string; printed: string; step: string; why: string };
const hold = (input: object, printed: object, tolerance?: unknown) =>
  ask('reconcile', { ...input, printed, ...(tolerance !== undefined && { tolerance }) });
const firstOf = (input: object, printed: object, tolerance: unknown = 0) =>
  hold(input, printed, tolerance)['first'] as First | null;
const reason = (first: First | null) => /差在：(.*)。$/.exec(first?.why ?? '')?.[1];

describe('known slips', () => {
  const away = (rule: object) => usual({ kind: 'referral' }, { out_of_area: rule });
  const parts = usual(
    { cost: { total: 20000, ownFunded: 2000, overLimit: 500, classB: [{ amount: 5000 }] } },
    { class_b: '0.1' },
  );
  // in scope 17000: (17000 − 1000) × 85% = 13600
  const cases: readonly [string, object, object, string, string][] = [
    [
      'the deductible taken off after the ratio',
      usual(),
      { pool: 16000 },
      'deductible',
      '起付线应当先减，再乘比例；这里是乘完比例才减',
    ],
    [
      'the same in the own share',
      usual(),
      { self: 4000 },
      'deductible',
      '起付线应当先减，再乘比例；这里是乘完比例才减',
    ],
    ['the same in cash', usual(), { cash: 4000 }, 'deductible', '起付线应当先减，再乘比例；这里是乘完比例才减'],
    ['no deductible', usual(), { pool: 17000 }, 'deductible', '没有减起付线'],
    ['no deductible, chronic care', usual({ setting: 'chronic' }), { fund: 17000 }, 'deductible', '没有减起付线'],
    ['no prepay', parts, { pool: 14025 }, 'class_b', '没有扣乙类先自付的部分'],
    [
      'prepay after the deductible',
      parts,
      { pool: '13624.28' },
      'class_b',
      '乙类先自付应当在起付线之前扣；这里放到了后面',
    ],
    ['own-funded items paid too', parts, { pool: 15300 }, 'own_funded', '没有扣目录外的自费'],
    [
      'points taken as a discount',
      away({ mode: 'points', points: 10 }),
      { pool: 14535 },
      'pool',
      '降的是百分点，应当相减；这里打成了折扣',
    ],
    [
      'a discount taken as points',
      away({ mode: 'factor', factor: 0.9 }),
      { pool: 14250 },
      'pool',
      '规定是打折（乘系数）；这里减成了百分点',
    ],
    [
      'what is paid first taken off after the deductible',
      away({ mode: 'self_first', share: 0.1 }),
      { pool: 14535 },
      'self_first',
      '异地先自付应当在起付线之前扣；这里放到了后面',
    ],
    [
      'what is paid first taken as points',
      away({ mode: 'self_first', share: 0.1 }),
      { pool: 14250 },
      'self_first',
      '规定是先自付一部分再按比例；这里减成了百分点',
    ],
    ['no reduction', away({ mode: 'points', points: 10 }), { pool: 16150 }, 'pool', '没有算异地就医降低的部分'],
    ['no ceiling', usual({}, { ceiling: 10000 }), { pool: 16150 }, 'ceiling', '没有按封顶线截止'],
  ];

  it.each(cases)('%s', (_, input, printed, step, why) => {
    const first = firstOf(input, printed);
    expect(first?.step).toBe(step);
    expect(first?.why.endsWith(`差在：${why}。`)).toBe(true);
  });

  it('over-limit parts paid too', () => {
    const input = usual({ cost: { total: 20000, overLimit: 500 } });
    expect(firstOf(input, { pool: 16150 })).toMatchObject({ step: 'over_limit' });
    expect(reason(firstOf(input, { pool: 16150 }))).toBe('没有扣超限价的部分');
  });

  it('two of them together, the earlier of the list first', () => {
    expect(reason(firstOf(parts, { pool: 14450 + 425 }))).toBe('没有减起付线；没有扣乙类先自付的部分');
    const both = away({ mode: 'points', points: 10 });
    expect(firstOf(both, { pool: 17000 })).toMatchObject({ step: 'deductible' });
    expect(reason(firstOf(both, { pool: 17000 }))).toBe('没有减起付线；没有算异地就医降低的部分');
  });

  it('two of them, neither twice', () => {
    const both = away({ mode: 'points', points: 10 });
    // 20000 × 85% − 1000
    expect(reason(firstOf(both, { pool: 16000 }))).toBe(
      '起付线应当先减，再乘比例；这里是乘完比例才减；没有算异地就医降低的部分',
    );
    // 20000 × 85% − 2 × 1000
    expect(firstOf(usual(), { pool: 15000 })).toMatchObject({ step: 'pool' });
    expect(reason(firstOf(usual(), { pool: 15000 }))).toBeUndefined();
  });

  it('within the tolerance', () => {
    expect(firstOf(usual(), { pool: '17000.04' }, 0.05)).toMatchObject({ step: 'deductible' });
    expect(firstOf(usual(), { pool: '17000.06' }, 0.05)).toMatchObject({ step: 'pool' });
  });

  it('are not looked for where there is nothing to slip on', () => {
    const free = usual({}, { deductible: 0 });
    // 17000 is right; 16000 is no slip of a deductible of nothing
    expect(firstOf(free, { pool: 16000 })?.why).toContain('等于只按80%付');
    expect(firstOf(usual(), { pool: 12920 })?.why).toContain('等于只按68%付');
    expect(
      firstOf(away({ mode: 'self_first', share: 0.1, when: 'after_deductible' }), { pool: 14450 })?.why,
    ).not.toContain('起付线之前');
  });

  it('a prepay that comes with its item is one to slip on', () => {
    const input = usual({ cost: { total: 20000, classB: [{ amount: 5000, prepay: '0.1' }] } });
    expect(reason(firstOf(input, { pool: '15746.25' }))).toBe('乙类先自付应当在起付线之前扣；这里放到了后面');
    expect(firstOf(usual({ cost: { total: 20000, classB: [] } }), { pool: 1 })?.step).toBe('pool');
  });

  it('a prepay after the deductible, at home and with a reduction', () => {
    const bill = (more: object, rules: object = {}) =>
      usual({ cost: { total: 20000, classB: [{ amount: 5000, prepay: '0.1' }] }, ...more }, rules);
    const after = '乙类先自付应当在起付线之前扣；这里放到了后面';
    // (20000 − 1000) less 2.5% of it: 18525, × 85%, × 75%
    expect(reason(firstOf(bill({ filing: 'at_home' }), { pool: '15746.25' }))).toBe(after);
    const points = { mode: 'points', points: 10 };
    expect(reason(firstOf(bill({ kind: 'referral' }, { out_of_area: points }), { pool: '13893.75' }))).toBe(after);
    const combined = { mode: 'combined', parts: [points, { mode: 'factor', factor: 1 }] };
    expect(reason(firstOf(bill({ kind: 'referral' }, { out_of_area: combined }), { pool: '13893.75' }))).toBe(after);
  });

  it('a part of a bill that has no total', () => {
    const input = usual({ cost: { classA: 20000, ownFunded: 500 } });
    expect(reason(firstOf(input, { pool: 16575 }))).toBe('没有扣目录外的自费');
  });

  it('in the bounds of a table, where they are not on the year', () => {
    const bill = (bounds: string) =>
      usual(
        { used: { inScope: 6000 } },
        {
          ratio: {
            mode: 'segments',
            bounds,
            segments: [
              { to: 10000, ratio: 0.8 },
              { to: null, ratio: 0.9 },
            ],
          },
        },
      );
    // the 19000 begin at nothing: 8000 + 8100; at the deductible: 7200 + 9000; at the 7000 of the year: 2400 + 14400
    expect(firstOf(bill('including_deductible'), { pool: 16100 })?.step).toBe('pool');
    expect(reason(firstOf(bill('including_deductible'), { pool: 16100 }))).toBeDefined();
    expect(reason(firstOf(bill('excluding_deductible'), { pool: 16200 }))).toBeDefined();
    expect(reason(firstOf(bill('annual'), { pool: 16100 }))).toBeUndefined();
    expect(reason(firstOf(bill('annual'), { pool: 16200 }))).toBeUndefined();
  });

  it('in a table that ends, by the end it has with the slip', () => {
    const rule = {
      start: 10000,
      basis: 'absolute',
      segments: [
        { to: 20000, ratio: 0.2 },
        { to: 40000, ratio: 0.8 },
      ],
      cap: 17000,
    };
    // 2000 + 16000, of which 17000; above the start 4000 + 12000
    const bill = { case: { cost: { seriousIllnessBase: 45000 } }, rules: { serious_illness: rule } };
    expect(reason(firstOf(bill, { serious_illness: 16000 }))).toBe(
      '大病保险应当按总额分段；这里按超过起点的部分分了段',
    );
  });

  it('are not held against a figure that cannot be settled with them', () => {
    const ratio = { mode: 'segments', bounds: 'excluding_deductible', segments: [{ to: 19000, ratio: 0.85 }] };
    expect(firstOf(usual({}, { ratio }), { self: 1 })?.why.endsWith('请核对这一行的基数、比例和起付线。')).toBe(true);
    const open = { case: { cost: { total: 1000, classB: [{ amount: 100, prepay: 0.1 }] } } };
    expect(firstOf(open, { class_b: 5 })).toMatchObject({ id: 'class_b', ours: '10.00', step: 'class_b' });
  });

  it('in the table of a layer, where only one basis is right', () => {
    const serious = (basis: string) => ({
      case: { cost: { seriousIllnessBase: 40000 } },
      rules: {
        serious_illness: {
          start: 10000,
          basis,
          segments: [
            { to: 20000, ratio: 0.5 },
            { to: null, ratio: 0.6 },
          ],
        },
      },
    });
    // absolute 5000 + 12000, excess 10000 + 6000
    const absolute = '大病保险应当按总额分段；这里按超过起点的部分分了段';
    expect(reason(firstOf(serious('absolute'), { serious_illness: 16000 }))).toBe(absolute);
    const excess = '大病保险应当按超过起点的部分分段；这里按总额分了段';
    expect(reason(firstOf(serious('excess'), { serious_illness: 17000 }))).toBe(excess);
  });
});
