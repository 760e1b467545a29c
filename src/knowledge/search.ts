import { type Index, indexWordings, rarityOf, type Wording } from './index-wordings.js';
import { tokensOf } from './tokens.js';

/** An entry found: `score` is near 1 when the question is one of its wordings, 0 when they share nothing. */
export type Hit = { readonly entry: string; readonly score: number; readonly claim?: number };

/** What is searched with: a text without fluff, and the concepts of the glossary heard in it. */
export type Query = {
  readonly text: string;
  readonly concepts: readonly string[];
  /** What was asked before, when a question leans on it: it counts, but less than what is said now. */
  readonly before?: { readonly text: string; readonly concepts: readonly string[] } | undefined;
};

export type Search = (query: Query, limit?: number) => Hit[];

/** How much the question before counts beside the one that leans on it. */
const BEFORE = 0.6;
/** How much a second wording of the same entry adds to its best one. */
const SECOND = 0.08;
/** How much the words of all wordings of an entry together count beside its best wording. */
const COVER = 0.5;
/** In how many wordings of an entry a word must stand to count half. */
const HALF = 2;
/** How much a long wording is held against itself when the question says only part of it: 0 not at all, 1 fully. */
const LENGTH = 0.6;

/**
 * Weighted overlap of characters, pairs of characters, whole numbers and concepts of the glossary, rare ones counting more.
 * An entry is as good as its best wording, helped by the words of all its wordings together: a question may borrow from several.
 */
export function createSearch(wordings: readonly Wording[]): Search {
  const index = indexWordings(wordings);
  const matches = new Float64Array(wordings.length);
  const covers = new Float64Array(index.entries.length);
  return (query, limit = 5) => {
    const touched: number[] = [];
    const size = match(query, index, matches, covers, touched);
    for (const i of touched) matches[i] = (matches[i] ?? 0) / (size ** (2 - LENGTH) * (index.sizes[i] || 1) ** LENGTH);
    const hits = gather(touched, wordings, index, matches);
    const scored = hits.map(({ number, ...hit }) => ({
      ...hit,
      score: (1 - COVER) * hit.score + (COVER * (covers[number] ?? 0)) / size ** 2,
    }));
    for (const i of touched) matches[i] = 0;
    covers.fill(0);
    return scored.sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1)).slice(0, limit);
  };
}

/** Adds up what the question shares with each wording and each entry; gives the question's own length as a vector. */
function match(
  query: Query,
  { postings, sizes }: Index,
  matches: Float64Array,
  covers: Float64Array,
  touched: number[],
): number {
  let square = 0;
  for (const [token, weight] of tokensWithBefore(query)) {
    const posting = postings.get(token);
    const rarity = posting?.rarity ?? rarityOf(0, sizes.length);
    square += (weight * rarity) ** 2;
    if (!posting) continue;
    const gain = weight * rarity ** 2;
    for (let n = 0; n < posting.at.length; n++) {
      const i = posting.at[n] ?? 0;
      if (matches[i] === 0) touched.push(i);
      matches[i] = (matches[i] ?? 0) + gain * (posting.weights[n] ?? 0);
    }
    for (const [entry, count] of posting.entries)
      covers[entry] = (covers[entry] ?? 0) + (weight * rarity) ** 2 * (count / (count + HALF));
  }
  return Math.sqrt(square) || 1;
}

function tokensWithBefore({ text, concepts, before }: Query): Map<string, number> {
  const tokens = tokensOf(text, concepts);
  if (!before) return tokens;
  for (const [token, weight] of tokensOf(before.text, before.concepts)) {
    if (!tokens.has(token)) tokens.set(token, BEFORE * weight);
  }
  return tokens;
}

type Best = { number: number; first: number; second: number; claim: number | undefined };

/** The best wording of each entry touched, with a little of its second best. */
function gather(
  touched: readonly number[],
  wordings: readonly Wording[],
  { entryOf }: Index,
  matches: Float64Array,
): (Hit & { number: number })[] {
  const best = new Map<string, Best>();
  for (const i of touched) {
    const wording = wordings[i];
    if (!wording) continue;
    const score = (matches[i] ?? 0) * wording.weight;
    const found = best.get(wording.entry);
    if (!found) best.set(wording.entry, { number: entryOf[i] ?? 0, first: score, second: 0, claim: wording.claim });
    else if (score > found.first)
      best.set(wording.entry, { ...found, first: score, second: found.first, claim: wording.claim });
    else if (score > found.second) found.second = score;
  }
  return [...best].map(([entry, { number, first, second, claim }]) => ({
    entry,
    number,
    score: first + SECOND * second,
    ...(claim !== undefined && { claim }),
  }));
}
