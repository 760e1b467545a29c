import { longestAt, trieOf } from './trie.js';

/** A word of the glossary found in a text: `id` is the concept it stands for. */
export type Spot = { readonly id: string; readonly form: string; readonly start: number; readonly end: number };

/** Finds the words of a list in a text. */
export type Lexicon = (text: string) => Spot[];

/**
 * Builds a finder of many words: longest first, from the left, never overlapping.
 * @param forms pairs of a written form and the concept it stands for
 */
export function createLexicon(forms: Iterable<readonly [form: string, id: string]>): Lexicon {
  const words = trieOf([...forms].map(([form, id]) => [form, { form, id }] as const));
  return (text) => {
    const spots: Spot[] = [];
    for (let at = 0; at < text.length; ) {
      const found = longestAt(words, text, at);
      const end = at + (found?.form.length ?? 1);
      if (found) spots.push({ ...found, start: at, end });
      at = end;
    }
    return spots;
  };
}
