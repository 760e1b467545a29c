import { slotClauses } from '../../flows/condition.js';
import type { Flow, Item } from '../../flows/flow.js';
import { keysIn, textsOf } from '../../flows/marks.js';
import { type Fact, holdsFor } from '../../knowledge/fact.js';
import { figuresIn } from '../../knowledge/figures.js';
import { citedFacts, quotesIn } from '../../knowledge/quote.js';
import { NATION } from '../../policy/region.js';
import type { Finding, Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

/** What a flow says must stand in facts, like every answer: known names, no figure of its own, no region's rule for another. */
export function flowTextRules(draft: Draft, nameOf: (code: string) => string): Problem[] {
  return [...draft.knowledge.flows.values()].flatMap((flow) => {
    const place = draft.where.get(`flow:${flow.flow}`);
    const found = flow.items.flatMap((item, i) => [
      ...textsOf(item).flatMap(({ at, text }) =>
        sound(text, { flow, item, at }, draft, nameOf).map((finding) => ({ at: ['items', i, ...at], finding })),
      ),
      ...cites(item)
        .filter((id) => !draft.knowledge.facts.has(id))
        .map((id) => ({ at: ['items', i, 'cite'], finding: say.unknownFact(id) })),
      ...offered(item)
        .filter((id) => !draft.knowledge.entries.has(id))
        .map((id) => ({ at: ['items', i, 'offer'], finding: say.offer(id) })),
    ]);
    return found.map(({ at, finding }) => ({ file: place?.file ?? '', line: place?.lineOf(at) ?? 1, ...finding }));
  });
}

const cites = (item: Item): readonly string[] => (item.is === 'compute' ? [] : item.cite);
const offered = (item: Item): string[] =>
  item.is === 'end' ? item.offer.flatMap((to) => (to.startsWith('entry:') ? [to.slice(6)] : [])) : [];

type Standing = { readonly flow: Flow; readonly item: Item; readonly at: readonly PropertyKey[] };

function sound(text: string, standing: Standing, { knowledge }: Draft, nameOf: (code: string) => string): Finding[] {
  const quotes = quotesIn(text.replace(/\{[$=][^}]*\}|\[=[^\]]*\]/g, '·'));
  const keys = new Set([...knowledge.facts.values()].map(({ key }) => key));
  const known = quotes.facts.filter((id) => knowledge.facts.has(id));
  return [
    ...quotes.facts.filter((id) => !knowledge.facts.has(id)).map(say.unknownFact),
    ...quotes.values
      .filter((q) => knowledge.facts.has(q.fact) && !(q.value in (knowledge.facts.get(q.fact)?.values ?? {})))
      .map((q) => say.unknownValue(`${q.fact}.${q.value}`)),
    ...quotes.documents.filter((id) => !knowledge.sources.has(id)).map(say.unknownDocument),
    ...keysIn(text)
      .filter((key) => !keys.has(key))
      .map(say.unknownKey),
    ...figuresIn(text.replace(/\{[^}]*\}|\[[^\]]*\]/g, '·'))
      .filter(isPolicyFigure)
      .map((figure) => say.literal(figure.replace('|', ''))),
    ...citedFacts(known.map((id) => `[${id}]`).join(''), knowledge).flatMap((fact) => [
      ...inPlace(fact, text, standing, nameOf),
      ...inTime(fact, standing.flow),
    ]),
  ];
}

const isPolicyFigure = (figure: string): boolean => /\|(百分点|工作日|元|万元|%|月|年|天)$/.test(figure);

/** A region's fact is told where the flow has asked for that region, or where the sentence names the place. */
function inPlace(fact: Fact, text: string, { item, at }: Standing, nameOf: (code: string) => string): Finding[] {
  if (fact.scope.includes(NATION)) return [];
  const parts = partsWhen(item, at);
  const places = parts
    .flatMap((when) => slotClauses(when))
    .flatMap(({ slot, test }) => (slot === 'insured_region' ? (test.within ?? []) : []));
  const asked = places.length > 0 && places.every((code) => holdsFor(fact, code) || fact.scope.includes(code));
  const named = fact.scope.some((code) => text.includes(nameOf(code)));
  return asked || named ? [] : [say.foreign(fact.id, fact.scope.map(nameOf).join('、'))];
}

/** The conditions under which a part of an item is shown. */
function partsWhen(item: Item, at: readonly PropertyKey[]): NonNullable<Item['when']>[] {
  const part =
    at.length > 1
      ? (item as unknown as Record<PropertyKey, readonly { when?: Item['when'] }[]>)[at[0] ?? '']?.[Number(at[1])]
      : undefined;
  return [item.when, typeof part === 'object' ? part.when : undefined].filter((when) => when !== undefined);
}

const inTime = (fact: Fact, flow: Flow): Finding[] =>
  fact.until !== undefined && fact.until < flow.reviewed ? [say.expired(fact.id, fact.until)] : [];
