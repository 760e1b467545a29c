import type { Wording } from '../../src/knowledge/index-wordings.js';
import { tokensOf } from '../../src/knowledge/tokens.js';

/** The same figures as in src/knowledge/search.ts; whoever tunes them there writes them here. */
const SECOND = 0.08;
const COVER = 0.5;
const HALF = 2;
const RARITY = 0.6;
const LENGTH = 0.6;

type Scored = { entry: string; score: number };
type Query = { text: string; concepts: readonly string[] };
type Tokens = ReadonlyMap<string, number>;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The search as its description says it, without an index: every question is compared with every wording. */
export function slowSearch(wordings: readonly Wording[], { text, concepts }: Query): Scored[] {
  const documents = wordings.map((wording) => tokensOf(wording.text, wording.concepts));
  const query = tokensOf(text, concepts);
  const rarity = (token: string) => {
    const holding = documents.filter((tokens) => tokens.has(token)).length;
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5)) ** RARITY;
  };
  const square = (tokens: Tokens) => sum([...tokens].map(([token, weight]) => (weight * rarity(token)) ** 2));
  const shared = (tokens: Tokens) =>
    sum([...query].map(([token, weight]) => weight * (tokens.get(token) ?? 0) * rarity(token) ** 2));
  const likeness = (tokens: Tokens) => {
    const [asked, said] = [Math.sqrt(square(query)), Math.sqrt(square(tokens))];
    return shared(tokens) / (asked ** (2 - LENGTH) * said ** LENGTH);
  };
  const covered = (own: readonly Tokens[]) => {
    const parts = [...query].map(([token, weight]) => {
      const holding = own.filter((tokens) => tokens.has(token)).length;
      return (square(new Map([[token, weight]])) * holding) / (holding + HALF);
    });
    return sum(parts) / square(query);
  };
  const hitOf = (entry: string): Scored[] => {
    const own = documents.filter((_, i) => wordings[i]?.entry === entry);
    const scores = documents.flatMap((tokens, i) => {
      const wording = wordings[i];
      return wording?.entry === entry && shared(tokens) > 0 ? [likeness(tokens) * wording.weight] : [];
    });
    const [first, second = 0] = scores.sort((a, b) => b - a);
    if (first === undefined) return [];
    return [{ entry, score: (1 - COVER) * (first + SECOND * second) + COVER * covered(own) }];
  };
  return [...new Set(wordings.map((wording) => wording.entry))]
    .flatMap(hitOf)
    .sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
}
