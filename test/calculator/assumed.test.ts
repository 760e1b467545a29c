import { describe, expect, it } from 'vitest';
import { assumedIn, type Out, settled, TODAY, usual, workingOf } from './support.js';

const assumedText = (out: Out, code: string) => out.assumed.find((one) => one.code === code)?.text;

describe('what is assumed', () => {
  it('is told when little is said', () => {
    expect(assumedIn(settled(usual()))).toEqual([
      ...[
        'setting_inpatient',
        'on_today',
        'first_admission',
        'nothing_used',
        'as_at_home',
        'paid_from_scope_only',
        'no_ceiling',
      ],
    ]);
  });

  it('is nothing when everything is said', () => {
    const told = {
      setting: 'inpatient',
      on: TODAY,
      filing: 'at_home',
      admission: 1,
      used: { pool: 0 },
      cost: { total: 20000, inScope: 20000 },
    };
    expect(settled(usual(told, { ceiling: '100000' })).assumed).toEqual([]);
  });

  it('is told in words', () => {
    const out = settled(usual({ cost: { total: 20000 } }));
    expect(assumedText(out, 'setting_inpatient')).toBe('按住院算。');
    expect(assumedText(out, 'on_today')).toBe('没说出院日期，按今天算。');
    expect(assumedText(out, 'all_in_scope')).toBe('没说自费、乙类各多少，按全部在政策范围内算；有自费的，实际会少报。');
  });

  it.each([
    ['a total alone', { total: 1000 }, true],
    ['a total with an own-funded part', { total: 1000, ownFunded: 0 }, false],
    ['a total with class B', { total: 1000, classB: [{ amount: 1, prepay: 0 }] }, false],
    ['a total with an over-limit part', { total: 1000, overLimit: 0 }, false],
    ['a total that is class A', { total: 1000, classA: 1000 }, false],
    ['parts without a total', { classA: 1000 }, false],
  ])('all in scope: %s', (_, cost, assumed) => {
    expect(assumedIn(settled(usual({ cost }))).includes('all_in_scope')).toBe(assumed);
  });

  it('a filing, where a kind is told but not if it was filed; never for an emergency', () => {
    const rules = { out_of_area: [{ for: { filing: 'filed' }, value: { mode: 'same' } }] };
    for (const kind of ['referral', 'long_term', 'other_temporary']) {
      const out = settled(usual({ kind }, rules));
      expect(assumedIn(out)).toContain('filed');
      expect(out.fund).toBe('16150.00');
    }
    const emergency = settled(usual({ kind: 'emergency' }, rules));
    expect(assumedIn(emergency)).not.toContain('filed');
    expect(emergency.fund).toBe('16150.00');
    expect(assumedIn(settled(usual({ kind: 'referral', filing: 'filed' }, rules)))).not.toContain('filed');
    expect(assumedIn(settled(usual()))).not.toContain('filed');
  });

  it('reduction after the bonus, where both hold and the rule does not say', () => {
    const rules = (more: object) => ({
      ratio: { mode: 'flat', ratio: '0.85', retiree: { own_share_factor: '0.6' } },
      out_of_area: { mode: 'points', points: 10, ...more },
    });
    const silent = settled(usual({ person: 'retired', kind: 'referral' }, rules({})));
    expect(silent.fund).toBe('15390.00');
    expect(assumedIn(silent)).toContain('after_bonus');
    const after = settled(usual({ person: 'retired', kind: 'referral' }, rules({ order: 'after_bonus' })));
    expect(after.fund).toBe('15390.00');
    expect(assumedIn(after)).not.toContain('after_bonus');
    const before = settled(usual({ person: 'retired', kind: 'referral' }, rules({ order: 'before_bonus' })));
    expect(before.fund).toBe('16150.00');
    expect(workingOf(before, 'pool')).toBe('(20000 − 1000) × 85%');
    expect(assumedIn(before)).not.toContain('after_bonus');
  });

  it('a factor after or before the bonus', () => {
    const rules = (order: string) => ({
      ratio: { mode: 'flat', ratio: '0.8', retiree: { points: 10 } },
      out_of_area: { mode: 'factor', factor: '0.5', order },
    });
    expect(settled(usual({ person: 'retired', kind: 'referral' }, rules('after_bonus'))).fund).toBe('8550.00');
    expect(settled(usual({ person: 'retired', kind: 'referral' }, rules('before_bonus'))).fund).toBe('9500.00');
  });

  it('no order is assumed without a bonus or without a reduction', () => {
    expect(
      assumedIn(settled(usual({ kind: 'referral' }, { out_of_area: { mode: 'points', points: 10 } }))),
    ).not.toContain('after_bonus');
    const bonus = { ratio: { mode: 'flat', ratio: '0.8', retiree: { points: 10 } }, out_of_area: { mode: 'same' } };
    expect(assumedIn(settled(usual({ person: 'retired', kind: 'referral' }, bonus)))).not.toContain('after_bonus');
  });

  it.each([
    ['age points', { age_points: [{ from: 60, points: 1 }] }, { age: 30 }],
    ['enrolment', { enrolment: { points_per_year: 1, max: 1 } }, { enrolledYears: 0 }],
    ['bonuses', { bonuses: [{ when: { marks: 'x' }, points: 1 }] }, {}],
  ])('an order is assumed with %s too', (_, more, who) => {
    const rules = { ratio: { mode: 'flat', ratio: '0.8', ...more }, out_of_area: { mode: 'points', points: 10 } };
    expect(assumedIn(settled(usual({ kind: 'referral', ...who }, rules)))).toContain('after_bonus');
  });

  it('what is paid first is taken before the deductible, unless the rule says', () => {
    const rules = (when?: string) => ({ out_of_area: { mode: 'self_first', share: 0.1, ...(when && { when }) } });
    expect(assumedIn(settled(usual({ kind: 'referral' }, rules())))).toContain('self_first_before');
    expect(assumedIn(settled(usual({ kind: 'referral' }, rules('before_deductible'))))).not.toContain(
      'self_first_before',
    );
    expect(assumedIn(settled(usual({ kind: 'referral' }, rules('after_deductible'))))).not.toContain(
      'self_first_before',
    );
  });

  it.each([
    [
      'class B',
      { cost: { total: 100, classB: [{ amount: 10, prepay: 0.1 }] } },
      {},
      ['over_limit', 'self_first', 'reduction'],
    ],
    ['over the limit', { cost: { total: 100, overLimit: 10 } }, {}, ['class_b', 'self_first', 'reduction']],
    [
      'paid first',
      { kind: 'referral', cost: { inScope: 100 } },
      { out_of_area: { mode: 'self_first', share: 0.1 } },
      ['class_b', 'over_limit', 'reduction'],
    ],
    [
      'the reduction',
      { kind: 'referral', cost: { inScope: 100 } },
      { out_of_area: { mode: 'points', points: 10 } },
      ['class_b', 'over_limit', 'self_first'],
    ],
  ])('what counts into serious illness: %s', (_, bill, rules, said) => {
    const counts = Object.fromEntries(said.map((part) => [part, true]));
    const serious = (more: object) => ({
      deductible: '0',
      ...rules,
      serious_illness: { ratio: '0.5', counts: { ...counts, ...more } },
    });
    expect(assumedIn(settled(usual(bill, serious({}))))).toContain('counts_unsaid');
    const all = { class_b: true, over_limit: true, self_first: true, reduction: true };
    expect(assumedIn(settled(usual(bill, serious(all))))).not.toContain('counts_unsaid');
    expect(assumedIn(settled(usual({ cost: { inScope: 100 } }, { serious_illness: { ratio: '0.5' } })))).not.toContain(
      'counts_unsaid',
    );
  });

  it('not poor, where a rule asks for it and nobody said', () => {
    const rules = { serious_illness: { ratio: '0.5', poor: { points: 5 } } };
    expect(assumedIn(settled(usual({}, rules)))).toContain('not_poor');
    expect(assumedIn(settled(usual({ poor: false }, rules)))).not.toContain('not_poor');
    expect(assumedIn(settled(usual({}, { serious_illness: { ratio: '0.5' } })))).not.toContain('not_poor');
  });

  it('no clamp, where the rule itself says the most, or nothing leaves 0 to 1', () => {
    const rules = (ratio: string, max?: string) => ({
      ratio: { mode: 'flat', ratio, retiree: { points: 5 }, ...(max && { max }) },
    });
    const codes = (own: object) => assumedIn(settled(usual({ person: 'retired' }, own)));
    expect(codes(rules('0.98'))).toContain('clamped');
    expect(codes(rules('0.98', '0.99'))).not.toContain('clamped');
    expect(codes(rules('0.95'))).not.toContain('clamped');
    const below = { ...rules('0.05', '0.9'), out_of_area: { mode: 'points', points: 20 } };
    expect(assumedIn(settled(usual({ person: 'retired', kind: 'referral' }, below)))).toContain('clamped');
  });

  it('no unapproved admission before, where that counts and nobody said', () => {
    const escalating = { mode: 'self_first_by_admission', shares: [0.2, 0.3], when: 'before_deductible' };
    const rules = { out_of_area: escalating };
    const codes = (more: object, own: object = rules) =>
      assumedIn(settled(usual({ kind: 'other_temporary', admission: 2, ...more }, own)));
    expect(codes({})).toContain('first_admission');
    expect(codes({ unapproved: 0 })).not.toContain('first_admission');
    const combined = { mode: 'combined', parts: [{ mode: 'points', points: 5 }, escalating] };
    expect(codes({}, { out_of_area: combined })).toContain('first_admission');
    const other = { mode: 'combined', parts: [{ mode: 'points', points: 5 }, { mode: 'same' }] };
    expect(codes({}, { out_of_area: other })).not.toContain('first_admission');
  });

  it('each thing once', () => {
    const cost = { total: 20000, classB: [{ amount: '33.33', prepay: 0.15 }] };
    const rounded = assumedIn(settled(usual({ cost }, { ratio: '0.8333', serious_illness: { ratio: '0.3333' } })));
    expect(rounded.filter((code) => code === 'rounded_by_line')).toHaveLength(1);
    const codes = assumedIn(
      settled(usual({ kind: 'referral' }, { out_of_area: { mode: 'points', points: 10 }, ratio: '0.8333' })),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });
});
