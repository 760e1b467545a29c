import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/calculator/request.js';
import { settle } from '../../src/calculator/settle.js';
import { judgeOf, lineOf, type Out, region, regionsOf, settled, TODAY } from './support.js';

describe('a region with sources', () => {
  const city = region(
    '990100',
    `  inpatient.deductible:
    - history: [{ from: 2023-01-01, value: "1000", source: { id: a, at: 第一条 } }]
  inpatient.ratio:
    - history: [{ from: 2024-01-01, value: "0.85", source: { id: b, at: 第二条 } }]
  inpatient.out_of_area:
    - for: { kind: referral }
      history: [{ from: 2025-01-01, value: { mode: points, points: "10" }, source: { id: c, at: 第三条 } }]
    - for: { kind: other_temporary }
      history: [{ from: 2025-01-01, value: { mode: combined, parts: [{ mode: deductible_factor, factor: "2" }, { mode: self_first, share: "0.1" }] }, source: { id: d, at: 第四条 } }]
    - for: { kind: emergency }
      history: [{ from: 2025-01-01, value: { mode: table, deductible: "2000", ratio: "0.5" }, source: { id: e, at: 第五条 } }]
  inpatient.ceiling:
    - history: [{ from: 2023-01-01, value: "10000", source: { id: f, at: 第六条 } }]
  max_rate:
    - history: [{ from: 2023-01-01, value: "0.9", source: { id: g, at: 第七条 } }]
  class_b:
    - history: [{ from: 2023-01-01, value: "0.1", source: { id: h, at: 第八条 } }]
  account:
    - history: [{ from: 2023-01-01, value: { covers: self }, source: { id: i, at: 第九条 } }]`,
  );
  const bill = (more: object, cost: object = { inScope: 20000 }) =>
    settled({ case: { region: '990100', filing: 'filed', cost, ...more } }, judgeOf(city));
  const sources = (out: Out, id: string) => lineOf(out, id)?.sources.map((source) => source['id']);

  it('is cited where its rules are used', () => {
    const out = bill({ kind: 'referral', accountBalance: 5 }, { total: 20000, classB: [{ amount: 100 }] });
    expect(sources(out, 'class_b')).toEqual(['h']);
    expect(sources(out, 'deductible')).toEqual(['a']);
    expect(sources(out, 'pool')).toEqual(['b', 'c', 'g']);
    expect(sources(out, 'ceiling')).toEqual(['f']);
    expect(sources(out, 'account')).toEqual(['i']);
    expect(sources(out, 'self')).toEqual([]);
    expect(lineOf(out, 'pool')?.sources[0]).toEqual({ id: 'b', at: '第二条', region: '990100', from: '2024-01-01' });
    expect(out.lines.map(({ whose }) => whose)).toEqual([
      'insured',
      'care',
      'insured',
      'insured',
      'insured',
      'insured',
      'insured',
      'insured',
    ]);
  });

  it('is cited for each layer, a ceiling on cost, and where nothing is paid', () => {
    const entry = (value: string, id: string) =>
      `[{ history: [{ from: 2023-01-01, value: ${value}, source: { id: ${id}, at: 第一条 } }] }]`;
    const layered = region(
      '990100',
      `  inpatient.deductible: ${entry('"0"', 'a')}
  inpatient.ratio: ${entry('"0.5"', 'b')}
  inpatient.ceiling: ${entry('{ on: cost, amount: "10000" }', 'c')}
  inpatient.out_of_area: [{ for: { kind: referral }, history: [{ from: 2023-01-01, value: { mode: none }, source: { id: h, at: 第一条 } }] }]
  large: ${entry('{ ratio: "0.5" }', 'd')}
  serious_illness: ${entry('{ ratio: "0.5" }', 'e')}
  aid: ${entry('{ ratio: "0.5" }', 'f')}
  supplement: ${entry('{ ratio: "0.5" }', 'g')}`,
    );
    const home = settled({ case: { region: '990100', filing: 'at_home', cost: { inScope: 20000 } } }, judgeOf(layered));
    const cited = Object.fromEntries(home.lines.map(({ id }) => [id, sources(home, id)?.join()]));
    expect(cited).toMatchObject({
      pool: 'b',
      ceiling: 'c',
      large: 'd',
      serious_illness: 'e',
      aid: 'f',
      supplement: 'g',
    });
    const away = settled(
      { case: { region: '990100', kind: 'referral', filing: 'filed', cost: { inScope: 1 } } },
      judgeOf(layered),
    );
    expect(lineOf(away, 'pool')).toMatchObject({ value: '0.00', whose: 'insured', sources: [{ id: 'h' }] });
  });

  it('is cited for what changes the deductible and for what is paid first', () => {
    const out = bill({ kind: 'other_temporary' });
    expect(sources(out, 'self_first')).toEqual(['d']);
    expect(sources(out, 'deductible')).toEqual(['a', 'd']);
    expect(lineOf(out, 'self_first')?.whose).toBe('insured');
  });

  it('is cited once for a table of its own', () => {
    const out = bill({ kind: 'emergency' });
    expect(sources(out, 'deductible')).toEqual(['e']);
    expect(sources(out, 'pool')).toEqual(['e', 'g']);
    expect(out).toMatchObject({ pool: '9000.00' });
  });

  it('gives way to what the caller supplies, whose lines say so', () => {
    const out = settled(
      {
        case: { region: '990100', kind: 'referral', filing: 'filed', cost: { inScope: 20000 } },
        rules: { ratio: '0.5', 'inpatient.ceiling': '100000' },
      },
      judgeOf(city),
    );
    expect(lineOf(out, 'pool')).toMatchObject({ value: '7600.00', whose: 'given' });
    expect(sources(out, 'pool')).toEqual(['c', 'g']);
  });

  it('has a class B line of the caller where each item brings its share', () => {
    const out = bill({ kind: 'referral' }, { total: 20000, classB: [{ amount: 100, prepay: 0.2 }] });
    expect(lineOf(out, 'class_b')).toMatchObject({ value: '20.00', whose: 'given', sources: [] });
  });

  it('reads its class B share where only some items bring their own', () => {
    const out = bill({ kind: 'referral' }, { total: 20000, classB: [{ amount: 100, prepay: 0.2 }, { amount: 100 }] });
    expect(lineOf(out, 'class_b')).toMatchObject({ value: '30.00', whose: 'insured' });
  });

  it('prefers the full key to the short one', () => {
    const out = settled({
      case: { cost: { inScope: 100 } },
      rules: { deductible: '0', ratio: '0.5', 'inpatient.ratio': '0.7', 'outpatient.ratio': '0.1' },
    });
    expect(out.fund).toBe('70.00');
  });

  it('is named in the settlement, with the day', () => {
    const request = readRequest({ case: { region: '990100', cost: { inScope: 1 } } }, judgeOf(city));
    if ('code' in request) throw new Error(request.message);
    expect(settle(regionsOf(city), request, TODAY)).toMatchObject({ region: '990100', on: TODAY });
  });
});
