import type { IsoDate } from '../policy/dates.js';
import { NATION, provinceOf, type RegionCode } from '../policy/region.js';
import type { Locator } from '../policy/source.js';
import type { Decimal } from './amount.js';
import { entryAt } from './history.js';
import type { Region, Regions, Rule } from './region.js';
import type { Key, RuleOf } from './rules.js';
import { type Dimension, type For, matches, type Situation } from './situation.js';

/** A rule that holds for a situation on a day, and where it comes from. */
export type Reading<K extends Key = Key> = {
  readonly key: Key;
  readonly value: RuleOf<K>;
  /** The region whose rule it is; absent if the caller gave it. */
  readonly region?: RegionCode | undefined;
  readonly from?: IsoDate | undefined;
  /** The year a value is known for, if that is all that is known. */
  readonly asOf?: string | undefined;
  /** Announced, not yet in force today. */
  readonly upcoming?: boolean | undefined;
  /** In force, but nobody states since when. */
  readonly undated?: boolean | undefined;
  readonly source?: Locator | undefined;
  readonly note?: string | undefined;
};

/** Why no rule can be read; `needs` names what of the situation would decide it, `day`, `year` or `amount` (yuan) up to where one is known. */
export type NotDefined = {
  readonly key: Key;
  readonly why: 'no_region' | 'no_rule' | 'needs' | 'too_early' | 'ended' | 'as_of' | 'beyond_table';
  readonly needs?: Dimension;
  /** All that would decide it, if more than one rule is open. */
  readonly all?: readonly Dimension[];
  readonly day?: IsoDate;
  readonly year?: string;
  readonly amount?: Decimal;
};

export const isDefined = <K extends Key>(found: Reading<K> | NotDefined): found is Reading<K> => 'value' in found;

/** For which place and day a rule is read, as of which day today is, and whether a rule known for a year only may be used. */
export type When = {
  readonly region?: RegionCode | undefined;
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly acceptAsOf?: boolean | undefined;
};

/**
 * The rule of a key that holds for a situation: the region's own, else its province's if that holds in all its cities, else the
 * nation's. There is no fall-back to a neighbour, to any other province or to another day; what cannot be read is told as NotDefined.
 */
export function read<K extends Key>(
  regions: Regions,
  when: When,
  key: K,
  situation: Situation,
): Reading<K> | NotDefined {
  return readFrom(placesFor(regions, when.region), when, key, situation);
}

/** The regions whose rules hold in a place, the nearest first: its own, its province where that holds in all its cities, the nation. */
export function placesFor(regions: Regions, code: RegionCode | undefined): Region[] {
  const own = code === undefined ? undefined : regions.get(code);
  const province = code === undefined ? undefined : regions.get(provinceOf(code));
  const wider = province !== own && province?.unified ? province : undefined;
  return [own, wider, regions.get(NATION)].filter((place) => place !== undefined);
}

/** As `read`, from regions found before. */
export function readFrom<K extends Key>(
  places: readonly Region[],
  when: When,
  key: K,
  situation: Situation,
): Reading<K> | NotDefined {
  let silent: NotDefined | undefined;
  for (const { region, parameters } of places) {
    const rules = parameters[key];
    const found = rules && readIn(rules, region, when, key, situation);
    if (found === undefined || isSilent(found)) continue;
    if (isDefined(found)) return found;
    silent ??= found;
    // A year's value that nobody accepted leaves the word to a rule that is in force there anyway.
    if (found.why !== 'as_of') break;
  }
  const isHeld = when.region !== undefined && places[0]?.region === when.region;
  return silent ?? { key, why: isHeld ? 'no_rule' : 'no_region' };
}

const isSilent = (found: Reading | NotDefined): boolean => 'why' in found && found.why === 'no_rule';

function readIn<K extends Key>(
  rules: readonly Rule[],
  region: RegionCode,
  when: When,
  key: K,
  situation: Situation,
): Reading<K> | NotDefined {
  const rule = ruleFor(rules, situation);
  if (rule === undefined || Array.isArray(rule)) return undecided(key, rule ?? []);
  return readRule(rule, region, when, key, situation.tier);
}

/** The first rule that is for this situation; else what would decide it, or nothing if none can be. */
export function ruleFor<R extends { readonly for: For }>(
  rules: readonly R[],
  situation: Situation,
): R | Dimension[] | undefined {
  let open: Dimension[] | undefined;
  for (const rule of rules) {
    const fits = matches(rule.for, situation);
    if (fits === true) return rule;
    if (fits !== false) open = [...(open ?? []), ...fits];
  }
  return open;
}

/** A rule that cannot be chosen before the named parts of the situation are known. */
export function undecided(key: Key, open: readonly Dimension[]): NotDefined {
  const [needs] = open;
  return needs === undefined ? { key, why: 'no_rule' } : { key, why: 'needs', needs, all: open };
}

function readRule<K extends Key>(
  rule: Rule,
  region: RegionCode,
  when: When,
  key: K,
  tier: string | undefined,
): Reading<K> | NotDefined {
  const entry = entryAt(rule.history, when);
  if ('why' in entry) return { key, ...entry };
  const { from, as_of: asOf, in_force: undated, source, note, by_tier: tiers } = entry;
  if (tiers !== undefined && tier === undefined) return undecided(key, ['tier']);
  const value = tiers === undefined || tier === undefined ? entry.value : tiers[tier];
  if (value === undefined) return { key, why: 'no_rule' };
  const upcoming = from !== undefined && from > when.today;
  // What a region's file states under a key was checked by that key's schema when the file was read.
  return { key, value: value as RuleOf<K>, region, source, from, upcoming, asOf, undated, note };
}
