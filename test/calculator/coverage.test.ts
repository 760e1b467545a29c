import { describe, expect, test } from 'vitest';
import { coverage, coverageTable } from '../../src/calculator/coverage.js';
import { type Region, type Regions, regionSchema } from '../../src/calculator/region.js';

const source = { id: 'notice', at: '第一条' };
const entry = (own: object) => ({ source, ...own });

const region = (code: string, own: object): [string, Region] => [
  code,
  regionSchema.parse({ region: code, names: ['示例市'], checked: '2026-11-01', ...own }) as Region,
];

const regions: Regions = new Map([
  region('990200', {
    names: ['另一市'],
    checked: '2026-10-02',
    parameters: { class_b: [{ history: [entry({ from: '2027-01-01', value: '0.1' })] }] },
  }),
  region('990100', {
    tiers: { special: '特等医院' },
    grades: { tier_one: '一档' },
    parameters: {
      'inpatient.deductible': [
        {
          for: { insurance: 'employee', admission: { below: 2 } },
          history: [entry({ in_force: true, by_tier: { tertiary: '900', special: '1200' } })],
        },
        {
          for: { insurance: 'resident', grade: 'tier_one', age: { from: 60 } },
          history: [entry({ as_of: '2023', value: '300' })],
        },
      ],
      'inpatient.out_of_area': [
        {
          for: { kind: 'referral', filing: 'filed' },
          history: [entry({ from: '2025-01-01', value: { mode: 'same' } })],
        },
        {
          for: { kind: ['resettled', 'long_term'] },
          history: [entry({ from: '2025-01-01', value: { mode: 'same' } })],
        },
      ],
      class_b: [
        {
          for: { poor: true },
          history: [entry({ from: '2020-01-01', value: '0.1' }), entry({ from: '2026-01-01', ended: true })],
        },
      ],
    },
  }),
]);

describe('coverage', () => {
  test('tells each rule of each region by code and key: how it stands, for whom, days since it was checked', () => {
    expect(coverage(regions, '2026-11-29')).toEqual([
      {
        region: '990100',
        key: 'inpatient.deductible',
        standing: { state: 'in_force', when: undefined },
        whom: '职工、第1次住院（三级、特等医院）',
        checkedDays: 28,
      },
      {
        region: '990100',
        key: 'inpatient.deductible',
        standing: { state: 'year', when: '2023' },
        whom: '居民、一档、满60岁',
        checkedDays: 28,
      },
      {
        region: '990100',
        key: 'inpatient.out_of_area',
        standing: { state: 'in_force', when: '2025-01-01' },
        whom: '转诊、已备案',
        checkedDays: 28,
      },
      {
        region: '990100',
        key: 'inpatient.out_of_area',
        standing: { state: 'in_force', when: '2025-01-01' },
        whom: '异地安置退休/异地长期居住',
        checkedDays: 28,
      },
      {
        region: '990100',
        key: 'class_b',
        standing: { state: 'ended', when: '2026-01-01' },
        whom: '困难群众',
        checkedDays: 28,
      },
      {
        region: '990200',
        key: 'class_b',
        standing: { state: 'upcoming', when: '2027-01-01' },
        whom: '所有人',
        checkedDays: 58,
      },
    ]);
  });

  test('on another day the same rules stand otherwise', () => {
    const states = (today: string) => coverage(regions, today).map(({ standing }) => standing.state);
    expect(states('2024-12-31')).toEqual(['in_force', 'year', 'upcoming', 'upcoming', 'in_force', 'upcoming']);
    expect(states('2027-01-01')).toEqual(['in_force', 'year', 'in_force', 'in_force', 'ended', 'in_force']);
  });
});

test('the table is a line for each region, and below it one for each key and standing', () => {
  expect(coverageTable(regions, '2026-11-29')).toEqual([
    '示例市 990100　28天前核对',
    '  住院起付线　现行　职工、第1次住院（三级、特等医院）',
    '  住院起付线　只有2023年的资料　居民、一档、满60岁',
    '  住院异地就医的待遇　2025-01-01起现行　转诊、已备案；异地安置退休/异地长期居住',
    '  乙类先自付比例　2026-01-01起失效　困难群众',
    '另一市 990200　58天前核对',
    '  乙类先自付比例　2027-01-01起施行，还没到　所有人',
  ]);
});
