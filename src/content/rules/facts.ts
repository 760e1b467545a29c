import { type Fact, factText, holdsFor } from '../../knowledge/fact.js';
import { figuresIn } from '../../knowledge/figures.js';
import type { IsoDate } from '../../policy/dates.js';
import { isMunicipality, isProvince } from '../../policy/region.js';
import type { Finding, Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say, WORDS } from '../wording.js';

/** Everything that can be wrong with one fact, and two facts that contradict each other. */
export function factRules(draft: Draft, today: IsoDate): Problem[] {
  const facts = [...draft.knowledge.facts.values()];
  const single = facts.flatMap((fact) =>
    [...sourced(fact, draft), ...figuresHome(fact), ...certain(fact), ...placed(fact)].map((finding) =>
      locate(draft, fact, finding),
    ),
  );
  return [
    ...single,
    ...contradictions(facts, today).map(([fact, other]) => locate(draft, fact, say.conflict(other.id))),
  ];
}

const locate = (draft: Draft, fact: Fact, finding: Finding): Problem => {
  const at = draft.where.get(`fact:${fact.id}`);
  return { file: at?.file ?? '', line: at?.lineOf([]) ?? 1, ...finding };
};

function sourced(fact: Fact, { knowledge }: Draft): Finding[] {
  if (!fact.source) return fact.certainty === 'common' ? [] : [say.noSource()];
  return knowledge.sources.has(fact.source.id) ? [] : [say.unknownSource(fact.source.id)];
}

function figuresHome(fact: Fact): Finding[] {
  const named = new Set([...fact.text.matchAll(/\{([a-z0-9_]+)\}/g)].map((m) => m[1] ?? ''));
  const loose = figuresIn(fact.text.replace(/\{[a-z0-9_]+\}/g, '·')).filter(
    (figure) => /^\d/.test(figure) && isPolicyFigure(figure),
  );
  return [
    ...Object.keys(fact.values)
      .filter((key) => !named.has(key))
      .map(say.valueUnused),
    ...[...named].filter((key) => !(key in fact.values) && !(key in fact.from_region)).map(say.valueMissing),
    ...(fact.certainty === 'common' ? [] : loose.map((figure) => say.looseFigure(figure.replace('|', '')))),
  ];
}

/** Digits inside names (120, M05300), dates and small counts are no figures a policy would change. */
const isPolicyFigure = (figure: string) =>
  /\|(百分点|工作日|天|元|万|亿|万家|亿元|万元|家|%|倍|人次|万人|亿人)$/.test(figure);

function certain(fact: Fact): Finding[] {
  const text = factText(fact);
  if (fact.certainty === 'common') {
    const words = WORDS.common.test(text) ? [] : [say.commonWord()];
    return [...words, ...figuresIn(text).map((figure) => say.commonFigure(figure.replace('|', '')))];
  }
  return fact.certainty === 'reported' && !WORDS.reported.test(text) ? [say.reportedWord()] : [];
}

function placed(fact: Fact): Finding[] {
  const period = fact.from && fact.until && fact.until < fact.from ? [say.period()] : [];
  const wide = fact.scope.filter((code) => isProvince(code) && !isMunicipality(code) && !fact.unified);
  return [...period, ...wide.map(say.wideCode)];
}

function contradictions(facts: readonly Fact[], today: IsoDate): [Fact, Fact][] {
  const keyed = facts.filter((fact) => fact.key !== undefined && (fact.until === undefined || fact.until >= today));
  return keyed.flatMap((fact, i) =>
    keyed
      .slice(0, i)
      .filter((other) => other.key === fact.key && samePeople(other, fact) && factText(other) !== factText(fact))
      .map((other): [Fact, Fact] => [fact, other]),
  );
}

const samePeople = (a: Fact, b: Fact) =>
  a.scope.some((code) => b.scope.includes(code) || holdsFor(b, code) !== holdsFor(b, '000000')) &&
  sameSet(a.who, b.who) &&
  sameSet(a.insurance, b.insurance) &&
  sameSet(a.care ?? [], b.care ?? []) &&
  (a.until ?? '9') >= (b.from ?? '0') &&
  (b.until ?? '9') >= (a.from ?? '0');

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item));
