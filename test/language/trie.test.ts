import { describe, expect, test } from 'vitest';
import { allAt, longestAt, trieOf } from '../../src/language/trie.js';

const root = trieOf(['备', '备案', '备案人', '案'].map((word) => [word, word] as const));

describe('words that begin at a place', () => {
  test.each([
    ['备案人员', 0, ['备', '备案', '备案人']],
    ['备案人员', 1, ['案']],
    ['备案人员', 3, []],
    ['备', 0, ['备']],
    ['备', 1, []],
    ['', 0, []],
  ])('%s at %i', (text, at, words) => {
    expect(allAt(root, text, at)).toEqual(words);
    expect(longestAt(root, text, at)).toBe(words.at(-1));
  });

  test('of two equal words the first keeps its value, and the empty word is none', () => {
    const twice = trieOf([
      ['案', 1],
      ['案', 2],
      ['', 3],
    ]);
    expect(allAt(twice, '案', 0)).toEqual([1]);
  });
});
