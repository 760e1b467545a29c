import { chineseDigit, scriptDigit } from './digits.js';
import { simplify } from './fold.js';

/**
 * A text as the recognisers see it: digits of any script are ASCII, letters lower-case and Simplified, nothing invisible.
 * Unit `i` of `plain` and of `spoken` (where Chinese numerals are ASCII too) stands for `source.slice(starts[i], ends[i])`.
 */
export type Shadow = {
  readonly source: string;
  readonly plain: string;
  readonly spoken: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{M}\p{Cs}]|[^\P{Cc}\s]$/u;

/** Letters typed for zero and one, but only after a digit: elsewhere they are letters. */
const LOOKALIKES = /(?<=\d)[ol]{1,11}/g;

/** Only of single code units, so that hostile text cannot fill the memory. */
const seen = new Map<string, string>();

/** Reads a text once, in time linear in its length. */
export function shadowOf(source: string): Shadow {
  const plain: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of source) {
    const next = at + char.length;
    const units = plainOf(char);
    if (units === '' && ends.length > 0) ends[ends.length - 1] = next;
    for (let i = 0; i < units.length; i += 1) {
      plain.push(units.charAt(i));
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return {
    source,
    plain: plain.join(''),
    spoken: plain.map(spokenOf).join('').replace(LOOKALIKES, zeroOrOne),
    starts,
    ends,
  };
}

function plainOf(char: string): string {
  const known = seen.get(char);
  if (known !== undefined) return known;
  const plain = UNSEEN.test(char) ? '' : (scriptDigit(char) ?? lettersOf(char));
  if (char.length === 1) seen.set(char, plain);
  return plain;
}

function lettersOf(char: string): string {
  const units = simplify(char.normalize('NFKC')).toLowerCase();
  return units.replace(/[叉✕✖×χх╳❌]/gu, 'x').replace(/\p{M}/gu, '');
}

function spokenOf(unit: string): string {
  return chineseDigit(unit) ?? unit;
}

function zeroOrOne(letters: string): string {
  return letters.replaceAll('o', '0').replaceAll('l', '1');
}
