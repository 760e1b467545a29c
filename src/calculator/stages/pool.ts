import { atLeastZero, type Decimal, least, ONE, ZERO } from '../amount.js';
import { assume, type Books, put, whoseIs } from '../books.js';
import type { Reading } from '../read.js';
import { payBetween, reachedAt } from '../segments.js';
import { ceilingOf } from '../shapes/layers.js';
import { boundsOf, changed, type Ratio, ratiosOf } from '../shapes/ratio.js';
import { work } from '../working.js';

/** The pooling fund's share above the deductible, by the ratio that holds here, within its ceiling. */
export function pool(books: Books): boolean {
  const { plan } = books;
  const { effect, situation } = plan;
  if (effect?.nothing) return nothing(books);
  const reading = effect?.ratio ? plan.outOfArea : plan.rule(`${situation.setting}.ratio`);
  const rule = effect?.ratio ?? (reading?.value as Ratio | undefined);
  if (!rule || !effect) return false;
  const applied = ratiosOf(rule, situation, effect.changes, effect.order ?? 'after_bonus');
  const home = ratiosOf(rule, situation, [], 'after_bonus');
  if (!applied || !home) return false;
  books.applied = applied;
  books.home = home;
  noteChoices(books, rule);
  const limits = ceilingFor(books);
  stretch(books, rule, limits.cost);
  const exact = payBetween(applied, books.from, books.to);
  books.reduction = books.round(atLeastZero(payBetween(home, books.from, books.to).minus(exact)));
  const wanted = floored(books, exact);
  const most = rated(books, limits.payment);
  const paid = most === undefined ? wanted : least(wanted, most);
  const from = [reading, plan.outOfArea === reading ? undefined : plan.outOfArea];
  books.pool = put(books, 'pool', paid, () => work.pool(books, { rule, wanted, paid }), whoseIs(reading), from);
  aboveCeiling(books, limits, { wanted, paid });
  return true;
}

/** S10: nothing is paid at all, and nothing further looks at the bill. */
function nothing(books: Books): boolean {
  books.pool = put(books, 'pool', ZERO, work.nothing, whoseIs(books.plan.outOfArea), [books.plan.outOfArea]);
  return true;
}

function noteChoices(books: Books, rule: Ratio): void {
  const { changes, order } = books.plan.effect ?? { changes: [], order: undefined };
  const bonus = ['retiree', 'age_points', 'enrolment', 'bonuses'].some((field) => field in rule);
  if (changes.length > 0 && bonus && order === undefined) assume(books, 'after_bonus');
  const clamped = books.home.some(({ ratio }, i) => {
    const free = changed(ratio, changes);
    return free.isNegative() || free.greaterThan(ONE) || (books.applied[i]?.ratio.greaterThan(ONE) ?? false);
  });
  if (clamped) assume(books, 'clamped');
}

type Limits = { readonly cost?: Decimal; readonly payment?: Decimal; readonly reading?: Reading };

/** What is left of the year's ceiling, on cost or on payment. */
function ceilingFor(books: Books): Limits {
  const { plan } = books;
  const { used } = plan.request.case;
  const reading = plan.rule(`${plan.situation.setting}.ceiling`);
  if (!reading) {
    assume(books, 'no_ceiling');
    return {};
  }
  const amount = ceilingOf(reading.value, plan.situation);
  if (amount === undefined) {
    assume(books, 'no_ceiling');
    return {};
  }
  const left = (spent: Decimal | undefined) => atLeastZero(amount.minus(spent ?? ZERO));
  return reading.value.on === 'cost' ? { cost: left(used.inScope), reading } : { payment: left(used.pool), reading };
}

/** Which stretch of the table this bill covers: bounds may count with the deductible, without it, or over the year. */
function stretch(books: Books, rule: Ratio, costLeft: Decimal | undefined): void {
  const { used } = books.plan.request.case;
  const after = books.plan.effect?.selfFirst?.when === 'after_deductible' ? books.selfFirst : ZERO;
  const entering = costLeft === undefined ? books.entering : least(books.entering, costLeft);
  books.entering = entering;
  const paying = atLeastZero(entering.minus(books.deductible).minus(after));
  const bounds = boundsOf(rule);
  const start = bounds === 'excluding_deductible' ? ZERO : books.deductible.plus(after);
  books.from = bounds === 'annual' ? start.plus(used.inScope ?? ZERO) : start;
  books.to = books.from.plus(paying);
}

/** S11: the payment is at least this share of the cost. */
function floored(books: Books, exact: Decimal): Decimal {
  const floor = books.plan.effect?.floor;
  if (!floor) return exact;
  const least = (floor.base === 'total' ? books.total : books.inScope).times(floor.rate);
  return least.greaterThan(exact) ? least : exact;
}

/** R13: the payment is at most this share of the cost; and never above the ceiling. */
function rated(books: Books, payment: Decimal | undefined): Decimal | undefined {
  const rule = books.plan.rule('max_rate');
  if (!rule) return payment;
  const most = (rule.value.base === 'total' ? books.total : books.inScope).times(rule.value.rate);
  return payment === undefined ? most : least(most, payment);
}

/** What a ceiling keeps from the pooling fund; the cost beyond it is where large-amount insurance begins. */
function aboveCeiling(books: Books, limits: Limits, { wanted, paid }: { wanted: Decimal; paid: Decimal }): void {
  const { reading, cost, payment } = limits;
  if (!reading) return;
  if (cost !== undefined) {
    const whole = books.inScope.minus(books.selfFirst);
    books.aboveCeiling = atLeastZero(whole.minus(books.entering));
    if (books.aboveCeiling.isZero()) return;
    put(books, 'ceiling', books.aboveCeiling, () => work.minus(whole, books.entering), whoseIs(reading), [reading]);
  } else if (payment !== undefined && wanted.greaterThan(payment)) {
    const reached = reachedAt(books.applied, books.from, payment);
    books.aboveCeiling = reached === undefined ? ZERO : atLeastZero(books.round(books.to.minus(reached)));
    put(books, 'ceiling', wanted.minus(paid), () => work.minus(books.round(wanted), paid), whoseIs(reading), [reading]);
  }
}
