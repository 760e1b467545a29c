import type { IsoDate } from '../policy/dates.js';
import { Decimal, MOST_YUAN } from './amount.js';
import type { Request } from './plan.js';
import type { Regions } from './region.js';
import { settle } from './settle.js';

/** The sum that is known, in yuan, and what is asked back from it. */
export type Target = { readonly of: 'fund' | 'self' | 'cash'; readonly amount: Decimal };
export type Unknowable = 'total' | 'ratio' | 'deductible';

/** Steps of the search: fen for amounts, a hundred-thousandth of a percent for ratios. */
const STEP = { total: new Decimal('0.01'), deductible: new Decimal('0.01'), ratio: new Decimal('0.0000001') };

export type Found = { readonly low: Decimal; readonly high: Decimal };

/**
 * What bill, ratio or deductible explains a payment: all values that settle to exactly this figure form an interval, whose ends are
 * given (to the fen; a ratio to the seventh place). The sums rise or fall steadily with each of the three, so halving finds the ends.
 * @returns undefined if no value settles to the figure, or if something else is missing
 */
export function inverse(
  regions: Regions,
  request: Request,
  today: IsoDate,
  target: Target,
  solve: Unknowable,
): Found | undefined {
  const step = STEP[solve];
  const at = (n: number): Decimal | undefined => settle(regions, put(request, solve, step.times(n)), today)[target.of];
  const top = solve === 'ratio' ? 1 / step.toNumber() : MOST_YUAN / step.toNumber();
  const [from, to] = [lowest(request, solve).dividedBy(step).ceil().toNumber(), Math.round(top)];
  const [first, last] = [at(from), at(to)];
  if (!first) return undefined;
  // A bill beyond a table that ends cannot be settled: it lies above every sum that can.
  const rising = last === undefined || last.greaterThanOrEqualTo(first);
  const reached = (n: number, strictly: boolean) => {
    const value = at(n);
    if (!value) return true;
    const [a, b] = rising ? [value, target.amount] : [target.amount, value];
    return strictly ? a.greaterThan(b) : a.greaterThanOrEqualTo(b);
  };
  const low = firstWhere(from, to, (n) => reached(n, false));
  const beyond = firstWhere(from, to, (n) => reached(n, true));
  if (low === undefined || !at(low)?.equals(target.amount)) return undefined;
  return { low: step.times(low), high: step.times((beyond ?? to + 1) - 1) };
}

/** The smallest whole number from `from` to `to` that fits, if once one fits all above it do. */
function firstWhere(from: number, to: number, fits: (n: number) => boolean): number | undefined {
  if (!fits(to)) return undefined;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A bill is no smaller than its own parts. */
function lowest({ case: { cost } }: Request, solve: Unknowable): Decimal {
  if (solve !== 'total' || cost.inScope) return new Decimal(0);
  const items = (cost.classB ?? []).map(({ amount }) => amount);
  const parts = [cost.ownFunded, cost.overLimit, ...items].filter((part) => part !== undefined);
  return parts.reduce((sum, part) => sum.plus(part), new Decimal(0));
}

function put(request: Request, solve: Unknowable, value: Decimal): Request {
  if (solve === 'total') return { ...request, case: { ...request.case, cost: ofTotal(request, value) } };
  const key = `${request.case.setting ?? 'inpatient'}.${solve}`;
  const shape = solve === 'ratio' ? { mode: 'flat', ratio: value } : { mode: 'fixed', amount: value };
  return { ...request, rules: { ...request.rules, [key]: shape, [solve]: shape } };
}

function ofTotal({ case: { cost } }: Request, value: Decimal): Request['case']['cost'] {
  const { classA: _, ...rest } = cost;
  if (cost.seriousIllnessBase) return { seriousIllnessBase: value };
  return cost.inScope ? { ...rest, inScope: value, total: undefined } : { ...rest, total: value };
}
