import { tokensOf } from './tokens.js';

/** A text to be found: `entry` owns it, `weight` says how much a match with it counts. */
export type Wording = {
  readonly entry: string;
  readonly text: string;
  readonly concepts: readonly string[];
  readonly weight: number;
  readonly claim?: number;
};

/**
 * Where a token stands: the wordings, and the entries with the number of their wordings that hold it. An entry's wordings
 * stand together, so that each entry is listed once. A token weighs the same wherever it stands.
 */
export type Posting = {
  readonly weight: number;
  readonly at: number[];
  readonly entries: number[];
  readonly counts: number[];
  rarity: number;
};

export type Index = {
  readonly postings: ReadonlyMap<string, Posting>;
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

/** Builds the inverted index of wordings in which those of an entry stand together. */
export function indexWordings(wordings: readonly Wording[]): Index {
  const postings = new Map<string, Posting>();
  const entries: string[] = [];
  const starts: number[] = [];
  wordings.forEach(({ entry, text, concepts }, i) => {
    if (entries.at(-1) !== entry) {
      entries.push(entry);
      starts.push(i);
    }
    for (const [token, weight] of tokensOf(text, concepts)) post(postings, token, weight, i, entries.length - 1);
  });
  for (const posting of postings.values()) posting.rarity = rarityOf(posting.at.length, wordings.length);
  return {
    postings,
    scales: scalesOf(postings, wordings),
    count: wordings.length,
    entries,
    starts: Int32Array.from([...starts, wordings.length]),
  };
}

function post(postings: Map<string, Posting>, token: string, weight: number, wording: number, entry: number): void {
  let posting = postings.get(token);
  if (!posting) {
    posting = { weight, at: [], entries: [], counts: [], rarity: 0 };
    postings.set(token, posting);
  }
  posting.at.push(wording);
  const last = posting.entries.length - 1;
  if (posting.entries[last] === entry) posting.counts[last] = (posting.counts[last] ?? 0) + 1;
  else {
    posting.entries.push(entry);
    posting.counts.push(1);
  }
}

function scalesOf(postings: ReadonlyMap<string, Posting>, wordings: readonly Wording[]): Float64Array {
  const squares = new Float64Array(wordings.length);
  for (const { at, weight, rarity } of postings.values()) {
    const square = (weight * rarity) ** 2;
    for (const i of at) squares[i] = (squares[i] ?? 0) + square;
  }
  return squares.map((square, i) => (wordings[i]?.weight ?? 0) / (Math.sqrt(square) || 1) ** LENGTH);
}
