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

describe('for whom', () => {
  const city = region(
    '990100',
    `  ${KEY}:
    - for: { insurance: employee }
      history: [{ from: 2023-01-01, by_tier: { secondary: "600", tertiary: "1000" }, ${SOURCE} }]
    - for: { insurance: resident, age: { below: 18 } }
      history: [{ from: 2023-01-01, value: "100", ${SOURCE} }]
    - for: { insurance: resident, age: { from: 18 }, grade: one }
      history: [{ from: 2023-01-01, value: "200", ${SOURCE} }]`,
    'grades: { one: 一档 }',
  );
  const at = on('990100', TODAY);

  it('takes the rule that fits, and its value for the tier', () => {
    expect(deductible([city], at, { insurance: 'employee', tier: 'tertiary' })).toBe('1000');
    expect(deductible([city], at, { insurance: 'employee', tier: 'secondary' })).toBe('600');
    expect(deductible([city], at, { insurance: 'resident', age: 17 })).toBe('100');
    expect(deductible([city], at, { insurance: 'resident', age: 18, grade: 'one' })).toBe('200');
  });

  it('names what would decide it, all that is open', () => {
    expect(deductible([city], at, {})).toEqual({
      key: KEY,
      why: 'needs',
      needs: 'insurance',
      all: ['insurance', 'insurance', 'age', 'insurance', 'age', 'grade'],
    });
    expect(deductible([city], at, { insurance: 'resident', age: 30 })).toEqual({
      key: KEY,
      why: 'needs',
      needs: 'grade',
      all: ['grade'],
    });
    expect(deductible([city], at, { insurance: 'employee' })).toEqual({
      key: KEY,
      why: 'needs',
      needs: 'tier',
      all: ['tier'],
    });
  });

  it('has no rule for a tier or person that none is stated for', () => {
    expect(deductible([city], at, { insurance: 'employee', tier: 'primary' })).toEqual({ key: KEY, why: 'no_rule' });
    expect(deductible([city], at, { insurance: 'resident', age: 30, grade: 'two' })).toEqual({
      key: KEY,
      why: 'no_rule',
    });
  });

  it('takes the first of several that fit', () => {
    const marked = region(
      '990100',
      `  ${KEY}:
    - for: { marks: [contract_hospital] }
      history: [{ from: 2023-01-01, value: "100", ${SOURCE} }]
    - history: [{ from: 2023-01-01, value: "900", ${SOURCE} }]`,
    );
    expect(deductible([marked], at, { marks: ['contract_hospital'] })).toBe('100');
    expect(deductible([marked], at, {})).toBe('900');
  });
});

describe('where', () => {
  const city = region('990100', `  class_b:\n    - history: [{ from: 2023-01-01, value: "0.1", ${SOURCE} }]`);
  const neighbour = deductibles('from: 2023-01-01, value: "300"');
  const province = (more: string) =>
    region('990000', `  ${KEY}:\n    - history: [{ from: 2023-01-01, value: "700", ${SOURCE} }]`, more);
  const nation = (entry: string) => region('000000', `  ${KEY}:\n    - history: [{ ${entry}, ${SOURCE} }]`);

  it('a region that is not held has no rule, whatever its neighbours and its province say', () => {
    expect(deductible([neighbour, province('')], on('990200', TODAY))).toEqual({ key: KEY, why: 'no_region' });
    expect(deductible([neighbour], { day: TODAY, today: TODAY })).toEqual({ key: KEY, why: 'no_region' });
  });

  it('a region that is held but silent has no rule', () => {
    expect(deductible([city], on('990100', TODAY))).toEqual({ key: KEY, why: 'no_rule' });
    expect(deductible([city, province('')], on('990100', TODAY))).toEqual({ key: KEY, why: 'no_rule' });
  });

  it('a province whose rules hold in all its cities speaks for a silent city, and for one that is not held', () => {
    expect(deductible([city, province('unified: true')], on('990100', TODAY))).toBe('700');
    expect(deductible([province('unified: true')], on('990200', TODAY))).toBe('700');
    expect(deductible([province('unified: true')], on('990000', TODAY))).toBe('700');
    expect(deductible([province('unified: true')], on('980200', TODAY))).toEqual({ key: KEY, why: 'no_region' });
  });

  it('the nation speaks last, for every place and for none', () => {
    const all = nation('from: 2023-01-01, value: "900"');
    expect(deductible([city, all], on('990100', TODAY))).toBe('900');
    expect(deductible([all], on('990200', TODAY))).toBe('900');
    expect(deductible([all], { day: TODAY, today: TODAY })).toBe('900');
    expect(deductible([deductibles('from: 2023-01-01, value: "300"'), all], on('990100', TODAY))).toBe('300');
    expect(deductible([province('unified: true'), all], on('990200', TODAY))).toBe('700');
  });

  it("the nation's reason is told where the region has none of its own, and never covers one", () => {
    const late = nation('from: 2030-01-01, value: "900"');
    expect(deductible([city, late], on('990100', TODAY))).toEqual({ key: KEY, why: 'too_early', day: '2030-01-01' });
    const ended = deductibles('from: 2023-01-01, value: "300"', 'from: 2024-07-01, ended: true');
    expect(deductible([ended, nation('from: 2023-01-01, value: "900"')], on('990100', TODAY))).toEqual({
      key: KEY,
      why: 'ended',
      day: '2024-07-01',
    });
  });

  it('a region whose rules are all for others is silent', () => {
    const others = region(
      '990100',
      `  ${KEY}:\n    - for: { insurance: employee }\n      history: [{ from: 2023-01-01, value: "1", ${SOURCE} }]`,
    );
    expect(
      deductible([others, nation('from: 2023-01-01, value: "900"')], on('990100', TODAY), { insurance: 'resident' }),
    ).toBe('900');
  });
});
