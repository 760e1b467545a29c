import { describe, expect, it } from 'vitest';
import { idsOf, judgeOf, missingIn, region, settled, usual } from './support.js';

const SOURCE = 'source: { id: notice, at: 第一条 }';

describe('what is missing', () => {
  it('a cost', () => {
    const out = settled({ case: {}, rules: { deductible: 1, ratio: 1 } });
    expect(out.missing).toEqual([{ key: 'cost', text: '缺少费用：请提供总费用，或政策范围内费用。' }]);
    expect(out).toMatchObject({
      lines: [],
      total: null,
      inScope: null,
      pool: null,
      fund: null,
      self: null,
      account: null,
      cash: null,
    });
  });

  it('a cost of nothing is one', () => {
    expect(settled(usual({ cost: { total: 0 } }))).toMatchObject({ fund: '0.00', self: '0.00', missing: [] });
  });

  it('deductible and ratio are told together, with where to get them; the lines end before the deductible', () => {
    const out = settled({ case: { cost: { total: 1000, ownFunded: 10 } } });
    expect(out.missing).toEqual([
      { key: 'inpatient.deductible', text: '没有收录这个参保地的住院起付线，请提供，或问参保地医保。' },
      { key: 'inpatient.ratio', text: '没有收录这个参保地的住院本地支付比例，请提供，或问参保地医保。' },
    ]);
    expect(idsOf(out)).toEqual(['own_funded', 'in_scope']);
    expect(out.fund).toBeNull();
  });

  it('with a deductible alone the lines go as far as it', () => {
    const out = settled({ case: { cost: { total: 1000 } }, rules: { deductible: '100' } });
    expect(missingIn(out)).toEqual(['inpatient.ratio']);
    expect(idsOf(out)).toEqual(['in_scope', 'deductible']);
  });

  it('names the kind of care it is missing for', () => {
    expect(settled({ case: { setting: 'chronic', cost: { total: 1 } } }).missing[0]?.text).toBe(
      '没有收录这个参保地的门诊慢特病起付线，请提供，或问参保地医保。',
    );
    expect(settled({ case: { setting: 'outpatient', cost: { total: 1 } } }).missing[0]?.key).toBe(
      'outpatient.deductible',
    );
  });

  it('a class B share: the lines end before it', () => {
    const out = settled(usual({ cost: { total: 100, ownFunded: 5, classB: [{ amount: 10 }] } }));
    expect(out.missing).toEqual([
      { key: 'class_b', text: '没有收录这个参保地的乙类先自付比例，请提供，或问参保地医保。' },
    ]);
    expect(idsOf(out)).toEqual(['own_funded']);
  });

  it('the rule out of the area: the lines end with the cost in scope', () => {
    const out = settled(usual({ kind: 'referral' }));
    expect(missingIn(out)).toEqual(['inpatient.out_of_area']);
    expect(idsOf(out)).toEqual(['in_scope']);
  });

  it.each([
    ['person', { deductible: { mode: 'fixed', amount: 1, retiree: { factor: 1 } } }, 'deductible', ['in_scope']],
    ['stayDays', { deductible: { mode: 'fixed', amount: 1, every_days: 9 } }, 'deductible', ['in_scope']],
    [
      'insurance',
      { deductible: { mode: 'fixed', amount: 1, adjust: [{ when: { insurance: 'employee' }, factor: 1 }] } },
      'deductible',
      ['in_scope'],
    ],
    ['person', { ratio: { mode: 'flat', ratio: 1, retiree: { points: 1 } } }, 'ratio', ['in_scope', 'deductible']],
    [
      'age',
      { ratio: { mode: 'flat', ratio: 1, age_points: [{ from: 60, points: 1 }] } },
      'ratio',
      ['in_scope', 'deductible'],
    ],
    ['age', { ratio: { mode: 'age_line', base: 0.5, step: 0.002 } }, 'ratio', ['in_scope', 'deductible']],
    [
      'enrolledYears',
      { ratio: { mode: 'flat', ratio: 1, enrolment: { points_per_year: 1, max: 1 } } },
      'ratio',
      ['in_scope', 'deductible'],
    ],
    [
      'grade',
      { ratio: { mode: 'flat', ratio: 1, bonuses: [{ when: { grade: 'student' }, points: 1 }] } },
      'ratio',
      ['in_scope', 'deductible'],
    ],
    ['tier', { ratio: [{ for: { tier: 'primary' }, value: 1 }] }, 'ratio', ['in_scope', 'deductible']],
    [
      'enrolledMonths',
      { ceiling: { on: 'payment', by_months: [{ from: 0, amount: 1 }] } },
      'ceiling',
      ['in_scope', 'deductible'],
    ],
    ['insurance', { ceiling: [{ for: { insurance: 'employee' }, value: 1 }] }, 'ceiling', ['in_scope', 'deductible']],
    ['insurance', { max_rate: [{ for: { insurance: 'employee' }, value: 1 }] }, 'max_rate', ['in_scope', 'deductible']],
    [
      'insurance',
      { ceiling: 1, large: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }] },
      'large',
      ['in_scope', 'deductible', 'pool', 'ceiling'],
    ],
    [
      'insurance',
      { serious_illness: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }] },
      'serious_illness',
      ['in_scope', 'deductible', 'pool'],
    ],
    [
      'insurance',
      { aid: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }] },
      'aid',
      ['in_scope', 'deductible', 'pool'],
    ],
    [
      'age',
      { supplement: [{ for: { age: { from: 60 } }, value: { ratio: 1 } }] },
      'supplement',
      ['in_scope', 'deductible', 'pool'],
    ],
  ])('%s, where %j hangs on it: the lines end before', (need, rules, _, ids) => {
    const out = settled(usual({}, rules));
    expect(missingIn(out)).toEqual([`case.${need}`]);
    expect(idsOf(out)).toEqual(ids);
    expect(out.fund).toBeNull();
  });

  it('the first of several conditions that is open', () => {
    const adjust = [
      { when: { marks: 'x' }, factor: 1 },
      { when: { age: { from: 70 } }, amount: 0 },
    ];
    expect(missingIn(settled(usual({}, { deductible: { mode: 'fixed', amount: 1, adjust } })))).toEqual(['case.age']);
    expect(missingIn(settled(usual({ age: 71 }, { deductible: { mode: 'fixed', amount: 1, adjust } })))).toEqual([]);
  });

  it('is told in words', () => {
    const text = (rules: object) => settled(usual({}, rules)).missing[0]?.text;
    expect(text({ ratio: { mode: 'age_line', base: 0.5, step: 0.002 } })).toBe(
      '还需要知道年龄，才能定住院本地支付比例。',
    );
    expect(text({ deductible: { mode: 'fixed', amount: 1, every_days: 9 } })).toBe(
      '还需要知道住院天数，才能定住院起付线。',
    );
    expect(text({ aid: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }] })).toBe(
      '还需要知道险种（职工还是居民），才能定医疗救助。',
    );
  });

  it('no rule for those it does not concern is missing nothing', () => {
    const rules = {
      aid: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }],
      large: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }],
    };
    expect(settled(usual({ insurance: 'resident' }, rules))).toMatchObject({ fund: '16150.00', missing: [] });
    expect(settled(usual({}, { large: [{ for: { insurance: 'employee' }, value: { ratio: 1 } }] })).missing).toEqual(
      [],
    );
  });

  it('too early, ended, not stated: each with its reason', () => {
    const city = region(
      '990100',
      `  inpatient.deductible:
    - history: [{ from: 2024-01-01, value: "1", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ from: 2020-01-01, value: "0.8", ${SOURCE} }, { from: 2022-07-01, ended: true, ${SOURCE} }]`,
    );
    const bill = {
      region: '990100',
      filing: 'at_home',
      on: '2023-05-01',
      cost: { total: 100, classB: [{ amount: 1, prepay: 0 }] },
    };
    expect(settled({ case: bill }, judgeOf(city)).missing.map(({ text }) => text)).toEqual([
      '住院起付线只收录了2024-01-01起的规定，再早的没有。',
      '住院本地支付比例的资料到2022-07-01就止了，之后的没有收录。',
    ]);
    const silent = settled({ case: { ...bill, cost: { classB: [{ amount: 1 }] } } }, judgeOf(city));
    expect(silent.missing.at(-1)?.text).toBe('未规定：参保地的资料没有写乙类先自付比例，请提供，或问参保地医保。');
  });
});
