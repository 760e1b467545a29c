import type { IsoDate } from '../policy/dates.js';
import type { Kind } from '../policy/kinds.js';
import { NATION } from '../policy/region.js';
import type { Case, Given } from './case.js';
import { needOf } from './needs.js';
import { isDefined, type NotDefined, type Reading, read, type When } from './read.js';
import type { Regions } from './region.js';
import { type Key, keyFor, type RuleOf } from './rules.js';
import type { Assumption, AssumptionCode, Missing, Need } from './settlement.js';
import { type Effect, effectOf, NO_EFFECT, type OutOfArea } from './shapes/out-of-area.js';
import { type For, matches, type Setting, type Situation } from './situation.js';

/** A bill to settle: the case, and the rules the caller supplies. */
export type Request = { readonly case: Case; readonly rules: Given };

/** Everything read and decided before the first sum: the rules that hold, what was assumed, what is missing. */
export type Plan = {
  readonly request: Request;
  readonly situation: Situation & { readonly setting: Setting };
  readonly on: IsoDate;
  readonly effect: Effect | undefined;
  readonly outOfArea: Reading | undefined;
  readonly rule: <K extends Key>(key: K) => Reading<K> | undefined;
  readonly assumed: Assumption[];
  readonly missing: Missing[];
};

export const LONG_TERM: readonly Kind[] = ['resettled', 'long_term', 'posted'];

/** Reads the rules of a case for its region and day. `today` is the civil day it is asked on. */
export function planOf(regions: Regions, request: Request, today: IsoDate): Plan {
  const { case: bill } = request;
  const assumed: Assumption[] = [];
  const missing: Missing[] = [];
  const assume = (code: AssumptionCode) => assumed.push({ code });
  if (bill.setting === undefined) assume('setting_inpatient');
  if (bill.on === undefined) assume('on_today');
  if (bill.kind !== undefined && bill.filing === undefined && bill.kind !== 'emergency') assume('filed');
  if (bill.admission === undefined) assume('first_admission');
  if (Object.keys(bill.used).length === 0) assume('nothing_used');
  const setting = bill.setting ?? 'inpatient';
  const own: Situation & { setting: Setting } = {
    ...bill,
    setting,
    ...((bill.filing ?? bill.kind) ? { filing: bill.filing ?? 'filed' } : {}),
  };
  const when: When = { region: bill.region, day: bill.on ?? today, today, acceptAsOf: bill.acceptAsOf };
  const find = finder(regions, when, request.rules, setting);
  const away = outOfAreaOf(bill, find, own, { assume, missing });
  const situation = away.effect?.tier === undefined ? own : { ...own, tier: away.effect.tier };
  const rule = <K extends Key>(key: K): Reading<K> | undefined => {
    const found = find(key, situation);
    return isDefined(found) ? found : undefined;
  };
  const plan: Plan = { request, situation, on: when.day, ...away, rule, assumed, missing };
  if (bill.cost.seriousIllnessBase === undefined && !away.effect?.nothing) missing.push(...basicMissing(find, plan));
  return plan;
}

type Find = <K extends Key>(key: K, situation: Situation) => Reading<K> | NotDefined;

/** What the caller supplies takes precedence over what a region states. */
function finder(regions: Regions, when: When, rules: Given, setting: Setting): Find {
  const given = new Map(Object.entries(rules).map(([name, value]) => [keyFor(name, setting), value]));
  return <K extends Key>(key: K, situation: Situation) => {
    const supplied = suppliedFor(given.get(key), situation);
    // What is supplied under a key was checked by that key's schema when the request was read.
    return supplied === undefined ? read(regions, when, key, situation) : { key, value: supplied as RuleOf<K> };
  };
}

type ForSome = readonly { readonly for: For; readonly value: unknown }[];

function suppliedFor(value: unknown, situation: Situation): unknown {
  if (!Array.isArray(value)) return value;
  return (value as ForSome).find((rule) => matches(rule.for, situation) === true)?.value;
}

type Notes = { readonly assume: (code: AssumptionCode) => void; readonly missing: Missing[] };

/** What treatment out of the area changes; nothing at home. Without region, kind and rule the bill is taken as one at home, and that is said. */
function outOfAreaOf(
  bill: Case,
  find: Find,
  situation: Situation & { setting: Setting },
  { assume, missing }: Notes,
): Pick<Plan, 'effect' | 'outOfArea'> {
  const key: Key = `${situation.setting}.${bill.filing === 'at_home' ? 'return_visit' : 'out_of_area'}`;
  const found = find(key, situation) as Reading | NotDefined;
  const back = bill.kind !== undefined && LONG_TERM.includes(bill.kind);
  const home = { effect: NO_EFFECT, outOfArea: undefined };
  if (!isDefined(found)) {
    if (bill.filing === 'at_home' && (!back || bill.region === undefined)) return home;
    if (bill.region === undefined && bill.kind === undefined) {
      if (bill.filing === undefined) assume('as_at_home');
      if (bill.filing !== 'not_filed') return home;
    }
    missing.push(
      bill.kind === undefined && bill.filing !== 'not_filed'
        ? { what: 'situation', key, need: 'kind' }
        : lacking(found),
    );
    return { effect: undefined, outOfArea: undefined };
  }
  const referral = () => {
    const rule = find(key, { ...situation, kind: 'referral' }) as Reading | NotDefined;
    const value = isDefined(rule) ? (rule.value as OutOfArea) : undefined;
    return value && value.mode !== 'points_below_referral' ? effectOf(value, situation, () => undefined) : undefined;
  };
  const effect = effectOf(found.value as OutOfArea, situation, referral);
  if (!effect) missing.push({ what: 'rule', key, reason: { key, why: 'no_rule' } });
  return { effect, outOfArea: found };
}

const lacking = (reason: NotDefined): Missing =>
  reason.needs === undefined
    ? { what: 'rule', key: reason.key, reason }
    : { what: 'situation', key: reason.key, need: reason.needs };

/** What of the basic scheme cannot be read: without deductible and ratio there is no result. */
function basicMissing(find: Find, { situation, effect }: Plan): Missing[] {
  const own = { deductible: effect?.deductible, ratio: effect?.ratio };
  return (['deductible', 'ratio'] as const).flatMap((name): Missing[] => {
    const key = `${situation.setting}.${name}` as const;
    const found = find(key, situation);
    const value = own[name] ?? (isDefined(found) ? found.value : undefined);
    if (value === undefined) return isDefined(found) ? [] : [lacking(found)];
    const need: Need | undefined = needOf(value, situation);
    return need === undefined ? [] : [{ what: 'situation', key, need }];
  });
}

export const isNational = (reading: Reading): boolean => reading.region === NATION;
