import OpenCC from 'opencc-js/t2cn';

/** The `t` table leaves Simplified text alone; the `tw` one would turn 显著 into 显着 and 么 into 幺. */
const convert: (text: string) => string = OpenCC.Converter({ from: 't', to: 'cn' });

/** Breaks and spaces that stand between words, also where they are control characters. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;

/** Controls, lone surrogates, zero-width, bidi, variation and tag characters: nothing a reader sees. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]/gu;

const UPPER_LATIN = /(?=\p{Script=Latin})\p{Lu}/gu;

/** More rounds than any text needs: a second reaches the few characters that are converted in two steps. */
const MOST_ROUNDS = 4;

/**
 * One text for all spellings of it: NFKC, Simplified characters, lower-case Latin, nothing invisible, single spaces, trimmed.
 * Any string is accepted (lone surrogates are dropped); offsets in the result are not those of the input. Idempotent.
 */
export function fold(text: string): string {
  let folded = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = foldOnce(folded);
    if (next === folded) break;
    folded = next;
  }
  return folded;
}

/** Traditional characters as Simplified ones, phrase by phrase; everything else stays as it is. */
export function simplify(text: string): string {
  return convert(text);
}

function foldOnce(text: string): string {
  const visible = text.replace(BREAKS, ' ').replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '');
  const lower = convert(visible).replace(UPPER_LATIN, (letter) => letter.toLowerCase());
  return lower.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
