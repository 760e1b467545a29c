import type { IsoDate } from '../policy/dates.js';
import { NATION, type RegionCode } from '../policy/region.js';
import type { Locator } from '../policy/source.js';
import type { Entry, Region, Regions, Rule } from './region.js';
import type { Key, RuleOf } from './rules.js';
import { type Dimension, matches, type Situation } from './situation.js';

/** A rule that holds for a situation on a day, and where it comes from. */
export type Reading<K extends Key = Key> = {
  readonly key: Key;
  readonly value: RuleOf<K>;
  /** The region whose rule it is; absent if the caller gave it. */
  readonly region?: RegionCode;
  readonly from?: IsoDate;
  /** The year a value is known for, if that is all that is known. */
  readonly asOf?: string;
  /** Announced, not yet in force today. */
  readonly upcoming?: true;
  /** In force, but nobody states since when. */
  readonly undated?: true;
  readonly source?: Locator;
  readonly note?: string;
};

/** Why no rule can be read; `needs` names what of the situation would decide it, `day` or `year` where one is known. */
export type NotDefined = {
  readonly key: Key;
  readonly why: 'no_region' | 'no_rule' | 'needs' | 'too_early' | 'ended' | 'as_of';
  readonly needs?: Dimension;
  readonly day?: IsoDate;
  readonly year?: string;
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
 * The rule of a key that holds for a situation: the region's own, else the nation's. There is no fall-back to a neighbour, to a
 * province or to another day; what cannot be read is told as NotDefined.
 */
export function read<K extends Key>(
  regions: Regions,
  when: When,
  key: K,
  situation: Situation,
): Reading<K> | NotDefined {
  const own = when.region === undefined ? undefined : regions.get(when.region);
  const found = own && readIn(own, when, key, situation);
  if (found && (isDefined(found) || found.why !== 'no_rule')) return found;
  const nation = regions.get(NATION);
  const national = nation && readIn(nation, when, key, situation);
  if (national && isDefined(national)) return national;
  return found ?? { key, why: own ? 'no_rule' : 'no_region' };
}

function readIn<K extends Key>(region: Region, when: When, key: K, situation: Situation): Reading<K> | NotDefined {
  let open: Dimension | undefined;
  for (const rule of region.parameters[key] ?? []) {
    const fits = matches(rule.for, situation);
    if (fits === true) return readRule(rule, region.region, when, key, situation);
    if (fits !== false) open ??= fits[0];
  }
  return open === undefined ? { key, why: 'no_rule' } : { key, why: 'needs', needs: open };
}

function readRule<K extends Key>(
  rule: Rule,
  region: RegionCode,
  when: When,
  key: K,
  situation: Situation,
): Reading<K> | NotDefined {
  const entry = entryAt(rule, when);
  if ('why' in entry) return { key, ...entry };
  const value = tierValue(entry, situation.tier);
  if (value === 'needs_tier') return { key, why: 'needs', needs: 'tier' };
  if (value === undefined) return { key, why: 'no_rule' };
  const { from, as_of, in_force, source, note } = entry;
  return {
    key,
    // What a region's file states under a key was checked by that key's schema when the file was read.
    value: value as RuleOf<K>,
    region,
    source,
    ...(from !== undefined && { from }),
    ...(from !== undefined && from > when.today && { upcoming: true as const }),
    ...(as_of !== undefined && { asOf: as_of }),
    ...(in_force && { undated: true as const }),
    ...(note !== undefined && { note }),
  };
}

/** The entry in force on the day: the latest that has begun; one known for a year alone only if that is accepted. */
function entryAt({ history }: Rule, { day, acceptAsOf }: When): Entry | Pick<NotDefined, 'why' | 'day' | 'year'> {
  const begun = history.filter(({ from, in_force }) => in_force === true || (from !== undefined && from <= day));
  const latest = begun.reduce<Entry | undefined>((a, b) => (a && (a.from ?? '') > (b.from ?? '') ? a : b), undefined);
  if (latest && !latest.ended) return latest;
  const dated = history
    .filter(({ as_of }) => as_of !== undefined)
    .sort((a, b) => (a.as_of ?? '').localeCompare(b.as_of ?? ''));
  const known = dated.at(-1);
  if (known) return acceptAsOf ? known : { why: 'as_of', year: known.as_of ?? '' };
  if (latest) return { why: 'ended', day: latest.from ?? '' };
  return { why: 'too_early', day: history.map(({ from }) => from ?? '').sort()[0] ?? '' };
}

function tierValue({ value, by_tier }: Entry, tier: string | undefined): unknown {
  if (by_tier === undefined) return value;
  return tier === undefined ? 'needs_tier' : by_tier[tier];
}
