import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon, type Spot } from '../../src/language/lexicon.js';

const FORMS = [
  ['备案', '备案'],
  ['登记', '备案'],
  ['异地备案', '异地备案'],
  ['案件', '案件'],
] as const;

const shown = (spots: readonly Spot[]) => spots.map(({ id, form, start, end }) => `${form}=${id} ${start}-${end}`);

describe('words found in a text', () => {
  test.each<[string, string[]]>([
    ['我要备案', ['备案=备案 2-4']],
    ['备案和登记', ['备案=备案 0-2', '登记=备案 3-5']],
    ['办异地备案', ['异地备案=异地备案 1-5']],
    ['备案件', ['备案=备案 0-2']],
    ['备备案', ['备案=备案 1-3']],
    ['看病', []],
    ['', []],
  ])('%s', (text, spots) => {
    expect(shown(createLexicon(FORMS)(text))).toEqual(spots);
  });

  test('of two concepts with the same word the first one has it', () => {
    const find = createLexicon([
      ['慢病', 'a'],
      ['慢病', 'b'],
    ]);
    expect(find('慢病').map(({ id }) => id)).toEqual(['a']);
  });

  test('no words, nothing found', () => {
    expect(createLexicon([])('备案')).toEqual([]);
    expect(createLexicon([['', 'nothing']])('备案')).toEqual([]);
  });
});

describe('whatever the words and the text', () => {
  const unit = fc.constantFrom('备', '案', '异', '地', '😀');
  const form = fc.string({ unit, minLength: 1, maxLength: 4 });
  const forms = fc.array(form, { maxLength: 8 }).map((all) => all.map((f) => [f, `#${f}`] as const));
  const text = fc.string({ unit, maxLength: 14 });

  test('spots stand in order, never overlap, and hold the word they name', () => {
    fc.assert(
      fc.property(forms, text, (words, said) => {
        let at = 0;
        for (const { form, id, start, end } of createLexicon(words)(said)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(said.slice(start, end)).toBe(form);
          expect(id).toBe(`#${form}`);
          at = end;
        }
      }),
    );
  });

  test('from the left, at each place the longest word', () => {
    const slow = (words: readonly (readonly [string, string])[], said: string): string[] => {
      const longest = words
        .map(([f]) => f)
        .filter((f) => said.startsWith(f))
        .sort((a, b) => b.length - a.length)[0];
      if (said === '') return [];
      return longest === undefined ? slow(words, said.slice(1)) : [longest, ...slow(words, said.slice(longest.length))];
    };
    fc.assert(
      fc.property(forms, text, (words, said) => {
        expect(createLexicon(words)(said).map((spot) => spot.form)).toEqual(slow(words, said));
      }),
    );
  });

  test('the order of the words does not matter', () => {
    const mixed = forms.chain((words) =>
      fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
    );
    fc.assert(
      fc.property(mixed, text, ([words, other], said) => {
        expect(createLexicon(other)(said)).toEqual(createLexicon(words)(said));
      }),
    );
  });
});
