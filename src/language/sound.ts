import { pinyin } from 'pinyin-pro';
import { fixLatin, SHORTEST_SPELLED } from './latin.js';
import { allAt, type Trie, trieOf } from './trie.js';

/** Puts back the words of the field that were typed by their sound: 夸省 -> 跨省, beian -> 备案. */
export type SoundFixer = (text: string) => string;

const LONGEST = 6;
const WORD = /^\p{Script=Han}{2,6}$/u;
const SPELLED = /^\p{Script=Han}{1,6}$/u;
/** Of characters that are one unit each, so that places in the text and in its sounds are the same. */
const HAN_RUN = /(?:(?=\p{Script=Han})[\u2e80-\ufaff]){2,}/gu;
const LATIN_RUN = /[a-z]{2,}(?:[ ']+[a-z]+)*/g;
/** Sounds that input methods and dialects mix up. */
const fuzzy = (syllable: string) =>
  syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/ing$/, 'in').replace(/eng$/, 'en');

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** Knows words of the field by their sound: `write` gives the sounds of a text, a unit for each of its characters. */
type Ear = { readonly words: Trie<string>; readonly write: (text: string) => string };

/** A sound that is in no word. */
const UNHEARD = '\0';

function earFor(words: readonly string[]): Ear {
  const units = new Map<string, string>();
  const learn = (word: string) => {
    for (const sound of syllables(word).map(fuzzy))
      if (!units.has(sound)) units.set(sound, String.fromCharCode(units.size + 1));
  };
  const write = (text: string) =>
    syllables(text)
      .map((syllable) => units.get(fuzzy(syllable)) ?? UNHEARD)
      .join('');
  const heard = words.filter((word) => WORD.test(word));
  heard.forEach(learn);
  return { words: trieOf(heard.map((word) => [write(word), word] as const)), write };
}

const knownOf = (words: readonly string[]): Trie<string> =>
  trieOf(words.filter((word) => word.length <= LONGEST).map((word) => [word, word] as const));

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
  const ear = earFor(words);
  const known = knownOf([...ordinary, ...words.filter((word) => WORD.test(word))]);
  const byLetters = new Map<string, string>();
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
      .replace(HAN_RUN, (run) => fixHan(run, ear, known));
}

/**
 * Stretches of correctly written texts that sound like a word of the field and are none: they must stay as typed.
 * @param texts what authors wrote
 * @returns each once, sorted
 */
export function soundAlikes(words: readonly string[], texts: readonly string[]): string[] {
  const ear = earFor(words);
  const known = new Set(words);
  const runs = texts.flatMap((text) => text.match(HAN_RUN) ?? []);
  const stretches = runs.flatMap((run) => alikesIn(run, ear)).filter((stretch) => !known.has(stretch));
  return [...new Set(stretches)].sort();
}

function alikesIn(run: string, ear: Ear): string[] {
  const sounds = ear.write(run);
  return [...run].flatMap((_, at) => allAt(ear.words, sounds, at).map((word) => run.slice(at, at + word.length)));
}

function fixHan(run: string, ear: Ear, known: Trie<string>): string {
  const sounds = ear.write(run);
  let out = '';
  for (let at = 0; at < run.length; ) {
    const word = hanAt(run, at, allAt(ear.words, sounds, at), known);
    out += word;
    at += word.length;
  }
  return out;
}

/**
 * The longest stretch from `at` that is a word of the field, or sounds like one; else one character as it is.
 * @param meant the words that sound like what begins at `at`, the shortest first
 */
function hanAt(run: string, at: number, meant: readonly string[], known: Trie<string>): string {
  const typed = allAt(known, run, at).findLast((word) => word.length > 1) ?? run.charAt(at);
  const word = meant.findLast((word) => word.length > typed.length && isMeant(run, at, word, known));
  return word ?? typed;
}

/** True if a word may stand for what is typed from `at`, which sounds like it. */
function isMeant(run: string, at: number, word: string, known: Trie<string>): boolean {
  const end = at + word.length;
  const typed = run.slice(at, end);
  return resembles(typed, word) && !spoilsKnown(typed, word, known) && !startsKnown(run, at + 1, end, known);
}

/** Two characters that only share their sound are too little evidence; one of them must be right. */
const resembles = (typed: string, word: string) => word.length > 2 || [...typed].some((c, i) => c === word.charAt(i));

/** True if a character that would change belongs to a known word as it stands: 长住外地 is not 常驻外地. */
const spoilsKnown = (typed: string, word: string, known: Trie<string>): boolean =>
  [...typed].some((_, i) => allAt(known, typed, i).some((part) => part.length > 1 && !word.startsWith(part, i)));

/** True if a known word begins inside the stretch and runs beyond it: then the stretch cuts that word in two. */
const startsKnown = (run: string, from: number, end: number, known: Trie<string>): boolean =>
  [...run.slice(from, end)].some((_, i) => allAt(known, run, from + i).some((word) => from + i + word.length > end));
