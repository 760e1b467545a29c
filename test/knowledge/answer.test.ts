import { areaList } from '@vant/area-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citations, type Situation, tell } from '../../src/knowledge/answer.js';
import type { Answer } from '../../src/knowledge/entry.js';
import { KINDS } from '../../src/policy/kinds.js';
import { poolOf, provinceOf } from '../../src/policy/region.js';
import { entry, fact, knowledgeOf, source } from '../support/knowledge.js';

const DAY = '2026-11-22';
const CITIES = Object.keys(areaList.city_list);
const ANYWHERE = [...Object.keys(areaList.county_list), ...CITIES, ...Object.keys(areaList.province_list)];
const anywhere = fc.constantFrom(...ANYWHERE);

const knowledge = knowledgeOf({
  sources: [source({ id: 'notice' }), source({ id: 'city', authority: 'city' })],
  facts: [
    fact({ id: 'nation', text: '全国的规定。' }),
    fact({
      id: 'hohhot',
      text: '呼和浩特的规定。',
      scope: ['150100'],
      from: '2025-01-01',
      source: { id: 'city', at: '一' },
    }),
    fact({ id: 'hunan', text: '湖南的规定。', scope: ['430000'], unified: true }),
    fact({ id: 'guangdong', text: '广东省本级的规定。', scope: ['440000'] }),
    fact({ id: 'shanghai', text: '上海的规定。', scope: ['310000'] }),
    fact({ id: 'xiantao', text: '仙桃的规定。', scope: ['429004'] }),
    fact({ id: 'next_year', text: '明年的规定。', from: '2027-01-01' }),
    fact({ id: 'since_2023', text: '新的规定。', from: '2023-01-01' }),
    fact({ id: 'until_june', text: '到六月为止。', until: '2026-06-30' }),
  ],
});

const answers = {
  nation: { text: '{nation}' },
  employee: { insurance: ['employee'], text: '职工：{nation}' },
  referral: { who: ['referral'], text: '转诊：{nation}' },
  beijing: { care: ['110000'], text: '去北京：{nation}' },
  hunan: { scope: ['430000'], text: '{hunan}' },
  guangdong: { scope: ['440000'], text: '{guangdong}' },
  shanghai: { scope: ['310000'], text: '{shanghai}' },
  hohhot: { scope: ['150100'], text: '{hohhot}' },
  hohhotReferral: { scope: ['150100'], who: ['referral'], text: '转诊：{hohhot}' },
  xiantao: { scope: ['429004'], text: '{xiantao}' },
} satisfies Record<string, Partial<Answer> & { text: string }>;

type Name = keyof typeof answers;
const asked = (names: readonly Name[], more = {}) =>
  entry({ entry: 'validity', answers: names.map((name) => answers[name]), ...more });
const told = (names: readonly Name[], situation: Partial<Situation> = {}, more = {}) =>
  tell(asked(names, more), { day: DAY, ...situation }, knowledge);

const ALL = Object.keys(answers) as Name[];

describe('the most specific wording that fits', () => {
  test.each<[string, Partial<Situation>, string]>([
    ['nothing known', {}, '全国的规定。'],
    ['an employee', { insurance: 'employee' }, '职工：全国的规定。'],
    ['a resident', { insurance: 'resident' }, '全国的规定。'],
    ['a referral', { kind: 'referral' }, '转诊：全国的规定。'],
    ['a referred employee', { kind: 'referral', insurance: 'employee' }, '转诊：全国的规定。'],
    ['an emergency', { kind: 'emergency' }, '全国的规定。'],
    ['treated in Beijing', { care: '110000' }, '去北京：全国的规定。'],
    ['treated in a district of Beijing', { care: '110105' }, '去北京：全国的规定。'],
    ['referred to Beijing', { care: '110000', kind: 'referral' }, '去北京：全国的规定。'],
    ['insured in Hohhot', { insured: '150100' }, '呼和浩特的规定。'],
    ['insured in a district of Hohhot', { insured: '150102' }, '呼和浩特的规定。'],
    ['insured in Hohhot, treated in Beijing', { insured: '150100', care: '110000' }, '呼和浩特的规定。'],
    ['insured in Hohhot, referred', { insured: '150100', kind: 'referral' }, '转诊：呼和浩特的规定。'],
    ['insured in Changsha', { insured: '430100' }, '湖南的规定。'],
    ['insured in Hunan', { insured: '430000' }, '湖南的规定。'],
    ['insured in a district of Shanghai', { insured: '310115' }, '上海的规定。'],
    ['insured in Baotou', { insured: '150200' }, '全国的规定。'],
    ['insured in Inner Mongolia, no city said', { insured: '150000' }, '全国的规定。'],
    ['treated in Hohhot only', { care: '150100' }, '全国的规定。'],
  ])('%s', (_, situation, text) => {
    expect(told(ALL, situation).text).toBe(text);
  });

  test('does not depend on the order they are written in', () => {
    const situation = fc.record(
      {
        insured: anywhere,
        care: anywhere,
        kind: fc.constantFrom(...KINDS),
        insurance: fc.constant('employee' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), situation, (mixed, given) => {
        expect(told(mixed, given).text).toBe(told(ALL, given).text);
      }),
    );
  });

  test('an entry without a wording for everybody cannot be told', () => {
    expect(() => told(['hohhot'])).toThrow('validity');
  });
});

