import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glossarySchema } from '../../src/language/glossary.js';
import { createLanguage } from '../../src/language/understand.js';

const glossary = glossarySchema.parse({
  terms: [{ term: '备案', says: ['登记'] }, { term: '有效期', says: ['管多久'] }, { term: '跨省' }],
  aspects: [{ aspect: 'how_to', says: ['怎么办'] }],
  kinds: [
    { kind: 'referral', label: '异地转诊人员', says: ['转诊', '转院'] },
    { kind: 'long_term', label: '异地长期居住人员', says: ['常住'] },
  ],
  insurances: [
    { insurance: 'employee', label: '职工医保', says: ['职工'] },
    { insurance: 'resident', label: '居民医保', says: ['居民', '农合'] },
  ],
  fluff: ['请问', '一下'],
});
const { hear, read, nameOf } = createLanguage(glossary, [{ code: '150100', names: ['呼市'] }]);

describe('what is heard in a question', () => {
  test.each<[string, object]>([
    ['职工转诊备案怎么办', { insurance: 'employee', kind: 'referral', concepts: ['备案', 'how_to'] }],
    ['登记管多久', { concepts: ['备案', '有效期'] }],
    ['農合轉院', { insurance: 'resident', kind: 'referral', text: '农合转院' }],
    ['夸省怎么办', { text: '跨省怎么办', concepts: ['跨省', 'how_to'] }],
    ['呼市参保去北京看病', { insured: { code: '150100' }, care: { code: '110000' } }],
    ['我在上海住院', { care: { code: '310000' } }],
    ['', { text: '', core: '', stem: '', concepts: [], places: [] }],
  ])('%s', (text, heard) => {
    expect(hear(text)).toMatchObject(heard);
  });

  test('nothing is made up: what is not said is absent', () => {
    expect(Object.keys(hear('备案怎么办')).sort()).toEqual(['concepts', 'core', 'places', 'stem', 'text']);
  });

  test('of two kinds the one said last counts', () => {
    expect(hear('不是转诊,是常住').kind).toBe('long_term');
  });

  test('the core is without places and fluff, the stem also without kind and insurance', () => {
    const heard = hear('请问呼市职工转诊备案怎么办');
    expect(heard.core).toBe('职工转诊备案怎么办');
    expect(heard.stem).toBe('备案怎么办');
  });
});

describe('what an author wrote', () => {
  test('is read without mending sounds', () => {
    expect(read('夸省').core).toBe('夸省');
  });

  test('has the concepts of the same words typed', () => {
    for (const text of ['备案怎么办', '登记管多久', '转诊备案'])
      expect(read(text).concepts).toEqual(hear(text).concepts);
  });
});

test('places have names', () => {
  expect([nameOf('150100'), nameOf('110000'), nameOf('000000'), nameOf('999999')]).toEqual([
    '呼和浩特',
    '北京',
    '全国',
    '999999',
  ]);
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('备案', '北京', '呼市', '转诊', '请问', '，', 'beian', ' ', '😀', '\u202e', '12', '职工'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );

  test('it is heard without failing, the same each time, and core and stem only leave out', () => {
    const kept = (part: string, whole: string) => {
      let at = 0;
      for (const character of part) {
        const found = whole.indexOf(character, at);
        if (found < 0) return false;
        at = found + character.length;
      }
      return true;
    };
    fc.assert(
      fc.property(typed, (text) => {
        const heard = hear(text);
        expect(hear(text)).toEqual(heard);
        expect(kept(heard.core, heard.text)).toBe(true);
        expect(kept(heard.stem, heard.text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('what was heard is heard again the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { text: heard } = hear(text);
        expect(hear(heard).text).toBe(heard);
      }),
      { numRuns: 500 },
    );
  });
});
