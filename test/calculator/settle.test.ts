import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/calculator/amount.js';
import { isProblem, readRequest } from '../../src/calculator/request.js';
import { settle } from '../../src/calculator/settle.js';
import { idsOf, judgeOf, settled, TODAY, usual } from './support.js';

describe('the lines of a settlement', () => {
  const bill = () =>
    settled({
      case: {
        kind: 'referral',
        filing: 'filed',
        poor: true,
        accountBalance: 100,
        cost: { total: 30000, ownFunded: 1000, overLimit: 500, classB: [{ amount: 5000 }] },
      },
      rules: {
        class_b: '0.1',
        deductible: '1000',
        ratio: '0.8',
        out_of_area: { mode: 'self_first', share: '0.1', when: 'before_deductible' },
        ceiling: '16000',
        large: { ratio: '0.5' },
        serious_illness: { start: '1000', ratio: '0.6' },
        aid: { ratio: '0.5' },
        tilted_aid: { ratio: '0.5' },
        supplement: { ratio: '0.5' },
      },
    });

  it('stand in the order of the stages', () => {
    expect(idsOf(bill())).toEqual([
      ...['own_funded', 'class_b', 'over_limit', 'in_scope', 'self_first', 'deductible', 'pool', 'ceiling', 'large'],
      ...['serious_illness', 'aid', 'tilted_aid', 'supplement', 'self', 'account', 'cash'],
    ]);
  });

  it('are worth what the sums by hand give', () => {
    // 30000 − 1000 − 500 − 500 = 28000; 2800 first; (25200 − 1000) × 80% = 19360, of which 16000: 20000 × 80%; 4200 left × 50%;
    // 28000 − 16000 − 2100 − 1000 = 8900 × 60%; 28000 − 23440 = 4560, halved three times
    expect(Object.fromEntries(bill().lines.map(({ id, value }) => [id, value]))).toEqual({
      own_funded: '1000.00',
      class_b: '500.00',
      over_limit: '500.00',
      in_scope: '28000.00',
      self_first: '2800.00',
      deductible: '1000.00',
      pool: '16000.00',
      ceiling: '3360.00',
      large: '2100.00',
      serious_illness: '5340.00',
      aid: '2280.00',
      tilted_aid: '1140.00',
      supplement: '570.00',
      self: '2570.00',
      account: '100.00',
      cash: '2470.00',
    });
  });

  it('have their sums', () => {
    const { total, inScope, pool, fund, self, account, cash } = bill();
    expect({ total, inScope, pool, fund, self, account, cash }).toEqual({
      total: '30000.00',
      inScope: '28000.00',
      pool: '16000.00',
      fund: '27430.00',
      self: '2570.00',
      account: '100.00',
      cash: '2470.00',
    });
  });

  it('have the labels of a settlement sheet', () => {
    expect(bill().lines.map(({ label }) => label)).toEqual([
      ...[
        '自费（目录外）',
        '乙类先自付',
        '超限价',
        '政策范围内费用',
        '异地先自付',
        '起付线',
        '统筹基金支付',
        '封顶线以上',
        '大额医疗支付',
      ],
      ...['大病保险支付', '医疗救助', '倾斜救助', '补充保险支付', '个人负担', '个人账户支付', '自己付现金'],
    ]);
  });

  it('say whose rule they follow', () => {
    expect(Object.fromEntries(bill().lines.map(({ id, whose }) => [id, whose]))).toMatchObject({
      own_funded: 'care',
      over_limit: 'care',
      in_scope: 'care',
      class_b: 'given',
      self_first: 'given',
      deductible: 'given',
      pool: 'given',
      ceiling: 'given',
      large: 'given',
      serious_illness: 'given',
      aid: 'given',
      self: 'insured',
      cash: 'insured',
    });
  });
});

describe('ratios', () => {
  const ratios = (input: object) => {
    const request = readRequest(input, judgeOf());
    if (isProblem(request)) throw new Error(request.message);
    return settle(judgeOf().regions, request, TODAY).ratios;
  };

  it('are given as tables, those applied and those at home', () => {
    const table = (ratio: string) => [{ to: null, ratio: new Decimal(ratio) }];
    const away = usual({ kind: 'referral' }, { out_of_area: { mode: 'points', points: 10 } });
    expect(ratios(away)).toEqual({ applied: table('0.75'), home: table('0.85') });
  });

  it('are none where nothing is paid by them', () => {
    const none = usual({ kind: 'referral' }, { out_of_area: { mode: 'none' } });
    expect(ratios(none)).toEqual({ applied: [], home: [] });
  });
});
