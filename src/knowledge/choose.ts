import { createSayings } from '../language/said.js';
import type { Heard, Language } from '../language/understand.js';
import type { Kind } from '../policy/kinds.js';
import { poolOf, type RegionCode } from '../policy/region.js';
import type { Entry } from './entry.js';
import type { Wording } from './index-wordings.js';
import type { Knowledge } from './knowledge.js';
import { isStated } from './premise.js';
import { fill } from './quote.js';
import { createSearch, type Hit, type Query } from './search.js';

/** So many of the entries found are weighed. */
const MOST_FOUND = 12;

/**
 * Below this score nothing we hold is meant: lower when the question names something of the field, for a long story dilutes
 * its score; set by the labelled questions of `npm run eval`.
 */
const FAINT = 0.1;
const FAINT_WITHOUT_TERM = 0.26;
/** Two entries closer than this are asked about, unless the best is nearly a wording we know. */
const CLOSE = 0.002;
const NEARLY_SAID = 0.5;
/** An answer's own words count less than the questions authors gave it. */
const ANSWER_WEIGHT = 0.62;

/** What a question was found to mean; `near` are the entries to ask about when that is not sure enough. */
export type Chosen = { readonly score: number; readonly near: readonly Entry[] } & (
  | { readonly sure: true; readonly entry: Entry; readonly claim?: number }
  | { readonly sure: false }
);

/** What the entry of the question before is given when a question leans on it. */
const PREFERRED = 0.06;
/** An entry about another kind of person than the one asked for, or about a past rule or a wrong belief when openly asked. */
const OTHER_KIND = 0.85;
const PAST = 0.9;
/** For each term of the field that the wording found has and the question has not: 代办要带什么 is more than 要带什么. */
const UNSAID = 0.92;
/** An entry that holds something of the very region asked for. */
const LOCAL = 1.05;
/** A wrong belief when something is stated. */
const STATED = 1.12;

/** Finds the entry a question means, asks when two are too close, and finds nothing when nothing fits. */
export type Chooser = (heard: Question, prefer?: string) => Chosen;

/** What of a text the choice looks at. */
export type Question = Pick<Heard, 'text' | 'core' | 'concepts'> & {
  readonly kind?: Kind | undefined;
  readonly before?: Query['before'];
  readonly insured?: { readonly code: RegionCode } | undefined;
};

/** The entries a question comes near, best first; `prefer` is the entry of the question before, if this one leans on it. */
export type Ranking = (heard: Question, prefer?: string) => readonly Hit[];

/** Prepares the ranking: the search over all wordings, weighed by what the question says of its situation. */
export function createRanking(knowledge: Knowledge, language: Language): Ranking {
  const { entries } = knowledge;
  const search = createSearch(knowledge.wordings ?? wordingsOf(knowledge, language));
  const sayings = createSayings(
    new Map([...entries].map(([id, { not, must }]) => [id, { unless: not, when: [must] }])),
  );
  const kinds = new Map(
    [...entries.values()].map((entry) => [entry.entry, language.read(entry.questions[0] ?? '').kind]),
  );
  const otherKind = (entry: string, kind: Kind | undefined) => {
    const own = kinds.get(entry);
    return own !== undefined && kind !== undefined && own !== kind;
  };
  return (heard, prefer) => {
    const open = !isStated(heard.text);
    const asked = new Set([...heard.concepts, ...(heard.before?.concepts ?? [])]);
    const weigh = (hit: Hit): Hit => {
      const kind = otherKind(hit.entry, heard.kind) ? OTHER_KIND : 1;
      const stated = !open && hit.claim !== undefined ? STATED : 1;
      const unsaid = hit.concepts.filter((concept) => language.isTerm(concept) && !asked.has(concept)).length;
      const more = UNSAID ** unsaid;
      const local = holdsLocally(entries.get(hit.entry), heard.insured?.code) ? LOCAL : 1;
      const past = open && (hit.claim !== undefined || entries.get(hit.entry)?.tense === 'past') ? PAST : 1;
      return {
        ...hit,
        score: hit.score * kind * past * stated * local * more + (hit.entry === prefer ? PREFERRED : 0),
      };
    };
    const allowed = sayings(heard.text);
    const found = search({ text: heard.core, concepts: heard.concepts, before: heard.before }, MOST_FOUND);
    const hits = found.filter(({ entry }) => allowed(entry)).map(weigh);
    return hits.sort((a, b) => b.score - a.score);
  };
}

/** Prepares the choice; a ranking made before is shared, so that the wordings are indexed once. */
export function createChooser(
  knowledge: Knowledge,
  language: Language,
  rank: Ranking = createRanking(knowledge, language),
): Chooser {
  return (heard, prefer) => {
    const named = [...heard.concepts, ...(heard.before?.concepts ?? [])];
    return decide(rank(heard, prefer), knowledge, named.some(language.isTerm) ? FAINT : FAINT_WITHOUT_TERM);
  };
}

const holdsLocally = (entry: Entry | undefined, insured: RegionCode | undefined): boolean =>
  insured !== undefined && (entry?.answers.some((answer) => answer.scope?.includes(poolOf(insured))) ?? false);

function decide(hits: readonly Hit[], { entries }: Knowledge, faint: number): Chosen {
  const [best, second] = hits;
  const entry = best && entries.get(best.entry);
  if (!best || !entry || best.score < faint) return { sure: false, near: [], score: best?.score ?? 0 };
  const near = hits.slice(0, 3).flatMap((hit) => entries.get(hit.entry) ?? []);
  if (second && best.score - second.score < CLOSE && best.score < NEARLY_SAID)
    return { sure: false, near, score: best.score };
  return { sure: true, entry, near, score: best.score, ...(best.claim !== undefined && { claim: best.claim }) };
}

/** Everything entries may be found by: titles, questions, wrong beliefs and, counting less, the answers themselves. */
export function wordingsOf(knowledge: Knowledge, language: Language): Wording[] {
  const wording = (entry: Entry, text: string, weight: number, claim?: number): Wording => {
    const { core, concepts } = language.read(text);
    return { entry: entry.entry, text: core, concepts, weight, ...(claim !== undefined && { claim }) };
  };
  return [...knowledge.entries.values()].flatMap((entry) => [
    wording(entry, entry.title, 0.95),
    ...entry.questions.map((question) => wording(entry, question, 1)),
    ...entry.claims.flatMap((claim, i) => claim.questions.map((question) => wording(entry, question, 1, i))),
    ...(entry.status === undefined
      ? entry.answers.map((answer) => wording(entry, fill(answer.text, knowledge), ANSWER_WEIGHT))
      : []),
  ]);
}
