import { allAt, type Trie, trieOf } from './trie.js';

/** What a text must say to meet a condition: of every group of one of the ways a word, and no word of `unless`. */
export type Saying = {
  readonly when: readonly (readonly (readonly string[])[])[];
  readonly unless: readonly string[];
};

/**
 * Prepares conditions on the words of a text. A text is looked through once for the words of all of them, so that thousands
 * of words cost no more than those that stand in it.
 * @returns for a text the test of each condition by its key; a key without a condition is not met
 */
export function createSayings<K>(sayings: ReadonlyMap<K, Saying>): (text: string) => (key: K) => boolean {
  const words = [...sayings.values()].flatMap(({ when, unless }) => [...when.flat(2), ...unless]);
  const root = trieOf(words.map((word) => [word, word] as const));
  const tests = new Map([...sayings].map(([key, saying]) => [key, testOf(saying)]));
  return (text) => {
    const said = wordsIn(text, root);
    return (key) => tests.get(key)?.(said) ?? false;
  };
}

function testOf({ when, unless }: Saying): (said: readonly string[]) => boolean {
  const ways = when.map((groups) => groups.map((words) => new Set(words)));
  const never = new Set(unless);
  return (said) => {
    const hears = (words: ReadonlySet<string>) => said.some((word) => words.has(word));
    return !hears(never) && ways.some((groups) => groups.every(hears));
  };
}

/** The words of the tree that stand in a text, each once. */
function wordsIn(text: string, root: Trie<string>): string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) for (const word of allAt(root, text, at)) found.add(word);
  return [...found];
}
