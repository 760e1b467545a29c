import type { Given } from './case.js';
import {
  isDefined,
  type NotDefined,
  placesFor,
  type Reading,
  readFrom,
  ruleFor,
  undecided,
  type When,
} from './read.js';
import type { Regions } from './region.js';
import { type Key, nameIn, type RuleOf } from './rules.js';
import type { Missing } from './settlement.js';
import type { For, Setting, Situation } from './situation.js';

/** Looks up the rule of a key for a situation. */
export type Find = <K extends Key>(key: K, situation: Situation) => Reading<K> | NotDefined;

/** What the caller supplies, under its full key or the short name of this kind of care, takes precedence over what a region states. */
export function finder(regions: Regions, when: When, rules: Given, setting: Setting): Find {
  const places = placesFor(regions, when.region);
  if (Object.keys(rules).length === 0) return (key, situation) => readFrom(places, when, key, situation);
  return (key, situation) => {
    const given = rules[key] ?? rules[nameIn(setting, key)];
    const supplied = given === undefined ? undefined : suppliedFor(key, given, situation);
    if (supplied && (isDefined(supplied) || supplied.why === 'needs')) return supplied;
    return readFrom(places, when, key, situation);
  };
}

type ForSome = readonly { readonly for: For; readonly value: unknown }[];

function suppliedFor<K extends Key>(key: K, given: unknown, situation: Situation): Reading<K> | NotDefined {
  // What is supplied under a key was checked by that key's schema when the request was read.
  if (!Array.isArray(given)) return { key, value: given as RuleOf<K> };
  const rule = ruleFor(given as ForSome, situation);
  if (rule === undefined || Array.isArray(rule)) return undecided(key, rule ?? []);
  return { key, value: rule.value as RuleOf<K> };
}

/** What cannot be read, as something missing: the rule, or the part of the situation that decides it. */
export const lacking = (reason: NotDefined): Missing =>
  reason.needs === undefined
    ? { what: 'rule', key: reason.key, reason }
    : { what: 'situation', key: reason.key, need: reason.needs, all: reason.all ?? [reason.needs] };
