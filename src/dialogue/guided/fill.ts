import { showAnswer } from '../../flows/answers/show.js';
import type { Flow } from '../../flows/flow.js';
import { fillSlots, keysIn } from '../../flows/marks.js';
import { isRegionCode } from '../../flows/values.js';
import type { Answers } from '../../flows/walk.js';
import { citations } from '../../knowledge/answer.js';
import { type Fact, factText, holdsFor } from '../../knowledge/fact.js';
import { citedFacts, fill } from '../../knowledge/quote.js';
import type { Kind } from '../../policy/kinds.js';
import { NATION, poolOf } from '../../policy/region.js';
import type { Citation } from '../../policy/source.js';
import type { Turn } from '../context.js';

/** What a flow's text is filled from: the answers that count, and what was computed. */
export type Filling = { readonly flow: Flow; readonly known: Answers };

/** An answer of a run as people read it. */
export function shownAnswer(slot: string, { flow, known }: Filling, { tools }: Pick<Turn, 'tools'>): string {
  const item = flow.items.find((one) => one.is === 'question' && one.id === slot);
  const value = known[slot] ?? '';
  return item?.is === 'question' ? showAnswer(item, value, tools.language.nameOf) : value;
}

/** A raw text of a flow with answers, facts and documents filled in, and the facts it rests on. */
export function filled(text: string, filling: Filling, turn: Turn): { text: string; facts: readonly Fact[] } {
  const { knowledge } = turn.tools;
  const own = keysIn(text).flatMap((key) => {
    const fact = factOfKey(key, filling.known, turn);
    return fact ? [{ key, fact }] : [];
  });
  const keyed = text.replace(/\{=([^{}\s]+)\}|\[=([^[\]\s]+)\]/g, (_, shown?: string) =>
    shown === undefined ? '' : textOf(own.find(({ key }) => key === shown)?.fact),
  );
  const withSlots = fillSlots(keyed, (slot) => shownAnswer(slot, filling, turn));
  const cited = [...citedFacts(withSlots, knowledge), ...own.map(({ fact }) => fact)];
  return { text: fill(withSlots, knowledge), facts: cited };
}

const textOf = (fact: Fact | undefined): string => (fact ? factText(fact) : '');

/** The fact of a key that holds for the run's region, day and kind: the region's own before the nation's. */
export function factOfKey(key: string, known: Answers, { day, tools }: Pick<Turn, 'day' | 'tools'>): Fact | undefined {
  const told = known['insured_region'] ?? '';
  const region = isRegionCode(told) ? poolOf(told) : NATION;
  const kind = known['kind'] as Kind | undefined;
  const fitting = [...tools.knowledge.facts.values()].filter(
    (fact) =>
      fact.key === key &&
      holdsFor(fact, region) &&
      (fact.who.length === 0 || (kind !== undefined && fact.who.includes(kind))) &&
      (fact.from ?? '') <= day &&
      (fact.until ?? '9') >= day,
  );
  return fitting.sort((a, b) => Number(a.scope.includes(NATION)) - Number(b.scope.includes(NATION)))[0];
}

/** The places in the sources that facts stand at, each once. */
export const sourcesOf = (facts: readonly Fact[], turn: Turn): Citation[] => citations(facts, turn.tools.knowledge);
