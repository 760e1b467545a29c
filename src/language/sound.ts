import { pinyin } from 'pinyin-pro';

/** Puts back the words of the field that were typed by their sound: 夸省 -> 跨省, beian -> 备案. */
export type SoundFixer = (text: string) => string;

const LONGEST = 6;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
const LATIN_RUN = /[a-z]{2,}(?:[ ']+[a-z]+)*/g;
/** Sounds that input methods and dialects mix up. */
const fuzzy = (syllable: string) =>
  syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/ing$/, 'in').replace(/eng$/, 'en');

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/**
 * @param words words of the field in their right spelling
 * @param ordinary words that only sound like one of them and stay as typed
 */
export function createSoundFixer(words: Iterable<string>, ordinary: readonly string[]): SoundFixer {
  const bySound = new Map<string, string>();
  const byLetters = new Map<string, string>();
  const known = new Set<string>(ordinary);
  for (const word of words) {
    if (!/^\p{Script=Han}{2,6}$/u.test(word)) continue;
    known.add(word);
    const sounds = syllables(word);
    const sound = sounds.map(fuzzy).join(' ');
    if (!bySound.has(sound)) bySound.set(sound, word);
    const letters = sounds.join('');
    if (letters.length >= 4 && !byLetters.has(letters)) byLetters.set(letters, word);
  }
  const longestLetters = Math.max(0, ...[...byLetters.keys()].map((k) => k.length));
  return (text) =>
    text
      .replace(LATIN_RUN, (run) => fixLatin(run, byLetters, longestLetters))
      .replace(HAN_RUN, (run) => fixHan(run, bySound, known));
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
    if (word !== undefined && resembles(typed, word) && !startsKnown(characters, at + 1, at + length, known))
      return { word, length };
  }
  return { word: characters[at] ?? '', length: 1 };
}

/** Two characters that only share their sound are too little evidence; one of them must be right. */
const resembles = (typed: string, word: string) => word.length > 2 || [...typed].some((c, i) => c === word.charAt(i));

/** True if a known word begins inside the window and runs beyond it: then the window cuts that word in two. */
function startsKnown(characters: readonly string[], from: number, end: number, known: ReadonlySet<string>): boolean {
  for (let start = from; start < end; start++)
    for (let stop = end + 1; stop <= Math.min(start + LONGEST, characters.length); stop++)
      if (known.has(characters.slice(start, stop).join(''))) return true;
  return false;
}

function fixLatin(run: string, byLetters: ReadonlyMap<string, string>, longest: number): string {
  const letters = run.replace(/[ ']/g, '');
  let out = '';
  let found = 0;
  for (let at = 0; at < letters.length; ) {
    let length = Math.min(longest, letters.length - at);
    while (length >= 4 && !byLetters.has(letters.slice(at, at + length))) length--;
    const word = length >= 4 ? byLetters.get(letters.slice(at, at + length)) : undefined;
    out += word ?? letters.charAt(at);
    found += word ? length : 0;
    at += word ? length : 1;
  }
  return found * 2 >= letters.length ? out : run;
}
