import { describe, expect, it } from 'vitest';
import { read, type When } from '../../src/calculator/read.js';
import type { Region } from '../../src/calculator/region.js';
import { region, regionsOf, TODAY } from './support.js';

const SOURCE = 'source: { id: notice, at: 第一条 }';
const on = (code: string, day: string, acceptAsOf?: boolean): When => ({ region: code, day, today: TODAY, acceptAsOf });
/** What is read of the deductible: its amount, or why there is none. */
function deductible(regions: readonly Region[], when: When, situation: object = {}): unknown {
  const found = read(regionsOf(...regions), when, 'inpatient.deductible', situation);
  if ('why' in found) return found;
  return found.value.mode === 'fixed' ? found.value.amount.toFixed() : found.value.mode;
}
const deductibles = (...entries: readonly string[]) =>
  region(
    '990100',
    `  inpatient.deductible:\n    - history:\n${entries.map((e) => `        - { ${e}, ${SOURCE} }`).join('\n')}`,
  );
const KEY = 'inpatient.deductible';

describe('a rule at a day', () => {
  const city = deductibles(
    'from: 2023-01-01, value: "300"',
    'from: 2025-01-01, value: "400"',
    'from: 2027-01-01, value: "500"',
  );

  it.each([
    ['2023-01-01', '300'],
    ['2024-12-31', '300'],
    ['2025-01-01', '400'],
    ['2026-12-31', '400'],
    ['2027-01-01', '500'],
  ])('on %s it is %s: the latest that has begun', (day, amount) => {
    expect(deductible([city], on('990100', day))).toBe(amount);
  });

  it('does not depend on the order in which the history is written', () => {
    const shuffled = deductibles(
      'from: 2027-01-01, value: "500"',
      'from: 2023-01-01, value: "300"',
      'from: 2025-01-01, value: "400"',
    );
    expect(deductible([shuffled], on('990100', '2026-01-01'))).toBe('400');
  });

  it('is the later of two that have begun, whichever is written first', () => {
    const reversed = deductibles('from: 2025-01-01, value: "400"', 'from: 2023-01-01, value: "300"');
    expect(deductible([reversed], on('990100', '2026-01-01'))).toBe('400');
  });

  it('is not defined before the first day, and says which that is', () => {
    expect(deductible([city], on('990100', '2022-12-31'))).toEqual({ key: KEY, why: 'too_early', day: '2023-01-01' });
    const shuffled = deductibles('from: 2027-01-01, value: "500"', 'from: 2023-06-01, value: "300"');
    expect(deductible([shuffled], on('990100', '2020-01-01'))).toEqual({
      key: KEY,
      why: 'too_early',
      day: '2023-06-01',
    });
  });

  it('is marked as announced while its day has not come, and from that day on no longer', () => {
    const regions = regionsOf(city);
    expect(read(regions, on('990100', '2027-01-01'), KEY, {})).toMatchObject({ from: '2027-01-01', upcoming: true });
    expect(read(regions, on('990100', '2026-01-01'), KEY, {})).toMatchObject({ from: '2025-01-01', upcoming: false });
    const dawn: When = { region: '990100', day: '2027-01-01', today: '2027-01-01' };
    expect(read(regions, dawn, KEY, {})).toMatchObject({ from: '2027-01-01', upcoming: false });
  });

  it('carries region, source and note', () => {
    const noted = deductibles('from: 2023-01-01, value: "300", note: 只限本市');
    expect(read(regionsOf(noted), on('990100', TODAY), KEY, {})).toMatchObject({
      key: KEY,
      region: '990100',
      source: { id: 'notice', at: '第一条' },
      note: '只限本市',
    });
  });
});

