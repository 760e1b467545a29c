import type { IsoDate } from '../policy/dates.js';
import { type Decimal, ZERO } from './amount.js';
import { type Difference, PRINTABLE, type Printable, type Printed, type Why } from './difference.js';
import { MISTAKES, type Mistake } from './mistakes.js';
import { planOf, type Request, ruleIn } from './plan.js';
import type { Regions } from './region.js';
import { type Key, keyFor } from './rules.js';
import { settle } from './settle.js';
import { type Settlement, STAGES } from './settlement.js';
import type { OutOfArea } from './shapes/out-of-area.js';
import type { Right } from './slips.js';

/**
 * Holds a sheet's printed figures against ours, in the order of the stages. `tolerance` in yuan: 0.05 for real bills, which round
 * each part, 0 for teaching examples. Figures that we cannot settle are still held against each other.
 * @returns undefined if all agree
 */
export function reconcile(
  regions: Regions,
  request: Request,
  today: IsoDate,
  printed: Printed,
  tolerance: Decimal,
): Difference | undefined {
  const settlement = settle(regions, request, today);
  const ours = figuresOf(settlement);
  for (const id of PRINTABLE) {
    const figure = printed[id];
    const own = ours.get(id);
    if (figure === undefined) continue;
    if (own !== undefined && isApart(own, figure, tolerance)) {
      return explained({ id, ours: own, printed: figure }, { regions, request, today, settlement, tolerance });
    }
    const sum = own === undefined ? sumOf(id, printed) : undefined;
    if (sum && isApart(sum.value, figure, tolerance)) {
      return { id, ours: sum.value, printed: figure, step: id, why: { code: 'does_not_add_up', parts: sum.parts } };
    }
  }
  return undefined;
}

const isApart = (a: Decimal, b: Decimal, tolerance: Decimal): boolean => a.minus(b).abs().greaterThan(tolerance);

function figuresOf(settlement: Settlement): ReadonlyMap<Printable, Decimal> {
  const { total, fund, self, account, cash, inScope } = settlement;
  const sums = { total, fund, self, account, cash, in_scope: inScope };
  const known = Object.entries(sums).flatMap(([id, value]) =>
    value === undefined ? [] : [[id as Printable, value] as const],
  );
  const stages = fund === undefined ? [] : STAGES.map((id) => [id, ZERO] as const);
  return new Map([...stages, ...settlement.lines.map(({ id, value }) => [id, value] as const), ...known]);
}

type Parts = { readonly plus: readonly Printable[]; readonly minus: readonly Printable[] };

/** How the figures of a sheet hang together: each is the sum of the first parts, less the second. */
const SUMS: Readonly<Partial<Record<Printable, Parts>>> = {
  in_scope: { plus: ['total'], minus: ['own_funded', 'class_b', 'over_limit'] },
  fund: { plus: ['pool', 'large', 'serious_illness', 'aid', 'tilted_aid', 'supplement'], minus: [] },
  self: { plus: ['total'], minus: ['fund'] },
  cash: { plus: ['self'], minus: ['account'] },
};

/** What a figure should be by the other figures of the sheet; undefined if too few of them are printed. */
function sumOf(id: Printable, printed: Printed): { value: Decimal; parts: Printable[] } | undefined {
  const rule = SUMS[id];
  const known = (parts: readonly Printable[] | undefined) => parts?.filter((part) => printed[part] !== undefined) ?? [];
  const [plus, minus] = [known(rule?.plus), known(rule?.minus)];
  if (plus.length === 0 || plus.length + minus.length < 2) return undefined;
  const add = (parts: readonly Printable[]) => parts.reduce((sum, part) => sum.plus(printed[part] ?? ZERO), ZERO);
  return { value: add(plus).minus(add(minus)), parts: [...plus, ...minus] };
}

type Found = Pick<Difference, 'id' | 'ours' | 'printed'>;
type Context = {
  readonly regions: Regions;
  readonly request: Request;
  readonly today: IsoDate;
  readonly settlement: Settlement;
  readonly tolerance: Decimal;
};

function explained(found: Found, context: Context): Difference {
  const mistakes = slipsFor(found, context);
  const [first] = mistakes;
  if (first)
    return { ...found, step: first.step, why: { code: 'mistakes', mistakes: mistakes.map(({ code }) => code) } };
  return { ...found, step: found.id, why: implied(found, context.settlement) };
}

/** One known slip, or two together, that give the printed figure. */
function slipsFor(found: Found, context: Context): readonly Mistake[] {
  const right = rightOf(context);
  const gives = (mistakes: readonly Mistake[]) => {
    const value = withSlips(mistakes, found.id, right, context);
    return value !== undefined && !isApart(value, found.printed, context.tolerance);
  };
  const singles = MISTAKES.map((mistake) => [mistake]);
  const pairs = MISTAKES.flatMap((a, i) => MISTAKES.slice(i + 1).map((b) => [a, b]));
  return [...singles, ...pairs].find(gives) ?? [];
}

function withSlips(
  mistakes: readonly Mistake[],
  id: Printable,
  right: Right,
  { regions, request, today }: Context,
): Decimal | undefined {
  let slipped: Request | undefined = request;
  for (const { apply } of mistakes) slipped = slipped && apply(slipped, right);
  if (!slipped) return undefined;
  const value = figuresOf(settle(regions, slipped, today)).get(id);
  const less = mistakes.reduce((sum, mistake) => sum.plus(mistake.less?.(right) ?? ZERO), ZERO);
  return id === 'self' || id === 'cash' ? value?.plus(less) : value?.minus(less);
}

function rightOf({ regions, request, today, settlement }: Context): Right {
  const plan = planOf(regions, request, today);
  return {
    settlement,
    deductible: settlement.lines.find(({ id }) => id === 'deductible')?.value ?? ZERO,
    outOfArea: plan.outOfArea?.value as OutOfArea | undefined,
    rule: (key) => ruleIn(plan, keyFor(key, plan.situation.setting) as Key)?.value,
  };
}

/** What the printed payment would mean: the ratio on our base, and the base at our ratio. */
function implied({ id, printed }: Found, { ratios, lines }: Settlement): Why {
  const applied = ratios?.applied[0]?.ratio;
  const scope = lines.find((line) => line.id === 'in_scope')?.value;
  const deductible = lines.find((line) => line.id === 'deductible')?.value ?? ZERO;
  const base = scope?.minus(deductible);
  const isPayment = id === 'pool' || id === 'fund';
  if (!isPayment || !applied || applied.isZero() || !base || base.isZero() || ratios?.applied.length !== 1)
    return { code: 'differs' };
  return { code: 'implied', ratio: printed.dividedBy(base), base: printed.dividedBy(applied) };
}
