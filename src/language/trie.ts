/** A tree of words by their UTF-16 code units; where a word ends stands its value. */
export type Trie<T> = { readonly next: Map<number, Trie<T>>; value?: T };

/** Builds the tree. The empty word is none; of two equal words the first keeps its value. */
export function trieOf<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const root: Trie<T> = { next: new Map() };
  for (const [word, value] of words) {
    let node = root;
    for (let i = 0; i < word.length; i += 1) node = child(node, word.charCodeAt(i));
    if (node !== root) node.value ??= value;
  }
  return root;
}

function child<T>(node: Trie<T>, unit: number): Trie<T> {
  const known = node.next.get(unit);
  if (known) return known;
  const fresh: Trie<T> = { next: new Map() };
  node.next.set(unit, fresh);
  return fresh;
}

/** The words that begin at `at`, as their values, the shortest first. */
export function allAt<T>(root: Trie<T>, text: string, at: number): T[] {
  const found: T[] = [];
  let node = root.next.get(text.charCodeAt(at));
  for (let i = at + 1; node; i += 1) {
    if (node.value !== undefined) found.push(node.value);
    node = node.next.get(text.charCodeAt(i));
  }
  return found;
}

/** The longest word that begins at `at`, as its value. */
export const longestAt = <T>(root: Trie<T>, text: string, at: number): T | undefined => allAt(root, text, at).at(-1);
