import type { Request } from '../../calculator/plan.js';
import type { Regions } from '../../calculator/region.js';
import { type Judge, type Problem, readRequest } from '../../calculator/request.js';
import { UNKNOWN } from '../../flows/values.js';
import { poolOf, type RegionCode } from '../../policy/region.js';
import type { EstimateAnswers } from './slots.js';

/** The region whose file serves a place: its own (a county may have one), else that of its pooling area. */
export const heldRegion = (place: RegionCode, regions: Regions): RegionCode =>
  regions.has(place) ? place : poolOf(place);

/** The answers of an estimate as a request to the calculator, or what is wrong with them. */
export function requestOf(answers: EstimateAnswers, judge: Judge): Request | Problem {
  const told: EstimateAnswers = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== UNKNOWN));
  return readRequest({ case: caseOf(told, judge.regions), rules: rulesOf(told) }, judge);
}

const FILINGS = new Set(['not_filed', 'at_home']);
const count = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Math.trunc(Number(text));
const known = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

function caseOf(a: EstimateAnswers, regions: Regions): Record<string, unknown> {
  const way = a.kind !== undefined && FILINGS.has(a.kind) ? { filing: a.kind } : { kind: a.kind };
  return known({
    region: a.insured_region === undefined ? undefined : heldRegion(a.insured_region, regions),
    insurance: a.insurance,
    person: a.person,
    age: count(a.age),
    ...known(way),
    setting: a.setting,
    tier: a.tier,
    grade: a.grade,
    on: a.discharged_on,
    admission: count(a.admission),
    stayDays: count(a.stay_days),
    acceptAsOf: a.accept_as_of === 'yes' ? true : undefined,
    poor: a.poor === undefined ? undefined : a.poor === 'yes',
    accountBalance: a.account_balance,
    cost: costOf(a),
    used: known({ pool: a.used_pool, deductible: a.used_deductible }),
  });
}

function costOf(a: EstimateAnswers): Record<string, unknown> {
  const items = a.class_b === undefined ? undefined : [known({ amount: a.class_b, prepay: a.class_b_prepay })];
  const parts = { classA: a.class_a, ownFunded: a.own_funded, classB: items, overLimit: a.over_limit };
  return known({ total: a.total, ...(a.in_scope === undefined ? parts : { inScope: a.in_scope }) });
}

/** A ratio that is said to be after the reduction is taken as it is: nothing more comes off it. */
function rulesOf(a: EstimateAnswers): Record<string, unknown> {
  const reduced = a.actual_ratio !== undefined;
  const change =
    a.drop_points !== undefined
      ? { mode: 'points', points: a.drop_points }
      : a.drop_factor !== undefined
        ? { mode: 'factor', factor: a.drop_factor }
        : undefined;
  return known({
    deductible: a.deductible,
    ratio: reduced ? ofOwnWay(a, a.actual_ratio) : a.ratio,
    out_of_area: ofOwnWay(a, reduced ? { mode: 'same' } : change),
    ceiling: a.ceiling,
  });
}

/** What is said of a reduction is said of the way one is treated oneself: another way, as a comparison shows it, is not told by it. */
function ofOwnWay({ kind }: EstimateAnswers, value: unknown): unknown {
  if (value === undefined || kind === undefined) return value;
  return [{ for: FILINGS.has(kind) ? { filing: kind } : { kind, filing: 'filed' }, value }];
}
