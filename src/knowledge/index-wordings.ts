import { tokensOf } from './tokens.js';

/** A text to be found: `entry` owns it, `weight` says how much a match with it counts. */
export type Wording = {
  readonly entry: string;
  readonly text: string;
  readonly concepts: readonly string[];
  readonly weight: number;
  readonly claim?: number;
};

/** A stretch of a list, from its first place to before its last. */
type Stretch = { readonly from: number; readonly to: number };

/** A token: how much it weighs wherever it stands, how rare it is, and where the index lists the wordings and entries with it. */
export type Posting = {
  readonly weight: number;
  readonly rarity: number;
  readonly wordings: Stretch;
  readonly entries: Stretch;
};

/**
 * Where each token stands. The lists of all tokens lie behind one another, and the wordings of an entry stand together, so
 * that a search runs through little memory.
 */
export type Index = {
  readonly postings: ReadonlyMap<string, Posting>;
  /** Wordings by their place; for each entry with a token its place and the number of its wordings that hold it. */
  readonly wordingsWith: Int32Array;
  readonly entriesWith: Int32Array;
  readonly counts: Int32Array;
  /** What each wording's match counts: its weight, divided by its length as a vector as far as length matters. */
  readonly scales: Float64Array;
  readonly count: number;
  /** Names of the entries; the wordings of the one at place `e` are those from `starts[e]` to before `starts[e + 1]`. */
  readonly entries: readonly string[];
  readonly starts: Int32Array;
};

/** How much rarity counts; 1 would be plain inverse document frequency. */
const RARITY = 0.6;

/** How much a long wording is held against itself when the question says only part of it: 0 not at all, 1 fully. */
export const LENGTH = 0.6;

/** How rare a token is that stands in `count` of `total` wordings. */
export const rarityOf = (count: number, total: number): number =>
  Math.log(1 + (total - count + 0.5) / (count + 0.5)) ** RARITY;

/** What is known of a token while the wordings are read. */
type Found = {
  readonly weight: number;
  readonly wordings: number[];
  readonly entries: number[];
  readonly counts: number[];
};

/** Builds the inverted index of wordings in which those of an entry stand together. */
export function indexWordings(wordings: readonly Wording[]): Index {
  const found = new Map<string, Found>();
  const entries: string[] = [];
  const starts: number[] = [];
  wordings.forEach(({ entry, text, concepts }, i) => {
    if (entries.at(-1) !== entry) {
      entries.push(entry);
      starts.push(i);
    }
    for (const [token, weight] of tokensOf(text, concepts)) note(found, token, weight, i, entries.length - 1);
  });
  const packed = pack(found, wordings.length);
  return {
    ...packed,
    scales: scalesOf(packed, wordings),
    count: wordings.length,
    entries,
    starts: Int32Array.from([...starts, wordings.length]),
  };
}

function note(all: Map<string, Found>, token: string, weight: number, wording: number, entry: number): void {
  let found = all.get(token);
  if (!found) {
    found = { weight, wordings: [], entries: [], counts: [] };
    all.set(token, found);
  }
  found.wordings.push(wording);
  const last = found.entries.length - 1;
  if (found.entries[last] === entry) found.counts[last] = (found.counts[last] ?? 0) + 1;
  else {
    found.entries.push(entry);
    found.counts.push(1);
  }
}

type Packed = Pick<Index, 'postings' | 'wordingsWith' | 'entriesWith' | 'counts'>;

function pack(all: ReadonlyMap<string, Found>, total: number): Packed {
  const lists = [...all.values()];
  const wordingsWith = new Int32Array(lists.reduce((sum, { wordings }) => sum + wordings.length, 0));
  const entriesWith = new Int32Array(lists.reduce((sum, { entries }) => sum + entries.length, 0));
  const counts = new Int32Array(entriesWith.length);
  const postings = new Map<string, Posting>();
  let [wordingAt, entryAt] = [0, 0];
  for (const [token, found] of all) {
    wordingsWith.set(found.wordings, wordingAt);
    entriesWith.set(found.entries, entryAt);
    counts.set(found.counts, entryAt);
    const wordings = { from: wordingAt, to: wordingAt + found.wordings.length };
    const entries = { from: entryAt, to: entryAt + found.entries.length };
    const rarity = rarityOf(found.wordings.length, total);
    postings.set(token, { weight: found.weight, rarity, wordings, entries });
    [wordingAt, entryAt] = [wordings.to, entries.to];
  }
  return { postings, wordingsWith, entriesWith, counts };
}

function scalesOf({ postings, wordingsWith }: Packed, wordings: readonly Wording[]): Float64Array {
  const squares = new Float64Array(wordings.length);
  for (const { weight, rarity, wordings: stretch } of postings.values()) {
    const square = (weight * rarity) ** 2;
    for (let n = stretch.from; n < stretch.to; n++) {
      const i = wordingsWith[n] ?? 0;
      squares[i] = (squares[i] ?? 0) + square;
    }
  }
  return squares.map((square, i) => (wordings[i]?.weight ?? 0) / (Math.sqrt(square) || 1) ** LENGTH);
}
