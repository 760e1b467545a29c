import { daysBetween, type IsoDate } from '../policy/dates.js';
import type { RegionCode } from '../policy/region.js';
import { entryAt } from './history.js';
import type { Region, Regions, Rule } from './region.js';
import { KEYS, type Key } from './rules.js';
import type { For } from './situation.js';
import { coverageWords, ruleName } from './wording.js';

/** How a rule stands on a day: in force since `when`, known for the year `when` alone, announced for `when`, ended with `when`. */
export type Standing = {
  readonly state: 'in_force' | 'year' | 'upcoming' | 'ended';
  /** A day or a year; absent for a rule in force of which nobody states since when. */
  readonly when?: string | undefined;
};

/** One rule of a region under one key: how it stands, for whom and which hospital tiers in plain Chinese, and the days since `checked`. */
export type CoverageRow = {
  readonly region: RegionCode;
  readonly key: Key;
  readonly standing: Standing;
  readonly whom: string;
  readonly checkedDays: number;
};

/** What can be computed for which region on the day `today`: every rule held, regions by code, keys in the order of `RULES`. */
export function coverage(regions: Regions, today: IsoDate): CoverageRow[] {
  const sorted = [...regions.values()].sort((a, b) => a.region.localeCompare(b.region));
  return sorted.flatMap((region) =>
    KEYS.flatMap((key) => (region.parameters[key] ?? []).map((rule) => rowOf(region, key, rule, today))),
  );
}

function rowOf(region: Region, key: Key, rule: Rule, today: IsoDate): CoverageRow {
  const { standing, tiers } = standingOf(rule, today);
  const whom = whomText(region, rule.for, tiers);
  return { region: region.region, key, standing, whom, checkedDays: daysBetween(region.checked, today) };
}

function standingOf({ history }: Rule, today: IsoDate): { standing: Standing; tiers: readonly string[] } {
  const entry = entryAt(history, { day: today, acceptAsOf: true });
  if ('why' in entry) {
    return { standing: { state: entry.why === 'ended' ? 'ended' : 'upcoming', when: entry.day }, tiers: [] };
  }
  const { from, as_of: year, by_tier: tiers = {} } = entry;
  const standing: Standing = year === undefined ? { state: 'in_force', when: from } : { state: 'year', when: year };
  return { standing, tiers: Object.keys(tiers) };
}

/** Whom a rule is for: 职工、在职、一档/二档（一级、二级、三级）. */
function whomText({ tiers: ownTiers, grades }: Region, rule: For, tiers: readonly string[]): string {
  const nameOf = (id: string) => ownTiers[id] ?? grades[id] ?? coverageWords.names[id] ?? id;
  const { age, admission, poor, tier = [], ...lists } = rule;
  const parts = [
    ...Object.values(lists).map((ids) => coverageWords.oneOf((ids ?? []).map(nameOf))),
    ...(age ? [coverageWords.age(age.from, age.below)] : []),
    ...(admission ? [coverageWords.admission(admission.from, admission.below)] : []),
    ...(poor ? [coverageWords.poor] : []),
  ];
  return coverageWords.whom(parts, [...tier, ...tiers].map(nameOf));
}

/** The coverage as lines ready to print: each region with its days since `checked`, below it each key with how it stands and for whom. */
export function coverageTable(regions: Regions, today: IsoDate): string[] {
  const rows = coverage(regions, today);
  return [...regions.values()]
    .sort((a, b) => a.region.localeCompare(b.region))
    .flatMap((region) => [
      coverageWords.region(region.names[0] ?? region.region, region.region, daysBetween(region.checked, today)),
      ...linesOf(rows.filter((row) => row.region === region.region)),
    ]);
}

/** Rules of one key that stand alike share a line. */
function linesOf(rows: readonly CoverageRow[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { key, standing, whom } of rows) {
    const head = `${ruleName(key)}　${coverageWords.standing[standing.state](standing.when)}`;
    lines.set(head, [...(lines.get(head) ?? []), whom]);
  }
  return [...lines].map(([head, whom]) => `  ${head}　${whom.join('；')}`);
}
