/** A text to be found: `entry` owns it, `weight` says how much a match with it counts. */
export type Wording = {
  readonly entry: string;
  readonly text: string;
  readonly concepts: readonly string[];
  readonly weight: number;
  readonly claim?: number;
};

/** An entry found: `score` is 1 when the question is one of its wordings, 0 when they share nothing. */
export type Hit = { readonly entry: string; readonly score: number; readonly claim?: number };

export type Search = (query: { text: string; concepts: readonly string[] }, limit?: number) => Hit[];

/** How much a second wording of the same entry adds to its best one. */
const SECOND = 0.08;
/** How much a long wording is held against itself when the question says only part of it: 0 not at all, 1 fully. */
/** How much the words of all wordings of an entry together count beside its best wording. */
const COVER = 0.5;
/** In how many wordings of an entry a word must stand to count half. */
const HALF = 2;
/** How much rarity counts; 1 would be plain inverse document frequency. */
const RARITY = 0.6;
const LENGTH = 0.6;

/**
 * Weighted overlap of characters, pairs of characters, whole numbers and concepts of the glossary, rare ones counting more;
 * an entry is as good as its best wording. Scores run from 0 to 1, so that one threshold serves all lengths.
 */
export function createSearch(wordings: readonly Wording[]): Search {
  const documents = wordings.map((w) => tokensOf(w.text, w.concepts));
  const postings = postingsOf(documents);
  const rarity = (token: string) => {
    const n = postings.get(token)?.length ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5)) ** RARITY;
  };
  const square = (tokens: ReadonlyMap<string, number>) => {
    let sum = 0;
    for (const [token, weight] of tokens) sum += (weight * rarity(token)) ** 2;
    return sum;
  };
  const sizes = Float64Array.from(documents, (tokens) => Math.sqrt(square(tokens)));
  const weights = new Map(
    [...postings].map(([token, list]) => [token, Float64Array.from(list, (i) => documents[i]?.get(token) ?? 0)]),
  );
  const scores = new Float64Array(documents.length);
  const vocabulary = vocabularyOf(wordings, documents);

  return ({ text, concepts }, limit = 5) => {
    const query = tokensOf(text, concepts);
    const touched: number[] = [];
    for (const [token, weight] of query) {
      const list = postings.get(token);
      if (!list) continue;
      const gain = weight * rarity(token) ** 2;
      const own = weights.get(token);
      list.forEach((i, n) => {
        if (scores[i] === 0) touched.push(i);
        scores[i] = (scores[i] ?? 0) + gain * (own?.[n] ?? 0);
      });
    }
    const size = Math.sqrt(square(query)) || 1;
    for (const i of touched) scores[i] = (scores[i] ?? 0) / (size * size ** (1 - LENGTH) * (sizes[i] || 1) ** LENGTH);
    const cover = (entry: string) => {
      const known = vocabulary.get(entry);
      let sum = 0;
      for (const [token, weight] of query) {
        const count = known?.get(token) ?? 0;
        sum += (weight * rarity(token)) ** 2 * (count / (count + HALF));
      }
      return sum / (size * size);
    };
    const hits = gather(touched, wordings, scores).map((hit) => ({
      ...hit,
      score: (1 - COVER) * hit.score + COVER * cover(hit.entry),
    }));
    hits.sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
    for (const i of touched) scores[i] = 0;
    return hits.slice(0, limit);
  };
}

/** In how many wordings of an entry each token stands: a question may borrow its words from several of them. */
function vocabularyOf(
  wordings: readonly Wording[],
  documents: readonly ReadonlyMap<string, number>[],
): Map<string, Map<string, number>> {
  const vocabulary = new Map<string, Map<string, number>>();
  wordings.forEach((wording, i) => {
    const known = vocabulary.get(wording.entry) ?? new Map<string, number>();
    for (const token of documents[i]?.keys() ?? []) known.set(token, (known.get(token) ?? 0) + 1);
    vocabulary.set(wording.entry, known);
  });
  return vocabulary;
}

function postingsOf(documents: readonly ReadonlyMap<string, number>[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  documents.forEach((tokens, i) => {
    for (const token of tokens.keys()) {
      const list = postings.get(token);
      if (list) list.push(i);
      else postings.set(token, [i]);
    }
  });
  return postings;
}

/** The best wording of each entry, best entries first; equal scores in the order of the content. */
function gather(touched: readonly number[], wordings: readonly Wording[], scores: Float64Array): Hit[] {
  const best = new Map<string, { first: number; second: number; claim?: number | undefined }>();
  for (const i of touched) {
    const wording = wordings[i];
    if (!wording) continue;
    const score = (scores[i] ?? 0) * wording.weight;
    const found = best.get(wording.entry);
    if (!found) best.set(wording.entry, { first: score, second: 0, claim: wording.claim });
    else if (score > found.first) best.set(wording.entry, { first: score, second: found.first, claim: wording.claim });
    else if (score > found.second) found.second = score;
  }
  return [...best]
    .map(([entry, { first, second, claim }]) => ({
      entry,
      score: first + SECOND * second,
      ...(claim !== undefined && { claim }),
    }))
    .sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
}

const WORD = /[a-z]+|\d+(?:\.\d+)?/g;
const HAN = /\p{Script=Han}+/gu;

/** Characters, pairs, numbers and concepts of a text, with how much each weighs. */
export function tokensOf(text: string, concepts: readonly string[]): Map<string, number> {
  const tokens = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) tokens.set(word, 1.5);
  for (const [run] of text.matchAll(HAN)) {
    const characters = [...run];
    characters.forEach((character, i) => {
      tokens.set(character, 0.8);
      const next = characters[i + 1];
      if (next !== undefined) tokens.set(character + next, 1);
    });
  }
  for (const concept of concepts) tokens.set(`#${concept}`, 1.6);
  return tokens;
}
