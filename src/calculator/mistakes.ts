import { Decimal, ZERO } from './amount.js';
import type { Cost } from './case.js';
import type { Request } from './plan.js';
import type { Settlement, Stage } from './settlement.js';
import { prepayOf } from './shapes/class-b.js';
import type { Ceiling } from './shapes/layers.js';
import type { OutOfArea } from './shapes/out-of-area.js';
import type { Bounds, Ratio } from './shapes/ratio.js';

/** Slips met in published examples and at counters, each as another way of settling the same bill. */
export type Mistake = {
  readonly code: MistakeCode;
  /** The stage that is done wrongly. */
  readonly step: Stage;
  /** The bill as it is settled with this slip; undefined where there is nothing to slip on. */
  readonly apply: (request: Request, right: Right) => Request | undefined;
  /** What the slip takes off the payment afterwards, in yuan. */
  readonly less?: (right: Right) => Decimal;
};

export type MistakeCode =
  | 'deductible_after_ratio'
  | 'deductible_ignored'
  | 'prepay_ignored'
  | 'prepay_after_deductible'
  | 'own_funded_ignored'
  | 'over_limit_ignored'
  | 'reduction_ignored'
  | 'points_as_factor'
  | 'factor_as_points'
  | 'self_first_after_deductible'
  | 'self_first_as_points'
  | 'ceiling_ignored'
  | 'ceiling_on_payment'
  | 'ceiling_on_cost'
  | 'bounds_including'
  | 'bounds_excluding'
  | 'layer_absolute'
  | 'layer_excess';

/** The bill settled rightly, and the rules that were read for it. */
export type Right = {
  readonly settlement: Settlement;
  readonly deductible: Decimal;
  readonly outOfArea: OutOfArea | undefined;
  readonly rule: (key: string) => unknown;
};

const withRule = (request: Request, key: string, value: unknown): Request => ({
  ...request,
  rules: { ...request.rules, [key]: value },
});

const withCost = (request: Request, change: (cost: Cost) => Cost): Request => ({
  ...request,
  case: { ...request.case, cost: change(request.case.cost) },
});

const settingOf = ({ case: { setting } }: Request): string => setting ?? 'inpatient';
const noDeductible = (request: Request) =>
  withRule(request, `${settingOf(request)}.deductible`, { mode: 'fixed', amount: ZERO });
const outOfArea = (request: Request, value: OutOfArea) => withRule(request, `${settingOf(request)}.out_of_area`, value);

const withoutPrepay = (request: Request): Request | undefined =>
  request.case.cost.classB &&
  withCost(request, (cost) => ({ ...cost, classB: cost.classB?.map((item) => ({ ...item, prepay: ZERO })) }));

function otherBasis(request: Request, { rule }: Right, from: 'absolute' | 'excess'): Request | undefined {
  const found = rule('serious_illness') as { basis?: string } | undefined;
  const to = from === 'absolute' ? 'excess' : 'absolute';
  return found?.basis === from ? withRule(request, 'serious_illness', { ...found, basis: to }) : undefined;
}

function otherCeiling(request: Request, { rule }: Right, from: Ceiling['on']): Request | undefined {
  const found = rule('ceiling') as Ceiling | undefined;
  const on = from === 'cost' ? 'payment' : 'cost';
  return found?.on === from ? withRule(request, `${settingOf(request)}.ceiling`, { ...found, on }) : undefined;
}

function otherBounds(request: Request, { rule }: Right, from: Bounds): Request | undefined {
  const found = rule('ratio') as Ratio | undefined;
  const bounds = from === 'excluding_deductible' ? 'including_deductible' : 'excluding_deductible';
  const isFrom = found?.mode === 'segments' && found.bounds === from;
  return isFrom ? withRule(request, `${settingOf(request)}.ratio`, { ...found, bounds }) : undefined;
}

/** All class B prepays of the bill, as a share of the whole cost in scope and prepaid. */
function prepaidShare({ case: { cost } }: Request, { settlement, rule }: Right): Decimal | undefined {
  const prepaid = settlement.lines.find(({ id }) => id === 'class_b')?.value;
  const found = rule('class_b');
  const known = cost.classB?.every(
    ({ prepay, group }) => prepay ?? (found ? prepayOf(found as never, group) : undefined),
  );
  const whole = prepaid && settlement.inScope?.plus(prepaid);
  return known && whole && !whole.isZero() ? prepaid.dividedBy(whole) : undefined;
}

