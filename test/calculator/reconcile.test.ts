import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/calculator/amount.js';
import { reconcile } from '../../src/calculator/reconcile.js';
import { isProblem, readRequest } from '../../src/calculator/request.js';
import { ask, judgeOf, TODAY, usual } from './support.js';

type First = { id: string; ours: string; printed: string; step: string; why: string };
const agrees = { agrees: true, first: null };
const hold = (input: object, printed: object, tolerance?: unknown) =>
  ask('reconcile', { ...input, printed, ...(tolerance !== undefined && { tolerance }) });
const firstOf = (input: object, printed: object, tolerance: unknown = 0) =>
  hold(input, printed, tolerance)['first'] as First | null;

describe('a sheet held against our figures', () => {
  it('agrees with the settlement itself, all lines and sums', () => {
    const input = usual(
      { accountBalance: 500, cost: { total: 30000, inScope: 20000 } },
      { ceiling: '10000', large: { ratio: '0.5' } },
    );
    const printed = {
      total: 30000,
      in_scope: 20000,
      deductible: 1000,
      pool: 10000,
      ceiling: 6150,
      large: '3617.65',
      fund: '13617.65',
      self: '16382.35',
      account: 500,
      cash: '15882.35',
    };
    expect(hold(input, printed, 0)).toEqual(agrees);
    expect(hold(input, { ...printed, own_funded: 0, aid: 0, self_first: 0 }, 0)).toEqual(agrees);
    expect(hold(input, {})).toEqual(agrees);
  });

  it('may differ by as much as is tolerated, five fen if nobody says', () => {
    expect(hold(usual(), { pool: '16150.05' })).toEqual(agrees);
    expect(hold(usual(), { pool: '16149.95' })).toEqual(agrees);
    expect(hold(usual(), { pool: '16150.06' })).toMatchObject({ agrees: false, first: { id: 'pool' } });
    expect(hold(usual(), { pool: 16151 }, 1)).toEqual(agrees);
    expect(hold(usual(), { pool: '16150.01' }, 0)).toMatchObject({ agrees: false });
  });

  it('differs first where the first stage differs', () => {
    const input = usual({ cost: { total: 30000, ownFunded: 10000 } });
    const printed = { cash: 1, self: 2, fund: 3, deductible: 900, in_scope: 20000, total: 30000 };
    expect(firstOf(input, printed)).toMatchObject({
      id: 'deductible',
      ours: '1000.00',
      printed: '900.00',
      step: 'deductible',
    });
    expect(firstOf(input, { ...printed, total: 1 })).toMatchObject({ id: 'total', ours: '30000.00' });
    expect(firstOf(usual(), { cash: 5, self: 5 })).toMatchObject({ id: 'self' });
    expect(firstOf(usual(), { cash: 5 })).toMatchObject({ id: 'cash', ours: '3850.00' });
    expect(firstOf(usual(), { aid: 5 })).toMatchObject({ id: 'aid', ours: '0.00' });
    expect(firstOf(usual({ accountBalance: 5 }), { account: 4 })).toMatchObject({ id: 'account', ours: '5.00' });
  });
});

describe('what no slip explains', () => {
  it('is told as a ratio on our base and a base at our ratio, for a payment by one ratio', () => {
    const why = '按我们的基数，等于只按50%付；按我们的比例，等于基数只有11176.47元。';
    expect(firstOf(usual(), { pool: 9500 })).toEqual({
      id: 'pool',
      ours: '16150.00',
      printed: '9500.00',
      step: 'pool',
      why: `统筹基金支付：单子上9500.00元，我们算16150.00元。${why}`,
    });
    expect(firstOf(usual(), { fund: 9500 })?.why.endsWith(why)).toBe(true);
  });

  it('is given as figures too', () => {
    const judge = judgeOf();
    const request = readRequest(usual(), judge);
    if (isProblem(request)) throw new Error(request.message);
    const printed = { pool: new Decimal(9500) };
    expect(reconcile(judge.regions, request, TODAY, printed, new Decimal(0))?.why).toEqual({
      code: 'implied',
      ratio: new Decimal('0.5'),
      base: new Decimal(9500).dividedBy('0.85'),
    });
  });

  it.each([
    ['it is no payment', usual(), { self: 9999 }],
    ['the ratio is nothing', usual({}, { ratio: 0 }), { pool: 1 }],
    ['the cost is no more than the deductible', usual({ cost: { inScope: 500 } }, { deductible: 500 }), { pool: 1 }],
    [
      'there are several ratios',
      usual(
        {},
        {
          ratio: {
            mode: 'segments',
            bounds: 'annual',
            segments: [
              { to: 5000, ratio: 0.1 },
              { to: null, ratio: 0.2 },
            ],
          },
        },
      ),
      { pool: 1 },
    ],
    [
      'there is no cost in scope',
      { case: { cost: { seriousIllnessBase: 40000 } }, rules: { serious_illness: { ratio: 0.5 } } },
      { fund: 1 },
    ],
    ['nothing is paid by rule', usual({ kind: 'referral' }, { out_of_area: { mode: 'none' } }), { pool: 1 }],
  ])('is told to be checked where %s', (_, input, printed) => {
    expect(firstOf(input, printed)?.why.endsWith('请核对这一行的基数、比例和起付线。')).toBe(true);
  });
});

