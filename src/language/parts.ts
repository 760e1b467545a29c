import type { Kind } from '../policy/kinds.js';
import type { Lexicon } from './lexicon.js';
import { chineseToNumber } from './numerals.js';

/** `text` with the given stretches taken out. */
export function cut(text: string, stretches: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of stretches) {
    out += text.slice(at, start);
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

/** `text` without the words of the given lists, taken out one list after the other. */
export const without = (text: string, lexicons: readonly Lexicon[]): string =>
  lexicons.reduce((rest, lexicon) => cut(rest, lexicon(rest)), text).trim();

const COUNT = /[零一二两三四五六七八九十百]+(?=个|种|类|家|年|月|天|次|步|条|项|人)/g;

/** What is searched with: no fluff, counts in digits; a text of fluff alone (你好) is kept whole. */
export function coreOf(text: string, fluff: Lexicon): string {
  const core = without(text, [fluff]);
  return (core === '' ? text : core).replace(COUNT, (count) => chineseToNumber(count)?.toString() ?? count);
}

const DENIED = /(不是|并非|不算|不属于|非|没有|没|未|无|别)$/;
const COMPARES = /分别|还是|区别|相比|哪个|哪种|各|和|、|记混/;

/**
 * The kind of person a text is about: the last one named that is not denied; none when kinds are being compared.
 * Whoever moved the household registration is resettled, though such people live away for long as well.
 */
export function kindIn(text: string, kinds: Lexicon): Kind | undefined {
  const named = kinds(text).filter((spot) => !DENIED.test(text.slice(Math.max(0, spot.start - 3), spot.start)));
  const distinct = new Set(named.map((spot) => spot.id));
  if (distinct.size === 2 && distinct.has('resettled') && distinct.has('long_term')) return 'resettled';
  if (distinct.size > 1 && COMPARES.test(text)) return undefined;
  return named.at(-1)?.id as Kind | undefined;
}
