import { describe, expect, it } from 'vitest';
import { assumedIn, judgeOf, missingIn, region, settled, usual } from './support.js';

const SOURCE = 'source: { id: notice, at: 第一条 }';

describe('at home and away', () => {
  const city = region(
    '990100',
    `  inpatient.deductible:
    - history: [{ from: 2023-01-01, value: "1000", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ from: 2023-01-01, value: "0.85", ${SOURCE} }]
  inpatient.out_of_area:
    - for: { kind: [resettled, long_term, posted], filing: filed }
      history: [{ from: 2023-01-01, value: { mode: same }, ${SOURCE} }]
    - for: { kind: [referral, emergency] }
      history: [{ from: 2023-01-01, value: { mode: points, points: "10" }, ${SOURCE} }]`,
  );
  const bill = (more: object) =>
    settled({ case: { region: '990100', cost: { inScope: 20000 }, ...more } }, judgeOf(city));

  it('at home nothing comes off', () => {
    expect(bill({ filing: 'at_home' }).fund).toBe('16150.00');
    expect(bill({ filing: 'at_home', kind: 'referral' }).fund).toBe('16150.00');
  });

  it.each(['resettled', 'long_term', 'posted'])(
    'someone filed elsewhere as %s comes back by a rule that must be held',
    (kind) => {
      const out = bill({ filing: 'at_home', kind });
      expect(out.missing).toEqual([
        {
          key: 'inpatient.return_visit',
          text: '未规定：参保地的资料没有写住院长期备案期间回参保地就医的待遇，请提供，或问参保地医保。',
        },
      ]);
      expect(bill({ filing: 'filed', kind }).fund).toBe('16150.00');
    },
  );

  it('without a region one who comes back is settled as at home', () => {
    expect(settled(usual({ filing: 'at_home', kind: 'long_term' })).fund).toBe('16150.00');
  });

  it('in a region the kind of person must be told', () => {
    for (const filing of [undefined, 'filed']) {
      const out = bill({ ...(filing && { filing }) });
      expect(out.missing).toEqual([
        { key: 'case.kind', text: '还需要知道异地就医的类别（六种人中的哪一种），才能定住院异地就医的待遇。' },
      ]);
      expect(assumedIn(out)).not.toContain('as_at_home');
    }
  });

  it('without a filing and without a rule for that, the rule is missing', () => {
    expect(missingIn(bill({ filing: 'not_filed', kind: 'long_term' }))).toEqual(['inpatient.out_of_area']);
    expect(missingIn(settled(usual({ filing: 'not_filed' })))).toEqual(['inpatient.out_of_area']);
    const unfiled = settled(
      usual(
        { filing: 'not_filed' },
        { out_of_area: [{ for: { filing: 'not_filed' }, value: { mode: 'points', points: 20 } }] },
      ),
    );
    expect(unfiled.fund).toBe('12350.00');
  });

  it('without a filing and a kind one went of one’s own accord', () => {
    const rules = { out_of_area: [{ for: { kind: 'other_temporary' }, value: { mode: 'points', points: 20 } }] };
    expect(settled(usual({ filing: 'not_filed' }, rules)).fund).toBe('12350.00');
    expect(missingIn(settled(usual({ filing: 'not_filed', kind: 'referral' }, rules)))).toEqual([
      'inpatient.out_of_area',
    ]);
    expect(settled(usual({ filing: 'filed' }, rules)).fund).toBe('16150.00');
  });

  it('without region, kind and rule it is taken as at home, and that is said', () => {
    for (const more of [{}, { filing: 'filed' }]) {
      const out = settled(usual(more));
      expect(out.fund).toBe('16150.00');
      expect(assumedIn(out)).toContain('as_at_home');
    }
    expect(assumedIn(settled(usual({ filing: 'at_home' })))).not.toContain('as_at_home');
    expect(assumedIn(settled(usual({}, { out_of_area: { mode: 'points', points: 10 } })))).not.toContain('as_at_home');
  });

  it('a rule out of the area does not touch a bill at home', () => {
    expect(settled(usual({ filing: 'at_home' }, { out_of_area: { mode: 'points', points: 10 } })).fund).toBe(
      '16150.00',
    );
  });

  it('where one is settled starting at serious illness, only a reduction of that layer needs the rule', () => {
    const layer = (rule: object) =>
      settled(
        { case: { region: '990100', cost: { seriousIllnessBase: 10000 } }, rules: { serious_illness: rule } },
        judgeOf(city),
      );
    expect(layer({ ratio: '0.6' })).toMatchObject({ fund: '6000.00', self: '4000.00', missing: [] });
    expect(assumedIn(layer({ ratio: '0.6' }))).toContain('paid_from_scope_only');
    expect(missingIn(layer({ ratio: '0.6', reduce: 'as_pool' }))).toEqual(['case.kind']);
    expect(layer({ ratio: '0.6', reduce: 'as_pool' }).lines).toEqual([]);
    const reduced = {
      case: { region: '990100', kind: 'referral', cost: { seriousIllnessBase: 10000 } },
      rules: { serious_illness: { ratio: '0.6', reduce: 'as_pool' } },
    };
    expect(settled(reduced, judgeOf(city)).fund).toBe('5000.00');
    expect(
      missingIn(settled({ case: { region: '990100', cost: { seriousIllnessBase: 10000 } } }, judgeOf(city))),
    ).toEqual(['serious_illness']);
    const byScheme = { serious_illness: [{ for: { insurance: 'resident' }, value: { ratio: 0.6 } }] };
    expect(missingIn(settled({ case: { cost: { seriousIllnessBase: 10000 } }, rules: byScheme }))).toEqual([
      'case.insurance',
    ]);
    expect(
      assumedIn(settled({ case: { cost: { seriousIllnessBase: 1 } }, rules: { serious_illness: { ratio: 1 } } })),
    ).not.toContain('as_at_home');
  });
});