/** In the order they are tried: what happens most often first. */
export const MISTAKES: readonly Mistake[] = [
  {
    code: 'deductible_after_ratio',
    step: 'deductible',
    apply: (request, { deductible }) => (deductible.isZero() ? undefined : noDeductible(request)),
    less: ({ deductible }) => deductible,
  },
  {
    code: 'deductible_ignored',
    step: 'deductible',
    apply: (request, { deductible }) => (deductible.isZero() ? undefined : noDeductible(request)),
  },
  { code: 'prepay_ignored', step: 'class_b', apply: withoutPrepay },
  {
    code: 'prepay_after_deductible',
    step: 'class_b',
    apply: (request, right) => {
      const share = prepaidShare(request, right);
      const whole = withoutPrepay(request);
      return share && whole && outOfArea(whole, { mode: 'self_first', share, when: 'after_deductible' });
    },
  },
  {
    code: 'own_funded_ignored',
    step: 'own_funded',
    apply: (request) =>
      request.case.cost.ownFunded && request.case.cost.total
        ? withCost(request, ({ ownFunded: _, ...cost }) => cost)
        : undefined,
  },
  {
    code: 'over_limit_ignored',
    step: 'over_limit',
    apply: (request) =>
      request.case.cost.overLimit && request.case.cost.total
        ? withCost(request, ({ overLimit: _, ...cost }) => cost)
        : undefined,
  },
  {
    code: 'points_as_factor',
    step: 'pool',
    apply: (request, { outOfArea: rule }) =>
      rule?.mode === 'points'
        ? outOfArea(request, { mode: 'factor', factor: new Decimal(1).minus(rule.points.dividedBy(100)) })
        : undefined,
  },
  {
    code: 'factor_as_points',
    step: 'pool',
    apply: (request, { outOfArea: rule }) =>
      rule?.mode === 'factor'
        ? outOfArea(request, { mode: 'points', points: new Decimal(1).minus(rule.factor).times(100) })
        : undefined,
  },
  {
    code: 'self_first_after_deductible',
    step: 'self_first',
    apply: (request, { outOfArea: rule }) =>
      rule?.mode === 'self_first' && rule.when !== 'after_deductible'
        ? outOfArea(request, { ...rule, when: 'after_deductible' })
        : undefined,
  },
  {
    code: 'self_first_as_points',
    step: 'self_first',
    apply: (request, { outOfArea: rule }) =>
      rule?.mode === 'self_first' ? outOfArea(request, { mode: 'points', points: rule.share.times(100) }) : undefined,
  },
  {
    code: 'reduction_ignored',
    step: 'pool',
    apply: (request, { outOfArea: rule }) =>
      rule && rule.mode !== 'same' ? outOfArea(request, { mode: 'same' }) : undefined,
  },
  {
    code: 'ceiling_ignored',
    step: 'ceiling',
    apply: (request, { settlement }) =>
      settlement.lines.some(({ id }) => id === 'ceiling')
        ? withRule(request, `${settingOf(request)}.ceiling`, { on: 'payment', amount: new Decimal(1e9) })
        : undefined,
  },
  { code: 'ceiling_on_payment', step: 'ceiling', apply: (request, right) => otherCeiling(request, right, 'cost') },
  { code: 'ceiling_on_cost', step: 'ceiling', apply: (request, right) => otherCeiling(request, right, 'payment') },
  {
    code: 'bounds_including',
    step: 'pool',
    apply: (request, right) => otherBounds(request, right, 'excluding_deductible'),
  },
  {
    code: 'bounds_excluding',
    step: 'pool',
    apply: (request, right) => otherBounds(request, right, 'including_deductible'),
  },
  { code: 'layer_absolute', step: 'serious_illness', apply: (request, right) => otherBasis(request, right, 'excess') },
  { code: 'layer_excess', step: 'serious_illness', apply: (request, right) => otherBasis(request, right, 'absolute') },
];
