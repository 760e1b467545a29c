import type { IsoDate } from '../policy/dates.js';
import type { Insurance, Kind } from '../policy/kinds.js';
import { isProvince, isWithin, NATION, poolOf, type RegionCode } from '../policy/region.js';
import type { Citation } from '../policy/source.js';
import type { Answer, Entry } from './entry.js';
import { type Fact, holdsFor } from './fact.js';
import type { Knowledge } from './knowledge.js';
import { citedFacts, fill } from './quote.js';

/** The situation a question is asked for. */
export type Situation = {
  readonly insured?: RegionCode | undefined;
  readonly care?: RegionCode | undefined;
  readonly kind?: Kind | undefined;
  readonly insurance?: Insurance | undefined;
  readonly day: IsoDate;
};

/** A curated answer chosen for a situation. */
export type Told = {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly sources: readonly Citation[];
  /** The region the wording is for; the nation where none is named. */
  readonly region: RegionCode;
  /** True if the matter is the insured region's to decide and we hold nothing of that region. */
  readonly localMissing: boolean;
  /** The day from which the answer holds, if the day asked for lies before it. */
  readonly startsLater?: IsoDate | undefined;
  /** The last day the answer held, if the day asked for lies after it: content waiting for its review. */
  readonly ended?: IsoDate | undefined;
};

/** The most specific wording of the entry that fits the situation, with what must be said of its day and place. */
export function tell(entry: Entry, situation: Situation, knowledge: Knowledge): Told {
  const fitting = entry.answers
    .map((answer) => ({ answer, facts: citedFacts(answer.text, knowledge) }))
    .filter(({ answer, facts }) => fits(answer, facts, situation))
    .sort((a, b) => specificity(b.answer) - specificity(a.answer));
  const [chosen] = fitting;
  if (!chosen) throw new Error(`entry ${entry.entry} has no unconditional answer`);
  const { answer, facts } = chosen;
  const local = facts.find((fact) => !fact.scope.includes(NATION));
  const region = answer.scope
    ? (local?.scope.find((code) => covers(code, situation)) ?? answer.scope[0] ?? NATION)
    : NATION;
  const known = answer.scope !== undefined || answer.care !== undefined;
  return {
    text: fill(answer.text, knowledge),
    facts,
    sources: citations(facts, knowledge),
    region,
    localMissing: entry.local !== undefined && situation.insured !== undefined && !known,
    ...outside(entry.tense === 'present' ? facts : [], situation.day),
  };
}

/** When the facts start or ended, if the day asked for lies before or after; figures with an as-of date always hold. */
function outside(facts: readonly Fact[], day: IsoDate): Pick<Told, 'startsLater' | 'ended'> {
  const rules = facts.filter((fact) => fact.as_of === undefined);
  const starts = rules.flatMap(({ from }) => (from !== undefined && from > day ? [from] : []));
  const ends = rules.flatMap(({ until }) => (until !== undefined && until < day ? [until] : []));
  return { startsLater: starts.sort().at(-1), ended: ends.sort()[0] };
}

const covers = (code: RegionCode, { insured }: Situation) => insured !== undefined && isWithin(poolOf(insured), code);

function fits(answer: Answer, facts: readonly Fact[], situation: Situation): boolean {
  if (answer.scope && !answer.scope.some((code) => inScope(code, facts, situation.insured))) return false;
  if (answer.care && !answer.care.some((code) => situation.care !== undefined && isWithin(situation.care, code)))
    return false;
  if (answer.who && !(situation.kind && answer.who.includes(situation.kind))) return false;
  return !answer.insurance || (situation.insurance !== undefined && answer.insurance.includes(situation.insurance));
}

/** A province's wording serves its cities only where the facts it cites are unified; a city's serves the city. */
function inScope(code: RegionCode, facts: readonly Fact[], insured: RegionCode | undefined): boolean {
  if (insured === undefined) return false;
  const pool = poolOf(insured);
  if (code === pool || code === insured) return true;
  const regional = facts.filter((fact) => !fact.scope.includes(NATION));
  return (
    isProvince(code) && isWithin(pool, code) && regional.length > 0 && regional.every((fact) => holdsFor(fact, pool))
  );
}

const specificity = (answer: Answer): number =>
  (answer.scope ? (answer.scope.some(isProvince) ? 8 : 16) : 0) +
  (answer.care ? 4 : 0) +
  (answer.who ? 2 : 0) +
  (answer.insurance ? 1 : 0);

/** The places in the sources the facts stand at, each once. */
export function citations(facts: readonly Fact[], { sources }: Pick<Knowledge, 'sources'>): Citation[] {
  const seen = new Set<string>();
  return facts.flatMap(({ source: locator }) => {
    const source = locator && sources.get(locator.id);
    if (!source || seen.has(`${locator.id} ${locator.at}`)) return [];
    seen.add(`${locator.id} ${locator.at}`);
    return [{ source, place: locator.at }];
  });
}
