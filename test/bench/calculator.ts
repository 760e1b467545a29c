import { Decimal } from 'decimal.js';
import { parse } from 'yaml';
import type { Request } from '../../src/calculator/plan.js';
import { type Region, regionSchema } from '../../src/calculator/region.js';
import { isProblem, readRequest } from '../../src/calculator/request.js';
import { settle } from '../../src/calculator/settle.js';
import { line, percentile, times } from './common.js';

/** A made-up region with the rules that a usual bill comes to. */
const PACK = `
region: "990100"
names: [示例市]
checked: 2026-01-01
parameters:
  inpatient.deductible:
    - for: { insurance: employee }
      history: [{ from: 2023-01-01, by_tier: { secondary: "600", tertiary: "1000" }, source: { id: a, at: "1" } }]
    - for: { insurance: resident }
      history: [{ from: 2023-01-01, by_tier: { secondary: "500", tertiary: "800" }, source: { id: a, at: "1" } }]
  inpatient.ratio:
    - for: { insurance: employee }
      history: [{ from: 2023-01-01, by_tier: { secondary: "0.9", tertiary: "0.85" }, source: { id: a, at: "2" } }]
  inpatient.out_of_area:
    - for: { kind: [referral, emergency] }
      history: [{ from: 2023-01-01, value: { mode: points, points: "10" }, source: { id: a, at: "3" } }]
  inpatient.ceiling:
    - history: [{ from: 2023-01-01, value: "300000", source: { id: a, at: "4" } }]
  class_b:
    - history: [{ from: 2023-01-01, value: "0.1", source: { id: a, at: "5" } }]
  serious_illness:
    - history: [{ from: 2023-01-01, value: { start: "12000", ratio: "0.6" }, source: { id: a, at: "6" } }]
`;

const TODAY = '2026-06-02';
const BILLS = 500;
const ROUNDS = 60;
const WARM = 20;

const regions = new Map([['990100', regionSchema.parse(parse(PACK)) as Region]]);
const bills = Array.from({ length: BILLS }, (_, i) => ({
  total: 20_000 + i * 431.07,
  own: 1_000 + i,
  classB: 3_000 + i * 7.3,
}));

const requests: Request[] = bills.map(({ total, own, classB }) => {
  const cost = { total, ownFunded: own, classB: [{ amount: classB }] };
  const person = { insurance: 'employee', person: 'working', kind: 'referral', filing: 'filed', tier: 'tertiary' };
  const bill = {
    region: '990100',
    ...person,
    setting: 'inpatient',
    on: '2026-06-01',
    admission: 1,
    cost,
    used: { pool: 1000 },
  };
  const request = readRequest({ case: bill }, { regions, isPlace: () => true });
  if (isProblem(request)) throw new Error(request.message);
  return request;
});

const D = (value: number) => new Decimal(value);
const rule = {
  prepay: D(0.1),
  deductible: D(1000),
  ratio: D(0.85),
  points: D(10),
  ceiling: D(300_000),
  used: D(1000),
  start: D(12_000),
  serious: D(0.6),
};
const ZERO = D(0);
const lower = (a: Decimal, b: Decimal) => (b.lessThan(a) ? b : a);
const decimals = bills.map(({ total, own, classB }) => ({ total: D(total), own: D(own), classB: D(classB) }));

/** The same sums as one would write them for this region alone, each line rounded; gives its lines. */
function byDecimal({ total, own, classB }: (typeof decimals)[number]) {
  const prepaid = classB.times(rule.prepay).toDecimalPlaces(2);
  const inScope = total.minus(own).minus(prepaid).toDecimalPlaces(2);
  const deductible = lower(rule.deductible, inScope);
  const ratio = rule.ratio.minus(rule.points.dividedBy(100));
  const wanted = inScope.minus(deductible).times(ratio);
  const pool = lower(wanted, rule.ceiling.minus(rule.used)).toDecimalPlaces(2);
  const left = inScope.minus(pool).minus(rule.start);
  const serious = (left.isNegative() ? ZERO : left.times(rule.serious)).toDecimalPlaces(2);
  const fund = pool.plus(serious);
  return { own, prepaid, inScope, deductible, pool, serious, fund, self: total.minus(fund) };
}

const fen = (value: number) => BigInt(Math.round(value * 100));
const fens = bills.map(({ total, own, classB }) => ({ total: fen(total), own: fen(own), classB: fen(classB) }));
const share = (amount: bigint, percent: bigint) => (amount * percent + 50n) / 100n;
const lesser = (a: bigint, b: bigint) => (a < b ? a : b);

/** And in whole fen. */
function byBigInt({ total, own, classB }: (typeof fens)[number]) {
  const prepaid = share(classB, 10n);
  const inScope = total - own - prepaid;
  const deductible = lesser(100_000n, inScope);
  const pool = lesser(share(inScope - deductible, 85n - 10n), 30_000_000n - 100_000n);
  const left = inScope - pool - 1_200_000n;
  const serious = share(left > 0n ? left : 0n, 60n);
  const fund = pool + serious;
  return { own, prepaid, inScope, deductible, pool, serious, fund, self: total - fund };
}

const WAYS = {
  settled: () => requests.map((request) => settle(regions, request, TODAY)),
  written: () => requests.map((request) => settle(regions, request, TODAY).lines.map(({ working }) => working())),
  decimal: () => decimals.map(byDecimal),
  bigint: () => fens.map(byBigInt),
} as const;

type Way = keyof typeof WAYS;

/** Microseconds of each settlement, round by round: the ways take turns, so that each meets the same machine. */
function measured(): Record<Way, number[]> {
  const each: Record<Way, number[]> = { settled: [], written: [], decimal: [], bigint: [] };
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    for (const way of Object.keys(WAYS) as Way[]) {
      const start = performance.now();
      WAYS[way]();
      if (round >= WARM) each[way].push(((performance.now() - start) * 1_000) / BILLS);
    }
  }
  return each;
}

requests.forEach((request, i) => {
  const ours = settle(regions, request, TODAY).fund?.toFixed(2);
  const [decimal, whole] = [decimals[i], fens[i]];
  const others = [
    decimal && byDecimal(decimal).fund.toFixed(2),
    whole && (Number(byBigInt(whole).fund) / 100).toFixed(2),
  ];
  if (others.some((fund) => fund !== ours)) throw new Error(`bill ${i}: ${ours}, by hand ${others.join(' and ')}`);
});

const each = measured();
const median = (values: readonly number[]) => percentile(values, 0.5);
const beside = (way: Way, other: Way) => times(median(each[way].map((us, i) => us / (each[other][i] ?? Number.NaN))));
const rate = (way: Way) => `${Math.round(1e6 / median(each[way]))}/s (${median(each[way]).toFixed(2)} µs)`;

line('settled, workings not read', {
  bills: rate('settled'),
  decimal: beside('settled', 'decimal'),
  bigint: beside('settled', 'bigint'),
});
line('settled, all workings written', {
  bills: rate('written'),
  decimal: beside('written', 'decimal'),
  bigint: beside('written', 'bigint'),
});
line('by hand in decimal.js', { bills: rate('decimal') });
line('by hand in BigInt fen', { bills: rate('bigint') });
