import { expect, test } from 'vitest';
import { read } from '../../src/calculator/read.js';
import { type Region, regionSchema } from '../../src/calculator/region.js';
import type { Situation } from '../../src/calculator/situation.js';

const entry = (id: string, own: object) => ({ source: { id, at: '第一条' }, ...own });
const same = (id: string, from = '2023-01-01') => [{ history: [entry(id, { from, value: { mode: 'same' } })] }];

const region = (code: string, parameters: object, unified = false): [string, Region] => [
  code,
  regionSchema.parse({ region: code, names: ['示例'], checked: '2026-11-01', unified, parameters }) as Region,
];

const at = { day: '2026-11-29', today: '2026-11-29' };
const outpatient = (regions: [string, Region][], code: string, when: object = at, situation: Situation = {}) =>
  read(new Map(regions), { ...at, ...when, region: code }, 'outpatient.out_of_area', situation);

const province = region('990000', { 'outpatient.out_of_area': same('province') }, true);
const nation = region('000000', { 'outpatient.out_of_area': same('nation') });

test('a unified rule of the province holds in its cities, in those not held too, and before the nation', () => {
  const city = region('990100', {});
  expect(outpatient([province, nation, city], '990100')).toMatchObject({
    region: '990000',
    source: { id: 'province' },
  });
  expect(outpatient([province, nation], '990200')).toMatchObject({ region: '990000' });
});

test('the city says otherwise: its own rule holds, also where it is not yet in force', () => {
  const city = region('990100', { 'outpatient.out_of_area': same('city', '2026-01-01') });
  expect(outpatient([province, nation, city], '990100')).toMatchObject({ source: { id: 'city' } });
  expect(outpatient([province, nation, city], '990100', { day: '2025-12-31' })).toMatchObject({ why: 'too_early' });
});

test('a province whose rules are not said to be unified is silent for its cities', () => {
  const loose = region('990000', { 'outpatient.out_of_area': same('province') });
  expect(outpatient([loose], '990100')).toMatchObject({ why: 'no_region' });
  expect(outpatient([loose, nation], '990100')).toMatchObject({ source: { id: 'nation' } });
});

test('another province is never read', () => {
  expect(outpatient([province], '980100')).toMatchObject({ why: 'no_region' });
});

test("a city's value of a year alone gives way to what is in force in the province or the nation, until it is accepted", () => {
  const dated = {
    'outpatient.out_of_area': [{ history: [entry('city', { as_of: '2024', value: { mode: 'none' } })] }],
  };
  const city = region('990100', dated);
  expect(outpatient([nation, city], '990100')).toMatchObject({ source: { id: 'nation' } });
  expect(outpatient([province, city], '990100')).toMatchObject({ source: { id: 'province' } });
  expect(outpatient([nation, city], '990100', { acceptAsOf: true })).toMatchObject({ source: { id: 'city' } });
  expect(outpatient([city], '990100')).toMatchObject({ why: 'as_of', year: '2024' });
});

test('a rule for the first admission says nothing of the second', () => {
  const first = { 'outpatient.out_of_area': [{ ...same('city')[0], for: { admission: { below: 2 } } }] };
  const city = region('990100', first);
  expect(outpatient([city], '990100', at, { admission: 1 })).toMatchObject({ source: { id: 'city' } });
  expect(outpatient([city], '990100')).toMatchObject({ source: { id: 'city' } });
  expect(outpatient([city], '990100', at, { admission: 2 })).toMatchObject({ why: 'no_rule' });
});
