import type { IsoDate } from '../policy/dates.js';
import { type Away, awayOf } from './away.js';
import type { Case, Given } from './case.js';
import { type Find, finder, lacking } from './find.js';
import { needOf } from './needs.js';
import { isDefined, type NotDefined, type Reading, type When } from './read.js';
import type { Regions } from './region.js';
import { CARE_KEY, type Key } from './rules.js';
import type { Assumption, Missing } from './settlement.js';
import type { Deductible } from './shapes/deductible.js';
import type { Ratio } from './shapes/ratio.js';
import type { Setting, Situation } from './situation.js';

/** A bill to settle: the case, and the rules the caller supplies. */
export type Request = { readonly case: Case; readonly rules: Given };

/** A rule of the basic scheme as it holds here: the region's own, or the one that treatment out of the area puts in its place. */
export type Basic<R> = { readonly rule: R; readonly reading: Reading | undefined };

/** Everything read and decided before the first sum: the rules that hold, what was assumed, what is missing. */
export type Plan = Pick<Away, 'effect' | 'outOfArea'> & {
  readonly request: Request;
  readonly situation: Situation & { readonly setting: Setting };
  readonly on: IsoDate;
  /** False if the effect is not known: what would tell it is missing. */
  readonly isAwayKnown: boolean;
  /** Undefined if it is missing, or if this bill never comes to it. */
  readonly deductible: Basic<Deductible> | undefined;
  readonly ratio: Basic<Ratio> | undefined;
  readonly find: Find;
  readonly assumed: Assumption[];
  readonly missing: Missing[];
};

/** Reads the rules of a case for its region and day. `today` is the civil day it is asked on. */
export function planOf(regions: Regions, request: Request, today: IsoDate): Plan {
  const { case: bill, rules } = request;
  const on = bill.on ?? today;
  const told = situationOf(bill);
  const when: When = { region: bill.region, day: on, today, acceptAsOf: bill.acceptAsOf };
  const find = finder(regions, when, rules, told.setting);
  const away = awayOf(bill.region, told, find);
  const situation = away.effect.tier === undefined ? told : { ...told, tier: away.effect.tier };
  const isLayer = bill.cost.seriousIllnessBase !== undefined;
  const isHome = isLayer && !isReduced(find('serious_illness', situation));
  const assumed = assumedOf(bill, isHome ? undefined : away.assumed);
  const missing = away.missing && !isHome ? [away.missing] : [];
  const basic = isLayer || away.effect.nothing ? NONE : basicOf(find, situation, away, missing);
  const { effect, outOfArea } = away;
  const { deductible, ratio } = basic;
  return {
    request,
    situation,
    on,
    effect,
    outOfArea,
    isAwayKnown: away.missing === undefined,
    deductible,
    ratio,
    find,
    assumed,
    missing,
  };
}

const NONE = { deductible: undefined, ratio: undefined };

/** Where serious-illness insurance is all that is asked for, treatment out of the area matters only if it reaches that layer. */
const isReduced = (found: Reading<'serious_illness'> | NotDefined): boolean =>
  isDefined(found) && found.value.reduce === 'as_pool';

/** The rule of a key for the situation of this plan, or why there is none. */
export const lookUp = <K extends Key>({ find, situation }: Plan, key: K): Reading<K> | NotDefined =>
  find(key, situation);

/** The same where a reason is not asked for. */
export function ruleIn<K extends Key>(plan: Plan, key: K): Reading<K> | undefined {
  const found = lookUp(plan, key);
  return isDefined(found) ? found : undefined;
}

/** The situation with what is taken for granted: inpatient care; filed, where a kind is told. */
function situationOf(bill: Case): Situation & { setting: Setting } {
  const { setting = 'inpatient', kind, filing = kind && 'filed' } = bill;
  return { ...bill, setting, filing };
}

function assumedOf(bill: Case, home: Away['assumed']): Assumption[] {
  const assumed: Assumption[] = [];
  if (bill.setting === undefined) assumed.push({ code: 'setting_inpatient' });
  if (bill.on === undefined) assumed.push({ code: 'on_today' });
  if (bill.kind !== undefined && bill.filing === undefined && bill.kind !== 'emergency')
    assumed.push({ code: 'filed' });
  if (bill.admission === undefined || home === 'first_admission') assumed.push({ code: 'first_admission' });
  if (Object.keys(bill.used).length === 0) assumed.push({ code: 'nothing_used' });
  if (home === 'as_at_home') assumed.push({ code: home });
  return assumed;
}

type BasicRules = Pick<Plan, 'deductible' | 'ratio'>;

/** The rules without which there is no result; what of them cannot be read is noted as missing. */
function basicOf(find: Find, situation: Situation & { setting: Setting }, away: Away, missing: Missing[]): BasicRules {
  const { effect, outOfArea } = away;
  const keys = CARE_KEY[situation.setting];
  const deductible = effect.deductible
    ? { rule: effect.deductible, reading: outOfArea }
    : held(find(keys.deductible, situation));
  const ratio = effect.ratio ? { rule: effect.ratio, reading: outOfArea } : held(find(keys.ratio, situation));
  return {
    deductible: usable(deductible, keys.deductible, situation, missing),
    ratio: usable(ratio, keys.ratio, situation, missing),
  };
}

const held = <K extends Key>(found: Reading<K> | NotDefined) =>
  isDefined(found) ? { rule: found.value, reading: found } : found;

/** A rule that holds, unless its own terms ask for something nobody has told. */
function usable<R extends Deductible | Ratio>(
  basic: Basic<R> | NotDefined,
  key: Key,
  situation: Situation,
  missing: Missing[],
): Basic<R> | undefined {
  if ('why' in basic) {
    missing.push(lacking(basic));
    return undefined;
  }
  const need = needOf(basic.rule, situation);
  if (need === undefined) return basic;
  missing.push({ what: 'situation', key, need });
  return undefined;
}
