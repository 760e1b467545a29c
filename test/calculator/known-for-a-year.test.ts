import { describe, expect, it } from 'vitest';
import { assumedIn, idsOf, judgeOf, lineOf, type Out, region, settled, usual } from './support.js';

const SOURCE = 'source: { id: notice, at: 第一条 }';
const assumedText = (out: Out, code: string) => out.assumed.find((one) => one.code === code)?.text;

describe('what the reader must know of a rule', () => {
  const city = region(
    '990100',
    `  inpatient.deductible:
    - history: [{ as_of: "2023", value: "1000", ${SOURCE} }]
  inpatient.ratio:
    - history: [{ in_force: true, value: "0.85", ${SOURCE} }, { from: 2027-01-01, value: "0.9", ${SOURCE} }]
  inpatient.ceiling:
    - history: [{ as_of: "2022", value: "10000", ${SOURCE} }]`,
  );
  const bill = (more: object = {}) =>
    settled(
      { case: { region: '990100', filing: 'at_home', acceptAsOf: true, cost: { inScope: 20000 }, ...more } },
      judgeOf(city),
    );

  it('known for a year only, and undated', () => {
    const out = bill();
    expect(out.assumed.filter(({ code }) => code === 'as_of').map(({ text }) => text)).toEqual([
      '用的是2023年的资料，现在可能变了。',
      '用的是2022年的资料，现在可能变了。',
    ]);
    expect(assumedText(out, 'undated')).toBe('资料写的是现行规定，没有写从哪天起。');
    expect(lineOf(out, 'deductible')?.sources).toEqual([
      { id: 'notice', at: '第一条', region: '990100', asOf: '2023' },
    ]);
    expect(assumedIn(out)).not.toContain('upcoming');
  });

  it('not yet in force', () => {
    const out = bill({ on: '2027-02-01' });
    expect(assumedText(out, 'upcoming')).toBe('用到已公布、2027-01-01才施行的规定。');
    expect(out.pool).toBe('10000.00');
    expect(assumedIn(out)).not.toContain('undated');
  });

  it('no further layer held of the region', () => {
    expect(assumedIn(bill())).toContain('no_layers');
    const rules = { serious_illness: { ratio: '0.5' } };
    const given = settled(
      { case: { region: '990100', filing: 'at_home', acceptAsOf: true, cost: { inScope: 1 } }, rules },
      judgeOf(city),
    );
    expect(assumedIn(given)).not.toContain('no_layers');
    expect(assumedIn(settled(usual()))).not.toContain('no_layers');
  });

  it('is refused without consent: the lines end where it is needed', () => {
    const out = bill({ acceptAsOf: false });
    expect(out.missing).toEqual([
      { key: 'inpatient.deductible', text: '住院起付线只有2023年的资料；同意按它估，请把 acceptAsOf 写成 true。' },
    ]);
    expect(idsOf(out)).toEqual(['in_scope']);
  });

  it('a ceiling of a past year that is not accepted is no ceiling, and that is said', () => {
    const out = settled(
      { case: { region: '990100', filing: 'at_home', cost: { inScope: 20000 } }, rules: { deductible: '1000' } },
      judgeOf(city),
    );
    expect(out.fund).toBe('16150.00');
    expect(assumedIn(out)).toContain('no_ceiling');
  });
});
