import { describe, expect, it } from 'vitest';
import { ask, usual } from './support.js';

const range = (input: object) => ask('range', input);
const bill = (more: object = {}, rules: object = {}) => ({ case: { cost: { inScope: 20000 }, ...more }, rules });

describe('what a bill can come to', () => {
  it('is one figure where all is known', () => {
    expect(range(usual())).toEqual({
      fund: { low: '16150.00', high: '16150.00' },
      self: { low: '3850.00', high: '3850.00' },
      unknown: [],
    });
  });

  it('lies between no deductible and one as high as the cost', () => {
    expect(range(bill({}, { ratio: '0.85' }))).toEqual({
      fund: { low: '0.00', high: '17000.00' },
      self: { low: '3000.00', high: '20000.00' },
      unknown: [{ key: 'inpatient.deductible', low: '0', high: '20000' }],
    });
  });

  it('lies below the cost in scope, not the first line of the bill', () => {
    const out = range(bill({ cost: { total: 20000, ownFunded: 5000 } }, { ratio: '0.8' }));
    expect(out).toMatchObject({
      fund: { low: '0.00', high: '12000.00' },
      unknown: [{ key: 'inpatient.deductible', high: '15000' }],
    });
  });

  it('lies between nothing and everything above the deductible where the ratio is not known', () => {
    expect(range(bill({ setting: 'chronic' }, { deductible: '1000' }))).toMatchObject({
      fund: { low: '0.00', high: '19000.00' },
      unknown: [{ key: 'chronic.ratio', low: '0', high: '1' }],
    });
  });

  it('lies between nothing and what is paid at home where the rule out of the area is not known', () => {
    expect(range(usual({ kind: 'referral' }))).toMatchObject({
      fund: { low: '0.00', high: '16150.00' },
      unknown: [{ key: 'inpatient.out_of_area', low: '0', high: '1' }],
    });
  });

  it('lies between the same where the rule leans on that of a referral, which is not known', () => {
    const below = { out_of_area: { mode: 'points_below_referral', points: 10 } };
    expect(range(usual({ kind: 'other_temporary' }, below))).toMatchObject({
      fund: { low: '0.00', high: '16150.00' },
      unknown: [{ key: 'inpatient.out_of_area', low: '0', high: '1' }],
    });
  });

  it('is found for all that is not known together', () => {
    expect(range(bill({ kind: 'referral' }))).toMatchObject({
      fund: { low: '0.00', high: '20000.00' },
      unknown: [{ key: 'inpatient.out_of_area' }, { key: 'inpatient.deductible' }, { key: 'inpatient.ratio' }],
    });
  });

  it('is narrowed by bounds, under the full key or the short one', () => {
    for (const key of ['ratio', 'inpatient.ratio']) {
      const out = range({ ...bill({}, { deductible: '1000' }), unknown: [{ key, low: '0.6', high: 0.7 }] });
      expect(out).toEqual({
        fund: { low: '11400.00', high: '13300.00' },
        self: { low: '6700.00', high: '8600.00' },
        unknown: [{ key: 'inpatient.ratio', low: '0.6', high: '0.7' }],
      });
    }
  });

  it('takes a deductible of more than a yuan under either key', () => {
    for (const key of ['deductible', 'inpatient.deductible']) {
      const out = range({ ...bill({}, { ratio: '0.8' }), unknown: [{ key, low: 0, high: 5000 }] });
      expect(out).toMatchObject({ fund: { low: '12000.00', high: '16000.00' } });
    }
  });

  it('takes bounds for what is known too, and the last of two for one', () => {
    const unknown = [
      { key: 'deductible', low: 5, high: 5 },
      { key: 'deductible', low: 0, high: 2000 },
    ];
    expect(range({ ...usual(), unknown })).toMatchObject({
      fund: { low: '15300.00', high: '17000.00' },
      unknown: [{ key: 'inpatient.deductible', low: '0', high: '2000' }],
    });
  });

  it('takes bounds of a factor for what is kept out of the area, also where the kind is not told', () => {
    const unknown = [{ key: 'out_of_area', low: 0.8, high: 0.9 }];
    expect(range({ ...usual({ kind: 'referral' }), unknown })).toMatchObject({
      fund: { low: '12920.00', high: '14535.00' },
    });
    expect(range({ ...usual({ region: '990100' }), unknown })).toMatchObject({
      fund: { low: '12920.00', high: '14535.00' },
    });
  });

  it('takes bounds for a return visit', () => {
    const back = { region: '990100', kind: 'long_term', filing: 'at_home' };
    expect(range(usual(back))).toMatchObject({ fund: { low: '0.00', high: '16150.00' } });
    expect(range({ ...usual(back), unknown: [{ key: 'return_visit', low: 0.5, high: 1 }] })).toMatchObject({
      fund: { low: '8075.00', high: '16150.00' },
    });
  });

  it('is not found where something else is missing, and says what', () => {
    const error = (text: string) => ({ error: { code: 'bad_input', field: 'case', message: text } });
    expect(range(usual({ cost: {} }))).toEqual(error('缺少费用：请提供总费用，或政策范围内费用。'));
    const age = { ratio: { mode: 'age_line', base: 0.5, step: 0.002 } };
    expect(range(usual({}, age))).toEqual(error('还需要知道年龄，才能定住院本地支付比例。'));
    expect(range(usual({ region: '990100' }))).toEqual(
      error('还需要知道异地就医的类别（六种人中的哪一种），才能定住院异地就医的待遇。'),
    );
    expect(range(usual({ cost: { total: 1, classB: [{ amount: 1 }] } }))).toEqual(
      error('没有收录这个参保地的乙类先自付比例，请提供，或问参保地医保。'),
    );
    const open = { deductible: { mode: 'fixed', amount: 1, retiree: { factor: 1 } } };
    expect(range({ case: { cost: { inScope: 1 } }, rules: open })).toEqual(
      error('还需要知道人群（在职、退休、成年居民、儿童），才能定住院起付线。'),
    );
  });

  it('is not found where the rule for a stay over New Year is missing', () => {
    const crossYear = { daysBefore: 1, daysAfter: 1 };
    expect(range(usual({ crossYear }))['error']).toMatchObject({
      message: '没有收录这个参保地的跨年住院的算法，请提供，或问参保地医保。',
    });
  });

  it('is not found where the bounds of one thing leave another open', () => {
    const rules = { out_of_area: { mode: 'table', ratio: { mode: 'age_line', base: 0.5, step: 0.002 } } };
    expect(
      range({ ...usual({ kind: 'referral' }, rules), unknown: [{ key: 'ratio', low: 0, high: 1 }] }),
    ).toHaveProperty('error');
  });

  it('is found where a table ends before the cost', () => {
    const table = { mode: 'segments', bounds: 'including_deductible', segments: [{ to: 5000, ratio: 0.5 }] };
    expect(range(usual({}, { ratio: table }))).toMatchObject({ fund: { low: '0.00', high: '19000.00' } });
  });

  it('falls in no layer either', () => {
    const rules = { ratio: '0.5', serious_illness: { start: '2000', ratio: '0.6' }, ceiling: '8000' };
    // no deductible: 8000 + (12000 − 2000) × 60%; all of it: (20000 − 2000) × 60%
    expect(range(bill({}, rules))).toMatchObject({ fund: { low: '10800.00', high: '14000.00' } });
  });

  it.each([
    [
      'an unknown key',
      [{ key: 'aid', low: 0, high: 1 }],
      'unknown.0.key',
      'unknown.0.key 的写法不对，请对照 estimate --schema 改正。',
    ],
    ['bounds that cross', [{ key: 'deductible', low: 2, high: 1 }], 'unknown.0.low', '下限不能比上限高。'],
    [
      'a ratio above one',
      [{ key: 'inpatient.ratio', low: 0, high: 2 }],
      'unknown.0.high',
      '比例要写成 0 到 1 之间的小数：85% 写 0.85，不能超过 100%。',
    ],
    [
      'a bound in words',
      [{ key: 'ratio', low: '低', high: 1 }],
      'unknown.0.low',
      '这里要填一个数字，例如 48000 或 0.85。',
    ],
    [
      'more than six',
      Array.from({ length: 7 }, () => ({ key: 'ratio', low: 0, high: 1 })),
      'unknown',
      'unknown 的写法不对，请对照 estimate --schema 改正。',
    ],
  ])('%s is refused', (_, unknown, field, message) => {
    expect(range({ ...usual(), unknown })).toEqual({ error: { code: 'bad_input', field, message } });
  });
});