describe('a rule that has ended', () => {
  const city = deductibles('from: 2023-01-01, value: "300"', 'from: 2024-07-01, ended: true');

  it('holds until the day before, and is told as ended from that day on', () => {
    expect(deductible([city], on('990100', '2024-06-30'))).toBe('300');
    expect(deductible([city], on('990100', '2024-07-01'))).toEqual({ key: KEY, why: 'ended', day: '2024-07-01' });
    expect(deductible([city], on('990100', '2026-01-01'))).toEqual({ key: KEY, why: 'ended', day: '2024-07-01' });
  });

  it('does not come back by a value of an earlier year', () => {
    const older = deductibles(
      'as_of: "2022", value: "200"',
      'from: 2023-01-01, value: "300"',
      'from: 2024-07-01, ended: true',
    );
    expect(deductible([older], on('990100', '2026-01-01', true))).toEqual({
      key: KEY,
      why: 'ended',
      day: '2024-07-01',
    });
    const same = deductibles(
      'as_of: "2024", value: "200"',
      'from: 2023-01-01, value: "300"',
      'from: 2024-07-01, ended: true',
    );
    expect(deductible([same], on('990100', '2026-01-01', true))).toEqual({ key: KEY, why: 'ended', day: '2024-07-01' });
  });

  it('gives way to what is known of a later year', () => {
    const later = deductibles(
      'from: 2023-01-01, value: "300"',
      'from: 2024-07-01, ended: true',
      'as_of: "2025", value: "450"',
    );
    expect(deductible([later], on('990100', '2026-01-01'))).toEqual({ key: KEY, why: 'as_of', year: '2025' });
    expect(deductible([later], on('990100', '2026-01-01', true))).toBe('450');
  });
});

describe('a rule known for a year only', () => {
  const city = deductibles('as_of: "2021", value: "200"', 'as_of: "2023", value: "300"', 'as_of: "2022", value: "250"');

  it('is offered with its latest year, and never used unasked', () => {
    expect(deductible([city], on('990100', TODAY))).toEqual({ key: KEY, why: 'as_of', year: '2023' });
    expect(deductible([city], on('990100', TODAY, false))).toEqual({ key: KEY, why: 'as_of', year: '2023' });
  });

  it('is used if that is accepted, and carries the year', () => {
    expect(deductible([city], on('990100', TODAY, true))).toBe('300');
    expect(read(regionsOf(city), on('990100', TODAY, true), KEY, {})).toMatchObject({ asOf: '2023', from: undefined });
  });

  it('is offered though a dated one is announced, and the last written counts of two for one year', () => {
    const early = deductibles('as_of: "2023", value: "300"', 'from: 2030-01-01, value: "400"');
    expect(deductible([early], on('990100', TODAY))).toEqual({ key: KEY, why: 'as_of', year: '2023' });
    const twice = deductibles('as_of: "2023", value: "300"', 'as_of: "2023", value: "350"');
    expect(deductible([twice], on('990100', TODAY, true))).toBe('350');
  });

  it('is not looked at where a dated one is in force', () => {
    const both = deductibles('as_of: "2024", value: "200"', 'from: 2023-01-01, value: "300"');
    expect(deductible([both], on('990100', TODAY, true))).toBe('300');
  });

  it('leaves the word to a wider rule that is in force, unless it is accepted', () => {
    const nation = region('000000', `  ${KEY}:\n    - history: [{ from: 2023-01-01, value: "900", ${SOURCE} }]`);
    expect(deductible([city, nation], on('990100', TODAY))).toBe('900');
    expect(deductible([city, nation], on('990100', TODAY, true))).toBe('300');
    expect(deductible([city, nation], on('990100', '2020-01-01'))).toEqual({ key: KEY, why: 'as_of', year: '2023' });
  });
});

describe('a rule in force since a day nobody states', () => {
  const city = deductibles('in_force: true, value: "300"', 'from: 2027-01-01, value: "400"');

  it('holds on any day and is marked, until a dated one begins', () => {
    expect(deductible([city], on('990100', '1999-01-01'))).toBe('300');
    expect(read(regionsOf(city), on('990100', TODAY), KEY, {})).toMatchObject({ undated: true, upcoming: false });
    expect(deductible([city], on('990100', '2027-01-01'))).toBe('400');
    const reversed = deductibles('from: 2025-01-01, value: "400"', 'in_force: true, value: "300"');
    expect(deductible([reversed], on('990100', '2024-12-31'))).toBe('300');
    expect(deductible([reversed], on('990100', TODAY))).toBe('400');
  });
});
