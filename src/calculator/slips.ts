import { Decimal, MOST_YUAN, ONE, ZERO } from './amount.js';
import type { Request } from './plan.js';
import { CARE_KEY } from './rules.js';
import type { Settlement } from './settlement.js';
import type { Ceiling } from './shapes/ceiling.js';
import type { SeriousIllness } from './shapes/layers.js';
import type { OutOfArea } from './shapes/out-of-area.js';
import type { Bounds, Ratio } from './shapes/ratio.js';
import { totalOf } from './stages/scope.js';

/** The bill settled rightly, and the rules that were read for it. */
export type Right = {
  readonly settlement: Settlement;
  readonly deductible: Decimal;
  readonly outOfArea: OutOfArea | undefined;
  readonly rule: (key: string) => unknown;
};

/** A slip: the bill as it is settled with it; undefined where there is nothing to slip on. */
export type Slip = (request: Request, right: Right) => Request | undefined;

const withRule = (request: Request, key: string, value: unknown): Request => ({
  ...request,
  rules: { ...request.rules, [key]: value },
});

const keysOf = ({ case: { setting } }: Request) => CARE_KEY[setting ?? 'inpatient'];

/** The same bill with another rule for where one is treated. */
export const withOutOfArea = (request: Request, rule: OutOfArea): Request =>
  withRule(request, keysOf(request)[request.case.filing === 'at_home' ? 'return_visit' : 'out_of_area'], rule);

export const withoutDeductible: Slip = (request, { deductible }) =>
  deductible.isZero() ? undefined : withRule(request, keysOf(request).deductible, { mode: 'fixed', amount: ZERO });

export const withoutCeiling: Slip = (request) =>
  withRule(request, keysOf(request).ceiling, { on: 'payment', amount: new Decimal(MOST_YUAN) });

export const withoutPrepay: Slip = (request) => {
  const { cost } = request.case;
  const classB = cost.classB?.map((item) => ({ ...item, prepay: ZERO }));
  return classB && { ...request, case: { ...request.case, cost: { ...cost, classB } } };
};

/** A part of the bill that is taken to be in scope. */
export const asInScope =
  (part: 'ownFunded' | 'overLimit'): Slip =>
  (request) => {
    const { cost } = request.case;
    const paidToo = { ...cost, total: totalOf(cost), [part]: undefined };
    return cost[part] && { ...request, case: { ...request.case, cost: paidToo } };
  };

/** Class B items prepaid out of what is left after the deductible: their prepay as a share of the whole cost in scope. */
export const prepayAfterDeductible: Slip = (request, right) => {
  const prepaid = right.settlement.lines.find(({ id }) => id === 'class_b')?.value;
  const whole = prepaid && right.settlement.inScope?.plus(prepaid);
  const free = withoutPrepay(request, right);
  if (!free || !whole || whole.isZero()) return undefined;
  const first = { mode: 'self_first', share: prepaid.dividedBy(whole), when: 'after_deductible' } as const;
  const { outOfArea: rule } = right;
  const others = rule?.mode === 'combined' ? rule.parts : rule ? [rule] : [];
  return withOutOfArea(free, { mode: 'combined', parts: [...others, first] });
};

/** A ceiling, bounds or basis of the other kind than the rule's `from`. */
export const otherCeiling =
  (from: Ceiling['on']): Slip =>
  (request, { rule }) => {
    const found = rule('ceiling') as Ceiling | undefined;
    const on = from === 'cost' ? 'payment' : 'cost';
    return found?.on === from ? withRule(request, keysOf(request).ceiling, { ...found, on }) : undefined;
  };

export const otherBounds =
  (from: Bounds): Slip =>
  (request, { rule }) => {
    const found = rule('ratio') as Ratio | undefined;
    const bounds = from === 'excluding_deductible' ? 'including_deductible' : 'excluding_deductible';
    const isFrom = found?.mode === 'segments' && found.bounds === from;
    return isFrom ? withRule(request, keysOf(request).ratio, { ...found, bounds }) : undefined;
  };

export const otherBasis =
  (from: 'absolute' | 'excess'): Slip =>
  (request, { rule }) => {
    const found = rule('serious_illness') as SeriousIllness | undefined;
    const basis = from === 'absolute' ? 'excess' : 'absolute';
    return found?.basis === from ? withRule(request, 'serious_illness', { ...found, basis }) : undefined;
  };

/** The reduction out of the area in another shape than the rule's. */
export const pointsAsFactor: Slip = (request, { outOfArea: rule }) =>
  rule?.mode === 'points'
    ? withOutOfArea(request, { mode: 'factor', factor: ONE.minus(rule.points.dividedBy(100)) })
    : undefined;

export const factorAsPoints: Slip = (request, { outOfArea: rule }) =>
  rule?.mode === 'factor'
    ? withOutOfArea(request, { mode: 'points', points: ONE.minus(rule.factor).times(100) })
    : undefined;

export const selfFirstAfter: Slip = (request, { outOfArea: rule }) =>
  rule?.mode === 'self_first' ? withOutOfArea(request, { ...rule, when: 'after_deductible' }) : undefined;

export const selfFirstAsPoints: Slip = (request, { outOfArea: rule }) =>
  rule?.mode === 'self_first' ? withOutOfArea(request, { mode: 'points', points: rule.share.times(100) }) : undefined;

export const withoutReduction: Slip = (request, { outOfArea: rule }) =>
  rule && withOutOfArea(request, { mode: 'same' });
