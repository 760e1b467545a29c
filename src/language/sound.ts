import { pinyin } from 'pinyin-pro';
import { fixLatin, SHORTEST_SPELLED } from './latin.js';

/** Puts back the words of the field that were typed by their sound: 夸省 -> 跨省, beian -> 备案. */
export type SoundFixer = (text: string) => string;

const LONGEST = 6;
const WORD = /^\p{Script=Han}{2,6}$/u;
const SPELLED = /^\p{Script=Han}{1,6}$/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
const LATIN_RUN = /[a-z]{2,}(?:[ ']+[a-z]+)*/g;
/** Sounds that input methods and dialects mix up. */
const fuzzy = (syllable: string) =>
  syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/ing$/, 'in').replace(/eng$/, 'en');

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/**
 * @param words words of the field in their right spelling
 * @param ordinary words that only sound like one of them and stay as typed
 * @param spelled further words understood when typed in Latin letters, such as names of places
 */
export function createSoundFixer(
  words: readonly string[],
  ordinary: readonly string[],
  spelled: readonly string[] = [],
): SoundFixer {
  const bySound = new Map<string, string>();
  const byLetters = new Map<string, string>();
  const known = new Set<string>(ordinary);
  for (const word of words) {
    if (!WORD.test(word)) continue;
    known.add(word);
    const sound = syllables(word).map(fuzzy).join(' ');
    if (!bySound.has(sound)) bySound.set(sound, word);
  }
  const alone = new Map<string, string>();
  for (const word of [...words, ...spelled]) {
    const letters = SPELLED.test(word) ? syllables(word).join('') : '';
    if ([...word].length === 1) alone.set(letters, word);
    else if (letters.length >= SHORTEST_SPELLED && !byLetters.has(letters)) byLetters.set(letters, word);
  }
  const longestLetters = Math.max(0, ...[...byLetters.keys()].map((k) => k.length));
  return (text) =>
    text
      .replace(LATIN_RUN, (run) => fixLatin(run, byLetters, alone, longestLetters))
      .replace(HAN_RUN, (run) => fixHan(run, bySound, known));
}

/**
 * Stretches of correctly written texts that sound like a word of the field and are none: they must stay as typed.
 * @param texts what authors wrote
 * @returns each once, sorted
 */
export function soundAlikes(words: readonly string[], texts: readonly string[]): string[] {
  const bySound = new Map(
    words.filter((w) => WORD.test(w)).map((word) => [syllables(word).map(fuzzy).join(' '), word]),
  );
  const known = new Set(words);
  const found = new Set<string>();
  for (const text of texts)
    for (const [run] of text.matchAll(HAN_RUN)) for (const stretch of alikesIn(run, bySound, known)) found.add(stretch);
  return [...found].sort();
}

function alikesIn(run: string, bySound: ReadonlyMap<string, string>, known: ReadonlySet<string>): Set<string> {
  const characters = [...run];
  const sounds = syllables(run).map(fuzzy);
  const found = new Set<string>();
  for (let at = 0; at < characters.length; at++)
    for (let length = 2; length <= Math.min(LONGEST, characters.length - at); length++) {
      const stretch = characters.slice(at, at + length).join('');
      if (!known.has(stretch) && bySound.has(sounds.slice(at, at + length).join(' '))) found.add(stretch);
    }
  return found;
}

function fixHan(run: string, bySound: ReadonlyMap<string, string>, known: ReadonlySet<string>): string {
  const characters = [...run];
  const sounds = syllables(run).map(fuzzy);
  let out = '';
  for (let at = 0; at < characters.length; ) {
    const { word, length } = hanAt(characters, sounds, at, bySound, known);
    out += word;
    at += length;
  }
  return out;
}

/** The longest window from `at` that is a word of the field, or sounds like one; else one character as it is. */
function hanAt(
  characters: readonly string[],
  sounds: readonly string[],
  at: number,
  bySound: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): { word: string; length: number } {
  for (let length = Math.min(LONGEST, characters.length - at); length >= 2; length--) {
    const typed = characters.slice(at, at + length).join('');
    if (known.has(typed)) return { word: typed, length };
    const word = bySound.get(sounds.slice(at, at + length).join(' '));
    if (
      word !== undefined &&
      resembles(typed, word) &&
      !spoilsKnown(typed, word, known) &&
      !startsKnown(characters, at + 1, at + length, known)
    )
      return { word, length };
  }
  return { word: characters[at] ?? '', length: 1 };
}

/** Two characters that only share their sound are too little evidence; one of them must be right. */
const resembles = (typed: string, word: string) => word.length > 2 || [...typed].some((c, i) => c === word.charAt(i));

/** True if a character that would change belongs to a known word as it stands: 长住外地 is not 常驻外地. */
function spoilsKnown(typed: string, word: string, known: ReadonlySet<string>): boolean {
  for (let start = 0; start < typed.length - 1; start++)
    for (let end = start + 2; end <= typed.length; end++) {
      const part = typed.slice(start, end);
      if (part !== word.slice(start, end) && known.has(part)) return true;
    }
  return false;
}

/** True if a known word begins inside the window and runs beyond it: then the window cuts that word in two. */
function startsKnown(characters: readonly string[], from: number, end: number, known: ReadonlySet<string>): boolean {
  for (let start = from; start < end; start++)
    for (let stop = end + 1; stop <= Math.min(start + LONGEST, characters.length); stop++)
      if (known.has(characters.slice(start, stop).join(''))) return true;
  return false;
}
