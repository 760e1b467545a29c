/** A run of letters is read as pinyin only if it holds this many letters of known words: app, ct or usb stay. */
const ENOUGH_SPELLED = 5;
/** The shortest spelling looked for inside longer runs; shorter words count only when they stand alone. */
export const SHORTEST_SPELLED = 4;

/**
 * Words typed in pinyin letters put back into characters: "yidi anzhi", "yi di", "beianzenmeban".
 * @param byLetters words by their spelling without tones and spaces
 * @param alone single characters by their spelling, understood only as typed words of their own
 * @param longest the longest spelling there is
 */
export function fixLatin(
  run: string,
  byLetters: ReadonlyMap<string, string>,
  alone: ReadonlyMap<string, string>,
  longest: number,
): string {
  const words = run.split(/[ ']+/);
  let out = '';
  let found = 0;
  for (let at = 0; at < words.length; ) {
    const hit = spelledAt(words, at, byLetters, longest);
    out += hit?.word ?? alone.get(words[at] ?? '') ?? ` ${words[at]} `;
    found += hit?.letters ?? 0;
    at += hit?.words ?? 1;
  }
  return found >= ENOUGH_SPELLED ? out.replace(/ {2,}/g, ' ').trim() : run;
}

/** The most typed words from `at` that together spell known words: "yidi anzhi", "yi di", "beianzenmeban". */
function spelledAt(words: readonly string[], at: number, byLetters: ReadonlyMap<string, string>, longest: number) {
  let best: { word: string; letters: number; words: number } | undefined;
  let letters = '';
  for (let end = at; end < words.length && letters.length <= 2 * longest; end++) {
    letters += words[end];
    const word = spelling(letters, byLetters, longest);
    if (word !== undefined) best = { word, letters: letters.length, words: end - at + 1 };
  }
  return best;
}

/** Letters read as known words from end to end, or undefined. */
function spelling(letters: string, byLetters: ReadonlyMap<string, string>, longest: number): string | undefined {
  if (letters === '') return '';
  for (let length = Math.min(longest, letters.length); length >= SHORTEST_SPELLED; length--) {
    const word = byLetters.get(letters.slice(0, length));
    const rest = word === undefined ? undefined : spelling(letters.slice(length), byLetters, longest);
    if (word !== undefined && rest !== undefined) return word + rest;
  }
  return undefined;
}
