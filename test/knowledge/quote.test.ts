import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factText, holdsFor } from '../../src/knowledge/fact.js';
import { citedFacts, fill, quotesIn } from '../../src/knowledge/quote.js';
import { fact, knowledgeOf, source } from '../support/knowledge.js';

const knowledge = knowledgeOf({
  sources: [
    source({ id: 'notice', title: '异地就医的通知', number: '示例发〔2022〕1号' }),
    source({ id: 'guide', title: '办事指南' }),
  ],
  facts: [
    fact({ id: 'val_01', text: '长期有效。' }),
    fact({ id: 'val_04', text: '不少于{months}，共{times}。', values: { months: '6个月', times: '2次' } }),
    fact({ id: 'cash', text: '约 $& 和 $1。' }),
  ],
});

describe('the marks of a template', () => {
  test('facts each once in the order of the text, single figures, documents', () => {
    expect(quotesIn('先{val_04.months}[val_04]，再{val_01}，见{doc:notice}。{val_04}[val_01]')).toEqual({
      facts: ['val_04', 'val_01'],
      values: [{ fact: 'val_04', value: 'months' }],
      documents: ['notice'],
    });
  });

  test('a text without marks names nothing', () => {
    expect(quotesIn('第一条（见〔2022〕1号）{ 空 } [Ａ]')).toEqual({ facts: [], values: [], documents: [] });
  });
});

describe('filling', () => {
  test.each([
    ['{val_01}', '长期有效。'],
    ['{val_04}', '不少于6个月，共2次。'],
    ['不少于{val_04.months}[val_04]。', '不少于6个月。'],
    ['长期有效[val_01]；见{doc:notice}。', '长期有效；见《异地就医的通知》（示例发〔2022〕1号）。'],
    ['看{doc:guide}', '看《办事指南》'],
    ['{val_01}。', '长期有效。'],
    ['  {val_01}\n', '长期有效。'],
    ['{cash}', '约 $& 和 $1。'],
  ])('%j is shown as %j', (template, shown) => {
    expect(fill(template, knowledge)).toBe(shown);
  });

  test('leaves text without marks as it is', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'备案，（6个月）12 a') });
    fc.assert(fc.property(plain, (text) => fill(text, knowledge) === text.trim()));
  });

  test('of names that exist leaves no mark behind, whatever stands between', () => {
    const mark = fc.constantFrom('{val_01}', '{val_04}', '{val_04.months}', '[val_01]', '{doc:notice}');
    const between = fc.string({ unit: fc.constantFrom(...'备案，6') });
    fc.assert(
      fc.property(fc.array(fc.tuple(between, mark)), (parts) => {
        expect(fill(parts.flat().join(''), knowledge)).not.toMatch(/[{}[\]]/);
      }),
    );
  });

  test('the facts a template rests on come in its order; unknown ones are left out', () => {
    expect(citedFacts('[val_04]{nothing}{val_01}', knowledge).map(({ id }) => id)).toEqual(['val_04', 'val_01']);
  });
});

describe('a fact', () => {
  test('says its figures', () => {
    expect(factText(fact({ id: 'a', text: '{days}内办完。', values: { days: '2个工作日' } }))).toBe(
      '2个工作日内办完。',
    );
  });

  test('holds in its place, in all of a unified province, everywhere if national', () => {
    const city = fact({ id: 'a', text: '一地的规定', scope: ['150100'] });
    const province = fact({ id: 'b', text: '一省的规定', scope: ['430000'], unified: true });
    const nation = fact({ id: 'c', text: '全国的规定' });
    const where = (code: string) => [city, province, nation].filter((f) => holdsFor(f, code)).map((f) => f.id);
    expect(where('150100')).toEqual(['a', 'c']);
    expect(where('150000')).toEqual(['c']);
    expect(where('150200')).toEqual(['c']);
    expect(where('430100')).toEqual(['b', 'c']);
  });
});
