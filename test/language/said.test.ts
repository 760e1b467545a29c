import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSayings, type Saying } from '../../src/language/said.js';

const WORDS = ['备案', '异地备案', '案', '急诊', '没', '没备案', '诊'];
const word = fc.constantFrom(...WORDS);
const text = fc
  .array(fc.oneof(word, fc.constantFrom('我', ',', 'ab', '😀', '')), { maxLength: 8 })
  .map((parts) => parts.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const saying = fc.record({
  when: fc.array(fc.array(words, { maxLength: 3 }), { maxLength: 3 }),
  unless: fc.array(word),
});

/** The same, one word after another. */
const plainly = ({ when, unless }: Saying, said: string): boolean =>
  !unless.some((one) => said.includes(one)) &&
  when.some((groups) => groups.every((group) => group.some((one) => said.includes(one))));

describe('what a text says', () => {
  test('is what looking for each word by itself finds, however many conditions share it', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 4 }), text, (all, said) => {
        const meets = createSayings(new Map(all.map((one, i) => [i, one])))(said);
        expect(all.map((_, i) => meets(i))).toEqual(all.map((one) => plainly(one, said)));
      }),
    );
  });

  test('a word inside another is heard too', () => {
    const meets = createSayings(new Map([['filed', { when: [[['备案']]], unless: ['没备案'] }]]));
    expect([meets('异地备案')('filed'), meets('没备案')('filed')]).toEqual([true, false]);
  });

  test('no condition is met by a key that has none', () => {
    expect(createSayings(new Map<string, Saying>())('备案')('filed')).toBe(false);
  });
});
