import { describe, expect, it } from 'vitest';
import { ask, settled, usual } from './support.js';

const inverse = (input: object, target: object, solve: string) => ask('inverse', { ...input, target, solve });
const noSolution = {
  error: { code: 'bad_input', field: 'target', message: '没有这样的数能算出这个结果，请核对金额和规则。' },
};

describe('what explains a payment', () => {
  it('is the bill', () => {
    // (total − 1000) × 85%, to the fen: 19999.995 and up, below 20000.0059
    expect(inverse(usual(), { fund: 16150 }, 'total')).toEqual({ low: '20000', high: '20000' });
    expect(inverse(usual({ cost: { total: 1 } }), { fund: 16150 }, 'total')).toEqual({ low: '20000', high: '20000' });
    expect(inverse(usual(), { self: 3850 }, 'total')).toEqual({ low: '19999.97', high: '20000.03' });
    expect(inverse(usual({ accountBalance: 1000 }), { cash: 2850 }, 'total')).toEqual({
      low: '19999.97',
      high: '20000.03',
    });
  });

  it('is every bill below the deductible where nothing was paid, and every one above the ceiling', () => {
    expect(inverse(usual(), { fund: 0 }, 'total')).toEqual({ low: '0', high: '1000' });
    expect(inverse(usual({}, { ceiling: '10000' }), { fund: 10000 }, 'total')).toEqual({
      low: '12764.7',
      high: '1000000000',
    });
  });

  it('is a bill no smaller than its parts', () => {
    const cost = { total: 2000, ownFunded: 500, overLimit: 100, classB: [{ amount: 200, prepay: '0.1' }] };
    // the cost in scope is total − 500 − 100 − 20; below 800 the parts would be more than the bill
    expect(inverse(usual({ cost }), { fund: 0 }, 'total')).toEqual({ low: '800', high: '1620' });
    expect(inverse(usual({ cost: { total: 2000, ownFunded: '0.005' } }), { fund: 0 }, 'total')).toEqual({
      low: '0.01',
      high: '1000',
    });
  });

  it('is the whole bill where only its parts were told', () => {
    const cost = { classA: 50, ownFunded: 100 };
    expect(inverse(usual({ cost }), { fund: 850 }, 'total')).toEqual({ low: '2100', high: '2100' });
  });

  it('is the cost in scope where that is told, and the base of serious illness where that is', () => {
    expect(inverse(usual({ cost: { total: 30000, inScope: 20000, ownFunded: 9 } }), { fund: 16150 }, 'total')).toEqual({
      low: '20000',
      high: '20000',
    });
    const layer = {
      case: { cost: { seriousIllnessBase: 5 } },
      rules: { serious_illness: { start: 100, ratio: '0.5' } },
    };
    expect(inverse(layer, { fund: 50 }, 'total')).toEqual({ low: '199.99', high: '200' });
  });

  it('is no smaller than nothing where a ratio is asked for, or a cost in scope', () => {
    const cost = { total: 30000, ownFunded: 10000 };
    expect(inverse(usual({ cost }), { fund: 0 }, 'ratio')).toEqual({ low: '0', high: '0.0000002' });
    expect(inverse(usual({ cost: { inScope: 5, ownFunded: 9 } }), { fund: 0 }, 'total')).toEqual({
      low: '0',
      high: '1000',
    });
  });

  it('is the ratio, to a hundred-thousandth of a percent', () => {
    expect(inverse({ ...usual(), rules: { deductible: 1000 } }, { fund: 16150 }, 'ratio')).toEqual({
      low: '0.8499998',
      high: '0.8500002',
    });
    expect(inverse(usual({ setting: 'chronic' }), { fund: 16150 }, 'ratio')).toEqual({
      low: '0.8499998',
      high: '0.8500002',
    });
    expect(
      inverse(
        { case: { cost: { inScope: 100 } }, rules: { deductible: 0, 'inpatient.ratio': 0.1 } },
        { fund: 100 },
        'ratio',
      ),
    ).toEqual({ low: '0.99995', high: '1' });
    expect(inverse(usual(), { self: 20000 }, 'ratio')).toEqual({ low: '0', high: '0.0000002' });
  });

  it('is the deductible', () => {
    expect(inverse({ ...usual(), rules: { ratio: 0.85 } }, { fund: 16150 }, 'deductible')).toEqual({
      low: '1000',
      high: '1000',
    });
    expect(inverse(usual(), { self: 3850 }, 'deductible')).toEqual({ low: '1000', high: '1000' });
    expect(inverse(usual(), { fund: 0 }, 'deductible')).toEqual({ low: '20000', high: '1000000000' });
    expect(inverse(usual(), { fund: 17000 }, 'deductible')).toEqual({ low: '0', high: '0' });
  });

  it('is nothing where no figure gives the result', () => {
    expect(inverse(usual(), { fund: '16150.005' }, 'total')).toEqual(noSolution);
    expect(inverse(usual(), { fund: 17001 }, 'deductible')).toEqual(noSolution);
    expect(inverse(usual(), { fund: 19001 }, 'ratio')).toEqual(noSolution);
    expect(inverse(usual({}, { ceiling: '10000' }), { fund: '10000.01' }, 'total')).toEqual(noSolution);
    // a self-paid half rounds to 0.01 and 0.02, a tenth of all fen in between is never reached
    expect(inverse(usual({}, { ratio: '0.1' }), { fund: '0.005' }, 'total')).toEqual(noSolution);
  });

  it('is told why it cannot be found: what is missing, not the cost that is asked for', () => {
    const message = '没有收录这个参保地的住院起付线，请提供，或问参保地医保。';
    expect(inverse({ case: {}, rules: { ratio: 0.8 } }, { fund: 1 }, 'total')).toEqual({
      error: { code: 'bad_input', field: 'target', message },
    });
    expect(inverse(usual({ kind: 'referral' }), { fund: 1 }, 'ratio')['error']).toMatchObject({
      message: '没有收录这个参保地的住院异地就医的待遇，请提供，或问参保地医保。',
    });
    expect(inverse({ case: {}, rules: usual().rules }, { fund: 1 }, 'ratio')).toEqual(noSolution);
    const ratio = { mode: 'segments', bounds: 'excluding_deductible', segments: [{ to: 5000, ratio: 0.5 }] };
    expect(inverse(usual({}, { ratio }), { fund: 2000 }, 'deductible')['error']).toMatchObject({
      message: '住院本地支付比例只收录到5000元为止，超出部分的比例没有收录，请提供，或问参保地医保。',
    });
  });

  it('needs no cost in the case where the cost is asked for', () => {
    expect(inverse({ case: {}, rules: usual().rules }, { fund: 16150 }, 'total')).toEqual({
      low: '20000',
      high: '20000',
    });
  });

  it('gives ends that settle to the figure', () => {
    const { low, high } = inverse(usual(), { self: 3850 }, 'total') as { low: string; high: string };
    for (const inScope of [low, high]) expect(settled(usual({ cost: { inScope } })).self).toBe('3850.00');
    for (const inScope of [Number(low) - 0.01, Number(high) + 0.01]) {
      expect(settled(usual({ cost: { inScope: inScope.toFixed(2) } })).self).not.toBe('3850.00');
    }
  });

  it.each([
    ['no target', {}, 'total', 'target', 'target 的写法不对，请对照 estimate --schema 改正。'],
    ['two targets', { fund: 1, self: 2 }, 'total', 'target', 'fund、self、cash 要写一个，而且只写一个。'],
    [
      'another target',
      { pool: 1 },
      'total',
      'target.pool',
      '不认识「pool」这一项，请对照 estimate --schema 核对名字。',
    ],
    ['a target below nothing', { self: -1 }, 'total', 'target.self', '金额不能是负数，也不能超过10亿元。'],
    ['an unknown thing to solve', { self: 1 }, 'kind', 'solve', 'solve 的写法不对，请对照 estimate --schema 改正。'],
  ])('%s is refused', (_, target, solve, field, message) => {
    const given = Object.keys(target).length === 0 ? undefined : target;
    expect(ask('inverse', { ...usual(), target: given, solve })['error']).toEqual({
      code: 'bad_input',
      field,
      message,
    });
  });
});
