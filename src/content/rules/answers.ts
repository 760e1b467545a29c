import { Decimal } from 'decimal.js';
import type { Answer, Entry } from '../../knowledge/entry.js';
import { type Fact, factText, holdsFor } from '../../knowledge/fact.js';
import { figuresIn } from '../../knowledge/figures.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import { citedFacts, fill, quotesIn } from '../../knowledge/quote.js';
import { NATION } from '../../policy/region.js';
import type { Finding, Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

/** Longest reply a phone still shows well, in characters. */
export const LONGEST_ANSWER = 600;

type Names = (code: string) => string;

/** Everything that can be wrong with one wording of an answer. */
export function answerRules({ knowledge, where }: Draft, nameOf: Names): Problem[] {
  return [...knowledge.entries.values()].flatMap((entry) =>
    entry.answers.flatMap((given, i) => {
      const answer = { ...given, text: `${given.text}${entry.next ?? ''}` };
      const at = where.get(`entry:${entry.entry}`);
      const place = { file: at?.file ?? '', line: at?.lineOf(['answers', i]) ?? 1 };
      const broken = named(answer, knowledge);
      const findings = broken.length > 0 ? broken : sound(entry, answer, knowledge, nameOf);
      return findings.map((finding) => ({ ...place, ...finding }));
    }),
  );
}

function named(answer: Answer, { facts, sources }: Knowledge): Finding[] {
  const quotes = quotesIn(answer.text);
  return [
    ...quotes.facts.filter((id) => !facts.has(id)).map(say.unknownFact),
    ...quotes.values
      .filter(({ fact, value }) => facts.has(fact) && !(value in (facts.get(fact)?.values ?? {})))
      .map((q) => say.unknownValue(`${q.fact}.${q.value}`)),
    ...quotes.documents.filter((id) => !sources.has(id)).map(say.unknownDocument),
  ];
}

function sound(entry: Entry, answer: Answer, knowledge: Knowledge, nameOf: Names): Finding[] {
  const text = fill(answer.text, knowledge);
  const facts = citedFacts(answer.text, knowledge);
  const uncited = facts.length === 0 && quotesIn(answer.text).documents.length === 0 && entry.status === undefined;
  return [
    ...(uncited ? [say.uncited()] : []),
    ...(text.length > LONGEST_ANSWER ? [say.long(text.length)] : []),
    ...grounded(answer, text, facts, knowledge),
    ...facts.flatMap((fact) => [...inTime(entry, fact, text), ...inPlace(answer, fact, text, nameOf)]),
  ];
}

function grounded(answer: Answer, text: string, facts: readonly Fact[], knowledge: Knowledge): Finding[] {
  const documents = quotesIn(answer.text).documents.map(
    (id) => `${knowledge.sources.get(id)?.title}${knowledge.sources.get(id)?.number ?? ''}`,
  );
  const known = new Set([...facts.map(factText), ...documents].flatMap(figuresIn));
  const derived = new Set(answer.derived.flatMap((d) => figuresIn(d.value)));
  const written = figuresIn(answer.text.replace(/\{[^}]*\}|\[[^\]]*\]/g, '·')).filter(
    (f) => /\|(百分点|工作日|元|万元|亿元|万|亿|家|万家|%|人次|万人|亿人)$/.test(f) && !derived.has(f),
  );
  return [
    ...figuresIn(text)
      .filter((figure) => !known.has(figure) && !derived.has(figure))
      .map((f) => say.ungrounded(f.replace('|', ''))),
    ...written.filter((figure) => known.has(figure)).map((f) => say.literal(f.replace('|', ''))),
    ...answer.derived.filter((d) => !computes(d.working, d.value)).map((d) => say.arithmetic(d.working)),
  ];
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const SUM = new RegExp(String.raw`^${NUMBER}\s*([+\-−×÷*/])\s*${NUMBER}\s*=\s*${NUMBER}$`);

/** True if `a op b = c` holds exactly and `c` is the figure declared. */
export function computes(working: string, value: string): boolean {
  const [, a, op, b, c] = SUM.exec(working.trim()) ?? [];
  if (a === undefined || b === undefined || c === undefined) return false;
  const [x, y] = [new Decimal(a), new Decimal(b)];
  const result =
    op === '+' ? x.plus(y) : op === '×' || op === '*' ? x.times(y) : op === '÷' || op === '/' ? x.div(y) : x.minus(y);
  return result.equals(c) && figuresIn(value).some((figure) => figure.startsWith(`${new Decimal(c).toString()}|`));
}

/** Judged by the day of the review, so that content does not break by itself; what has ended since is listed by `check`. */
function inTime(entry: Entry, fact: Fact, text: string): Finding[] {
  const said = fact.as_of === undefined || text.includes(fact.as_of.slice(0, 4));
  return [
    ...(entry.tense !== 'past' && fact.until !== undefined && fact.until < entry.reviewed
      ? [say.expired(fact.id, fact.until)]
      : []),
    ...(entry.tense !== 'future' &&
    fact.from !== undefined &&
    fact.from > entry.reviewed &&
    !text.includes(fact.from.slice(0, 4))
      ? [say.upcoming(fact.id, fact.from)]
      : []),
    ...(said ? [] : [say.asOf(fact.id, fact.as_of ?? '')]),
  ];
}

function inPlace(answer: Answer, fact: Fact, text: string, nameOf: Names): Finding[] {
  if (fact.scope.includes(NATION)) return [];
  if (answer.scope)
    return answer.scope.every((code) => holdsFor(fact, code)) || saysPlace(fact, text, nameOf)
      ? []
      : [say.unnamed(fact.id)];
  return saysPlace(fact, text, nameOf) ? [] : [say.foreign(fact.id, fact.scope.map(nameOf).join('、'))];
}

const saysPlace = (fact: Fact, text: string, nameOf: Names) =>
  fact.scope.some((code) => text.includes(nameOf(code))) || /京津冀/.test(text);