describe('a sheet that we cannot settle', () => {
  it('is held against itself: the cost in scope', () => {
    const printed = { total: 1000, own_funded: 100, class_b: 50, over_limit: 10, in_scope: 850 };
    expect(firstOf({}, printed)).toMatchObject({ id: 'in_scope', ours: '840.00', printed: '850.00', step: 'in_scope' });
    expect(firstOf({}, printed)?.why.endsWith('单子上的总费用、自费（目录外）、乙类先自付、超限价对不上这个数。')).toBe(
      true,
    );
    expect(hold({}, { ...printed, in_scope: 840 }, 0)).toEqual(agrees);
  });

  it('is held against itself: fund, own share and cash', () => {
    const printed = {
      total: 1000,
      pool: 500,
      large: 20,
      serious_illness: 30,
      aid: 10,
      tilted_aid: 5,
      supplement: 5,
      fund: 570,
      self: 430,
      account: 30,
      cash: 400,
    };
    expect(hold({}, printed, 0)).toEqual(agrees);
    expect(firstOf({}, { ...printed, fund: 571 })).toMatchObject({ id: 'fund', ours: '570.00' });
    expect(firstOf({}, { ...printed, self: 431 })).toMatchObject({ id: 'self', ours: '430.00' });
    expect(firstOf({}, { ...printed, cash: 401 })).toMatchObject({ id: 'cash', ours: '400.00' });
  });

  it('is not judged by a part alone', () => {
    expect(hold({}, { pool: 500, fund: 570 }, 0)).toEqual(agrees);
    expect(hold({}, { total: 1000, self: 5 }, 0)).toEqual(agrees);
    expect(hold({}, { own_funded: 5, class_b: 5, in_scope: 3 }, 0)).toEqual(agrees);
    expect(hold({}, { deductible: 5 }, 0)).toEqual(agrees);
  });

  it('is held against the lines that can be settled', () => {
    const input = { case: { cost: { total: 1000, ownFunded: 100 } } };
    expect(firstOf(input, { in_scope: 950 })).toMatchObject({ id: 'in_scope', ours: '900.00' });
    expect(firstOf(input, { own_funded: 99 })).toMatchObject({ id: 'own_funded', ours: '100.00' });
    expect(firstOf(input, { in_scope: 1000 })).toMatchObject({ step: 'own_funded' });
    expect(hold(input, { pool: 4, deductible: 3 }, 0)).toEqual(agrees);
  });
});

it.each([
  ['no printed figures', {}, 'printed', 'printed 的写法不对，请对照 estimate --schema 改正。'],
  [
    'an unknown line',
    { printed: { discount: 1 } },
    'printed.discount',
    '不认识「discount」这一项，请对照 estimate --schema 核对名字。',
  ],
  ['a figure in words', { printed: { pool: '一千' } }, 'printed.pool', '这里要填一个数字，例如 48000 或 0.85。'],
  ['a tolerance below nothing', { printed: {}, tolerance: -1 }, 'tolerance', '金额不能是负数，也不能超过10亿元。'],
])('%s is refused', (_, extra, field, message) => {
  expect(ask('reconcile', { ...usual(), ...extra })).toEqual({ error: { code: 'bad_input', field, message } });
});
