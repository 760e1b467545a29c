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

const K1 = 1.2;
const B = 0.4;
/** How much a second wording of the same entry adds to its best one. */
const SECOND = 0.08;

/**
 * BM25 over characters, pairs of characters, whole numbers and concepts of the glossary; an entry is as good as its best
 * wording. Scores are divided by what the question itself would score, so that one threshold serves all lengths.
 */
export function createSearch(wordings: readonly Wording[]): Search {
  const documents = wordings.map((w) => tokensOf(w.text, w.concepts));
  const lengths = documents.map((tokens) => [...tokens.values()].reduce((sum, weight) => sum + weight, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const postings = new Map<string, number[]>();
  documents.forEach((tokens, i) => {
    for (const token of tokens.keys()) {
      const list = postings.get(token);
      if (list) list.push(i);
      else postings.set(token, [i]);
    }
  });
  const rarity = (token: string) => {
    const n = postings.get(token)?.length ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  const impact = (length: number) => (K1 + 1) / (1 + K1 * (1 - B + (B * length) / average));
  const impacts = Float32Array.from(lengths, impact);
  const scores = new Float32Array(documents.length);

  return ({ text, concepts }, limit = 5) => {
    const query = tokensOf(text, concepts);
    const touched: number[] = [];
    let whole = 0;
    let length = 0;
    for (const [token, weight] of query) {
      const gain = weight * rarity(token);
      whole += gain;
      length += weight;
      for (const i of postings.get(token) ?? []) {
        if (scores[i] === 0) touched.push(i);
        scores[i] = (scores[i] ?? 0) + gain * (impacts[i] ?? 0);
      }
    }
    const self = whole * impact(length);
    const hits = gather(touched, wordings, scores, self);
    for (const i of touched) scores[i] = 0;
    return hits.slice(0, limit);
  };
}

/** The best wording of each entry, best entries first; equal scores in the order of the content. */
function gather(touched: readonly number[], wordings: readonly Wording[], scores: Float32Array, self: number): Hit[] {
  const best = new Map<string, { first: number; second: number; claim?: number | undefined }>();
  for (const i of touched) {
    const wording = wordings[i];
    if (!wording) continue;
    const score = ((scores[i] ?? 0) / self) * wording.weight;
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
      tokens.set(character, 0.5);
      const next = characters[i + 1];
      if (next !== undefined) tokens.set(character + next, 1);
    });
  }
  for (const concept of concepts) tokens.set(`#${concept}`, 2.2);
  return tokens;
}
