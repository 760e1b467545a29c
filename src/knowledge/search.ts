import { type Index, indexWordings, LENGTH, type Posting, rarityOf, type Wording } from './index-wordings.js';
import { tokensOf } from './tokens.js';

/** An entry found: `score` is near 1 when the question is one of its wordings, 0 when they share nothing. */
export type Hit = {
  readonly entry: string;
  readonly score: number;
  readonly claim?: number;
  /** The concepts of its best wording. */
  readonly concepts: readonly string[];
};

/** What is searched with: a text without fluff, and the concepts of the glossary heard in it. */
export type Query = {
  readonly text: string;
  readonly concepts: readonly string[];
  /** What was asked before, when a question leans on it: it counts, but less than what is said now. */
  readonly before?: { readonly text: string; readonly concepts: readonly string[] } | undefined;
};

export type Search = (query: Query, limit?: number) => Hit[];

/** How much the question before counts beside the one that leans on it. */
const BEFORE = 0.4;
/** How much a second wording of the same entry adds to its best one. */
const SECOND = 0.08;
/** How much the words of all wordings of an entry together count beside its best wording. */
const COVER = 0.5;
/** In how many wordings of an entry a word must stand to count half. */
const HALF = 2;
/** Most places looked at for one question, rare tokens first: a hundred times the entries do not cost a hundred times the time. */
const MOST_PLACES = 20_000;

/** Sums of one question, kept between questions to spare memory: all zero when a question begins. */
type Sums = {
  readonly matches: Float64Array;
  readonly covers: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly best: Int32Array;
};

/**
 * Weighted overlap of characters, pairs of characters, whole numbers and concepts of the glossary, rare ones counting more.
 * An entry is as good as its best wording, helped by the words of all its wordings together: a question may borrow from several.
 */
export function createSearch(unsorted: readonly Wording[]): Search {
  const wordings = [...unsorted].sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
  const index = indexWordings(wordings);
  const entries = index.entries.length;
  const sums: Sums = {
    matches: new Float64Array(wordings.length),
    covers: new Float64Array(entries),
    first: new Float64Array(entries),
    second: new Float64Array(entries),
    best: new Int32Array(entries),
  };
  return (query, limit = 5) => {
    const touched: number[] = [];
    const size = match(query, index, sums, touched);
    gather(touched, index, sums, size ** (2 - LENGTH));
    const square = size ** 2;
    const score = (entry: number) =>
      (1 - COVER) * ((sums.first[entry] ?? 0) + SECOND * (sums.second[entry] ?? 0)) +
      (COVER * (sums.covers[entry] ?? 0)) / square;
    const hits = top(touched, limit, score).map((entry) => hitOf(entry, score(entry), wordings, index, sums));
    for (const values of [sums.covers, sums.first, sums.second]) for (const entry of touched) values[entry] = 0;
    return hits;
  };
}

function hitOf(entry: number, score: number, wordings: readonly Wording[], { entries }: Index, { best }: Sums): Hit {
  const wording = wordings[best[entry] ?? 0];
  const claim = wording?.claim;
  return {
    entry: entries[entry] ?? '',
    score,
    concepts: wording?.concepts ?? [],
    ...(claim !== undefined && { claim }),
  };
}

/** Adds up what the question shares with each wording and each entry, and notes the entries; gives the question's own length as a vector. */
function match(query: Query, index: Index, sums: Sums, touched: number[]): number {
  let square = 0;
  const found: { posting: Posting; weight: number }[] = [];
  for (const [token, weight] of tokensWithBefore(query)) {
    const posting = index.postings.get(token);
    square += (weight * (posting?.rarity ?? rarityOf(0, index.count))) ** 2;
    if (posting) found.push({ posting, weight });
  }
  const placesOf = ({ posting: { wordings } }: (typeof found)[number]) => wordings.to - wordings.from;
  found.sort((a, b) => placesOf(a) - placesOf(b));
  let places = 0;
  for (const one of found) {
    places += placesOf(one);
    if (places > MOST_PLACES) break;
    addToWordings(one.posting, one.weight, index, sums);
    addToEntries(one.posting, one.weight, index, sums, touched);
  }
  return Math.sqrt(square) || 1;
}

function addToWordings(
  { weight: own, rarity, wordings }: Posting,
  weight: number,
  { wordingsWith }: Index,
  { matches }: Sums,
): void {
  const gain = weight * rarity ** 2 * own;
  for (let n = wordings.from; n < wordings.to; n++) {
    const i = wordingsWith[n] ?? 0;
    matches[i] = (matches[i] ?? 0) + gain;
  }
}

function addToEntries(
  { rarity, entries }: Posting,
  weight: number,
  { entriesWith, counts }: Index,
  { covers }: Sums,
  touched: number[],
): void {
  const square = (weight * rarity) ** 2;
  for (let n = entries.from; n < entries.to; n++) {
    const entry = entriesWith[n] ?? 0;
    const count = counts[n] ?? 0;
    const before = covers[entry] ?? 0;
    if (before === 0) touched.push(entry);
    covers[entry] = before + square * (count / (count + HALF));
  }
}

function tokensWithBefore({ text, concepts, before }: Query): Map<string, number> {
  const tokens = tokensOf(text, concepts);
  if (!before) return tokens;
  for (const [token, weight] of tokensOf(before.text, before.concepts)) {
    if (!tokens.has(token)) tokens.set(token, BEFORE * weight);
  }
  return tokens;
}

/** Finds the best and second best wording of each entry touched, and clears their matches. */
function gather(touched: readonly number[], { starts, scales }: Index, sums: Sums, divisor: number): void {
  const { matches, first, second, best } = sums;
  for (const entry of touched) {
    const end = starts[entry + 1] ?? 0;
    let highest = 0;
    let next = 0;
    for (let i = starts[entry] ?? 0; i < end; i++) {
      const score = (matches[i] ?? 0) * (scales[i] ?? 0);
      matches[i] = 0;
      if (score > highest) {
        next = highest;
        highest = score;
        best[entry] = i;
      } else if (score > next) next = score;
    }
    first[entry] = highest / divisor;
    second[entry] = next / divisor;
  }
}

/** The best entries in order, equal ones by name: one pass that keeps no more than are asked for. */
function top(entries: readonly number[], limit: number, score: (entry: number) => number): number[] {
  const best: { entry: number; score: number }[] = [];
  for (const entry of entries) {
    const own = { entry, score: score(entry) };
    const last = best.at(-1);
    if (best.length === limit && last && own.score < last.score) continue;
    const after = best.findIndex(
      (other) => other.score < own.score || (other.score === own.score && other.entry > entry),
    );
    best.splice(after < 0 ? best.length : after, 0, own);
    if (best.length > limit) best.pop();
  }
  return best.map(({ entry }) => entry);
}
