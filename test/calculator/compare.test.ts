import { describe, expect, it } from 'vitest';
import { ask, usual } from './support.js';

type Row = Readonly<Record<string, string | null>>;
const rows = (input: unknown) => (ask('compare', input) as unknown as { rows: Row[] }).rows;

const rules = {
  out_of_area: [
    { for: { kind: ['resettled', 'long_term', 'posted'], filing: 'filed' }, value: { mode: 'same' } },
    { for: { kind: ['referral', 'emergency'], filing: 'filed' }, value: { mode: 'points', points: 10 } },
    { for: { kind: 'other_temporary', filing: 'filed' }, value: { mode: 'points', points: 20 } },
  ],
};

describe('the same bill in different ways', () => {
  it('is settled as each kind of person, unfiled and at home, the case’s own way first', () => {
    expect(rows(usual({ kind: 'referral', filing: 'filed' }, rules))).toEqual([
      { kind: 'referral', filing: 'filed', fund: '14250.00', self: '5750.00', against: '0.00', undefined: null },
      { kind: 'resettled', filing: 'filed', fund: '16150.00', self: '3850.00', against: '1900.00', undefined: null },
      { kind: 'long_term', filing: 'filed', fund: '16150.00', self: '3850.00', against: '1900.00', undefined: null },
      { kind: 'posted', filing: 'filed', fund: '16150.00', self: '3850.00', against: '1900.00', undefined: null },
      { kind: 'emergency', filing: 'filed', fund: '14250.00', self: '5750.00', against: '0.00', undefined: null },
      {
        kind: 'other_temporary',
        filing: 'filed',
        fund: '12350.00',
        self: '7650.00',
        against: '-1900.00',
        undefined: null,
      },
      {
        kind: null,
        filing: 'not_filed',
        fund: null,
        self: null,
        against: null,
        undefined: '没有收录这个参保地的住院异地就医的待遇，请提供，或问参保地医保。',
      },
      { kind: null, filing: 'at_home', fund: '16150.00', self: '3850.00', against: '1900.00', undefined: null },
    ]);
  });

  const ways = (more: object) => rows(usual(more, rules)).map(({ kind, filing }) => `${kind} ${filing}`);
  const all = [
    'resettled filed',
    'long_term filed',
    'posted filed',
    'referral filed',
    'emergency filed',
    'other_temporary filed',
    'null not_filed',
    'null at_home',
  ];

  it('has no way of its own where none is told', () => {
    expect(ways({})).toEqual(all);
    expect(ways({ filing: 'filed' })).toEqual(all);
  });

  it('puts the way that is told before the others, once', () => {
    expect(ways({ filing: 'at_home' })).toEqual(['null at_home', ...all.slice(0, -1)]);
    expect(ways({ kind: 'referral', filing: 'not_filed' })).toEqual(['referral not_filed', ...all]);
    expect(ways({ kind: 'resettled' })).toEqual(all);
    expect(ways({ kind: 'long_term' })).toEqual(['long_term filed', ...all.filter((way) => way !== 'long_term filed')]);
  });

  it('has nothing to compare with where the first way cannot be settled', () => {
    const table = rows(usual({ filing: 'not_filed' }, rules));
    expect(table[0]).toMatchObject({ filing: 'not_filed', fund: null });
    expect(table.map(({ against }) => against)).toEqual(table.map(() => null));
  });

  it('refuses what the settlement would refuse', () => {
    expect(ask('compare', { case: { kind: 'tourist' } })['error']).toMatchObject({ field: 'case.kind' });
    expect(ask('compare', { ...usual(), more: 1 })['error']).toMatchObject({ field: 'more' });
  });
});