describe('a place keeps its rules to itself', () => {
  test("a city's rule is told to its own people and to nobody else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CITIES), anywhere, fc.constantFrom(...KINDS), (city, insured, kind) => {
        const own = fact({ id: 'own', text: '这座城市的规定。', scope: [city] });
        const everywhere = fact({ id: 'nation', text: '全国的规定。' });
        const one = entry({ entry: 'validity', answers: [{ text: '{nation}' }, { scope: [city], text: '{own}' }] });
        const { text, facts } = tell(one, { day: DAY, insured, kind }, knowledgeOf({ facts: [own, everywhere] }));
        const belongs = insured === city || poolOf(insured) === city;
        expect(text).toBe(belongs ? '这座城市的规定。' : '全国的规定。');
        expect(facts.includes(own)).toBe(belongs);
      }),
      { numRuns: 1000 },
    );
  });

  test("a unified province's rule serves all of the province and nobody outside", () => {
    fc.assert(
      fc.property(anywhere, (insured) => {
        expect(told(['nation', 'hunan'], { insured }).text === '湖南的规定。').toBe(provinceOf(insured) === '430000');
      }),
      { numRuns: 1000 },
    );
  });

  test('a rule of a province that is not unified serves no city of it', () => {
    fc.assert(
      fc.property(anywhere, (insured) => {
        expect(told(['nation', 'guangdong'], { insured }).text !== '全国的规定。').toBe(insured === '440000');
      }),
    );
  });

  test('counties under a province directly do not share their rules', () => {
    expect(told(['nation', 'xiantao'], { insured: '429004' }).text).toBe('仙桃的规定。');
    expect(told(['nation', 'xiantao'], { insured: '429005' }).text).toBe('全国的规定。');
  });

  test('a scheme of its own inside a city is not the city', () => {
    expect(told(['nation', 'hohhot'], { insured: '150100-corps' }).text).toBe('全国的规定。');
  });
});

describe('what is said beside the text', () => {
  test('the region is that of the rule, the nation where none is named', () => {
    expect(told(ALL, { insured: '150102' }).region).toBe('150100');
    expect(told(ALL, { insured: '430100' }).region).toBe('430000');
    expect(told(ALL, { insured: '150200' }).region).toBe('000000');
    expect(told(ALL, { care: '110000' }).region).toBe('000000');
  });

  test('where the region decides and we hold nothing of it, that is told', () => {
    const local = { local: '具体期限' };
    expect(told(['nation', 'hohhot'], { insured: '510100' }, local).localMissing).toBe(true);
    expect(told(['nation', 'hohhot'], { insured: '150100' }, local).localMissing).toBe(false);
    expect(told(['nation', 'hohhot'], {}, local).localMissing).toBe(false);
    expect(told(['nation', 'hohhot'], { insured: '510100' }).localMissing).toBe(false);
  });

  test('each place of a source is cited once', () => {
    const twice = knowledgeOf({
      facts: [
        fact({ id: 'a', text: '第一句话。' }),
        fact({ id: 'b', text: '第二句话。' }),
        fact({ id: 'c', text: '第三句话。', source: { id: 'notice', at: '第二条' } }),
        fact({ id: 'd', text: '没有登记。', source: { id: 'nowhere', at: '第一条' } }),
      ],
    });
    const cited = citations([...twice.facts.values()], twice);
    expect(cited.map(({ source: { id }, place }) => `${id} ${place}`)).toEqual(['notice 第一条', 'notice 第二条']);
  });
});

describe('the day asked for', () => {
  const onDay = (text: string, day: string, more = {}) =>
    tell(entry({ entry: 'validity', answers: [{ text }], ...more }), { day }, knowledge);

  test("a city's rule that starts later is told with its first day", () => {
    const on = (day: string) => told(ALL, { insured: '150100', day }).startsLater;
    expect(on('2024-12-31')).toBe('2025-01-01');
    expect(on('2025-01-01')).toBeUndefined();
  });

  test('a national rule that starts later as well', () => {
    expect(onDay('{since_2023}', '2022-12-31').startsLater).toBe('2023-01-01');
    expect(onDay('{since_2023}', '2023-01-01').startsLater).toBeUndefined();
  });

  test('a rule that has ended is told with its last day', () => {
    expect(onDay('{until_june}', '2026-07-01').ended).toBe('2026-06-30');
    expect(onDay('{until_june}', '2026-06-30').ended).toBeUndefined();
  });

  test('an entry about the past is not held against its rules having ended', () => {
    expect(onDay('{until_june}', DAY, { tense: 'past' }).ended).toBeUndefined();
  });

  test('an entry about what is to come is told before its day', () => {
    expect(onDay('{next_year}', DAY, { tense: 'future' })).toMatchObject({ text: '明年的规定。', ended: undefined });
  });
});
