import type { Region, Rule } from '../../calculator/region.js';
import { overlap, TIERS } from '../../calculator/situation.js';
import type { Finding, Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

type Found = { readonly at: readonly PropertyKey[]; readonly finding: Finding };

/** Everything that can be wrong with a region's file beyond its form. */
export function regionRules({ knowledge, where }: Draft, nameOf: (code: string) => string): Problem[] {
  return [...knowledge.regions.values()].flatMap((region) => {
    const place = where.get(`region:${region.region}`);
    const found = [
      ...named(region, place?.file ?? '', nameOf),
      ...bareNumbers(place?.raw, []),
      ...Object.entries(region.parameters).flatMap(([key, rules]) =>
        rulesOf(region, rules, knowledge.sources).map(({ at, finding }) => ({
          at: ['parameters', key, ...at],
          finding,
        })),
      ),
    ];
    return found.map(({ at, finding }) => ({ file: place?.file ?? '', line: place?.lineOf(at) ?? 1, ...finding }));
  });
}

function named({ region }: Region, file: string, nameOf: (code: string) => string): Found[] {
  const wrongFile = file.endsWith(`${region}.yaml`) ? [] : [{ at: ['region'], finding: say.fileName(region) }];
  const unknown = nameOf(region) === region ? [{ at: ['region'], finding: say.noSuchRegion(region) }] : [];
  return [...wrongFile, ...unknown];
}

/** Counts are whole numbers; every other figure is a quoted decimal, or YAML makes a float of it. */
const COUNTS = new Set<PropertyKey>(['from', 'below', 'every_days']);

function bareNumbers(value: unknown, at: readonly PropertyKey[]): Found[] {
  if (typeof value === 'number') {
    return COUNTS.has(at.at(-1) ?? '') ? [] : [{ at, finding: say.bareNumber(String(value)) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    bareNumbers(item, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function rulesOf(region: Region, rules: readonly Rule[], sources: ReadonlyMap<string, unknown>): Found[] {
  const tiers = [...TIERS, ...Object.keys(region.tiers)];
  const grades = Object.keys(region.grades);
  return rules.flatMap((rule, i) => [
    ...rules
      .slice(0, i)
      .flatMap((other) =>
        overlap(rule.for, other.for) && overlap(other.for, rule.for) ? [{ at: [i], finding: say.overlap() }] : [],
      ),
    ...(rule.for.tier ?? []).flatMap((tier) => unknownName(tier, tiers, [i, 'for'])),
    ...(rule.for.grade ?? []).flatMap((grade) => unknownName(grade, grades, [i, 'for'])),
    ...history(rule, tiers, sources).map(({ at, finding }) => ({ at: [i, 'history', ...at], finding })),
  ]);
}

const unknownName = (name: string, known: readonly string[], at: readonly PropertyKey[]): Found[] =>
  known.includes(name) ? [] : [{ at, finding: say.unknownTier(name) }];

function history({ history: entries }: Rule, tiers: readonly string[], sources: ReadonlyMap<string, unknown>): Found[] {
  return entries.flatMap((entry, i) => [
    ...(sources.has(entry.source.id) ? [] : [{ at: [i], finding: say.unknownSource(entry.source.id) }]),
    ...Object.keys(entry.by_tier ?? {}).flatMap((tier) => unknownName(tier, tiers, [i])),
    ...entries.slice(0, i).flatMap((other) => (sameTime(entry, other) ? [{ at: [i], finding: say.sameDay() }] : [])),
  ]);
}

const sameTime = (a: Rule['history'][number], b: Rule['history'][number]): boolean =>
  a.from === b.from && a.as_of === b.as_of && a.in_force === b.in_force;

/** A fact's figure that stands in a region's file must be found there. */
export function quotedFigureRules({ knowledge, where }: Draft): Problem[] {
  return [...knowledge.facts.values()].flatMap((fact) =>
    Object.keys(fact.from_region)
      .filter((name) => !(name in fact.values))
      .map((name) => {
        const place = where.get(`fact:${fact.id}`);
        return { file: place?.file ?? '', line: place?.lineOf(['from_region', name]) ?? 1, ...say.noSuchFigure(name) };
      }),
  );
}
