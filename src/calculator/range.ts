import type { IsoDate } from '../policy/dates.js';
import { Decimal, ONE, ZERO } from './amount.js';
import type { Request } from './plan.js';
import type { Regions } from './region.js';
import { keyFor } from './rules.js';
import { settle } from './settle.js';
import type { Settlement } from './settlement.js';
import { SETTINGS } from './situation.js';

/** A parameter nobody knows, and between what it lies: a deductible in yuan, a ratio as a fraction, what is kept out of the area as a factor. */
export type Unknown = { readonly key: string; readonly low: Decimal; readonly high: Decimal };

/** The parameters whose bounds follow from the thing itself, or may be given: of each kind of care, or of the one asked for. */
const NAMES = ['deductible', 'ratio', 'out_of_area', 'return_visit'] as const;
export const UNKNOWABLE = [
  ...NAMES,
  ...SETTINGS.flatMap((setting) => NAMES.map((name) => `${setting}.${name}` as const)),
];

export type Range = {
  readonly fund: { readonly low: Decimal; readonly high: Decimal };
  readonly self: { readonly low: Decimal; readonly high: Decimal };
  readonly unknown: readonly Unknown[];
};

/**
 * What a bill can come to while parameters are not known: the interval of all results, never a point. Bounds the caller gives are
 * used; else those that follow from the thing itself (a deductible lies between nothing and the cost, a ratio between 0 and 1).
 * Every result inside the bounds lies inside the interval, since payment falls with the deductible and rises with the ratio.
 * @returns undefined if something is missing that is no such parameter
 */
export function range(
  regions: Regions,
  request: Request,
  today: IsoDate,
  given: readonly Unknown[] = [],
): Range | undefined {
  const setting = request.case.setting ?? 'inpatient';
  const named = given.map((one) => ({ ...one, key: keyFor(one.key, setting) }));
  const known = new Map(named.map((one) => [one.key, one]));
  const base = settle(regions, request, today);
  const open = base.missing.map(
    (item) => known.get(item.key) ?? (item.what === 'rule' ? natural(item.key, base) : undefined),
  );
  const asked = open.filter((one) => one !== undefined);
  const unknown = [...new Map([...asked, ...known.values()].map((one) => [one.key, one])).values()];
  const corners = unknown.reduce<Request[]>(
    (all, one) => all.flatMap((r) => [fixed(r, one.key, one.low), fixed(r, one.key, one.high)]),
    [request],
  );
  const results = corners.map((corner) => settle(regions, corner, today));
  const funds = results.flatMap(({ fund }) => fund ?? []);
  const selves = results.flatMap(({ self }) => self ?? []);
  if (funds.length < results.length) return undefined;
  return { fund: ends(funds), self: ends(selves), unknown };
}

const ends = (values: readonly Decimal[]) => ({ low: Decimal.min(...values), high: Decimal.max(...values) });

function natural(key: string, { lines }: Settlement): Unknown | undefined {
  const cost = lines.find(({ id }) => id === 'in_scope')?.value;
  if (key.endsWith('.deductible') && cost) return { key, low: ZERO, high: cost };
  if (key.endsWith('.ratio') || key.endsWith('.out_of_area') || key.endsWith('.return_visit'))
    return { key, low: ZERO, high: ONE };
  return undefined;
}

function fixed(request: Request, key: string, value: Decimal): Request {
  return { ...request, rules: { ...request.rules, [key]: shapeFor(key, value) } };
}

function shapeFor(key: string, value: Decimal): unknown {
  if (key.endsWith('deductible')) return { mode: 'fixed', amount: value };
  return key.endsWith('ratio') ? { mode: 'flat', ratio: value } : { mode: 'factor', factor: value };
}
