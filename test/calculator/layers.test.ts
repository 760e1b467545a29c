import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/calculator/amount.js';
import { isProblem, readRequest } from '../../src/calculator/request.js';
import { settle } from '../../src/calculator/settle.js';
import { amountOf, idsOf, judgeOf, missingIn, settled, TODAY, usual, workingOf } from './support.js';

describe('earlier bills of the year', () => {
  it('fill the start and the segments of serious illness', () => {
    const rules = {
      serious_illness: {
        start: '5000',
        basis: 'excess',
        segments: [
          { to: '1000', ratio: '0.5' },
          { to: null, ratio: '0.6' },
        ],
      },
    };
    const out = settled({ case: { used: { seriousIllnessBase: 5500 }, cost: { seriousIllnessBase: 2000 } }, rules });
    // of 500 to 2500 above the start: 500 × 50% + 1500 × 60%
    expect(out.fund).toBe('1150.00');
    expect(workingOf(out, 'serious_illness')).toBe('(1000 − 500) × 50% + (2500 − 1000) × 60%');
    const below = settled({ case: { used: { seriousIllnessBase: 1000 }, cost: { seriousIllnessBase: 2000 } }, rules });
    expect(below.fund).toBe('0.00');
    expect(workingOf(below, 'serious_illness')).toBe('3000没有超过起点5000');
  });

  it('use up the cap of serious illness', () => {
    const rules = { serious_illness: { ratio: '0.5', cap: '3000' } };
    expect(
      settled({ case: { used: { seriousIllnessBase: 4000 }, cost: { seriousIllnessBase: 4000 } }, rules }).fund,
    ).toBe('1000.00');
  });

  it('leave nothing of a spent cap of the large amount', () => {
    const rules = { ceiling: '8500', large: { ratio: '0.8', cap: '1000' } };
    expect(amountOf(settled(usual({ used: { large: 1200 } }, rules)), 'large')).toBe('0.00');
  });
});

describe('a table that ends', () => {
  const serious = (rule: object, base = 50000) =>
    settled({ case: { cost: { seriousIllnessBase: base } }, rules: { serious_illness: rule } });
  const ends = (to: string) => ({ start: '10000', segments: [{ to, ratio: '0.5' }] });

  it('of a layer is known up to there: beyond it the rule is missing', () => {
    const out = serious({ ...ends('40000'), basis: 'absolute' });
    expect(out.missing).toEqual([
      { key: 'serious_illness', text: '大病保险只收录到40000元为止，超出部分的比例没有收录，请提供，或问参保地医保。' },
    ]);
    expect(out.lines).toEqual([]);
    expect(serious({ ...ends('50000'), basis: 'absolute' }).fund).toBe('20000.00');
    expect(serious({ ...ends('40000'), basis: 'excess' }).fund).toBe('20000.00');
    expect(serious({ ...ends('39999'), basis: 'excess' }).missing[0]?.text).toContain('只收录到49999元为止');
  });

  it('of a layer and of the pool are missing as rules, with the amount', () => {
    const judge = judgeOf();
    const of = (input: object) => {
      const request = readRequest(input, judge);
      if (isProblem(request)) throw new Error(request.message);
      return settle(judge.regions, request, TODAY).missing;
    };
    const layer = {
      case: { cost: { seriousIllnessBase: 50000 } },
      rules: { serious_illness: { ...ends('40000'), basis: 'absolute' } },
    };
    const beyond = (key: string, amount: number) => [
      { what: 'rule', key, reason: { key, why: 'beyond_table', amount: new Decimal(amount) } },
    ];
    expect(of(layer)).toEqual(beyond('serious_illness', 40000));
    const table = { mode: 'segments', bounds: 'including_deductible', segments: [{ to: 5000, ratio: 0.5 }] };
    expect(of(usual({}, { ratio: table }))).toEqual(beyond('inpatient.ratio', 5000));
    const away = { kind: 'referral' };
    expect(of(usual(away, { out_of_area: { mode: 'table', ratio: table } }))).toEqual(
      beyond('inpatient.out_of_area', 5000),
    );
    const large = { ceiling: 8500, large: { segments: [{ to: 5000, ratio: 0.5 }], basis: 'excess' } };
    expect(of(usual({}, large))).toEqual(beyond('large', 5000));
    expect(idsOf(settled(usual({}, large)))).toEqual(['in_scope', 'deductible', 'pool', 'ceiling']);
  });

  it('of a layer may go beyond a cap that was reached before', () => {
    expect(serious({ ...ends('40000'), basis: 'absolute', cap: '14999' }).fund).toBe('14999.00');
    expect(missingIn(serious({ ...ends('40000'), basis: 'absolute', cap: '15000' }))).toEqual(['serious_illness']);
  });
});
