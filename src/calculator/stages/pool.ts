import { atLeastZero, type Decimal, least, plus, ZERO } from '../amount.js';
import { assume, type Books, cited, pay, put, round, whoseIs } from '../books.js';
import type { Basic } from '../plan.js';
import { CARE_KEY } from '../rules.js';
import { endOf, payBetween, reachedAt } from '../segments.js';
import { boundsOf, hasBonus, isClamped, limited, type Ratio, ratiosOf } from '../shapes/ratio.js';
import { work } from '../working.js';
import { type Limits, limitsOf, mostOf } from './limits.js';

/** The pooling fund's share above the deductible, by the ratio that holds here, within its ceiling. */
export function pool(books: Books): boolean {
  const { effect, ratio, outOfArea } = books.plan;
  if (effect.nothing) return nothing(books);
  const limits = limitsOf(books);
  if (!ratio || !limits) return false;
  setRatios(books, ratio.rule);
  stretch(books, ratio.rule, limits.cost?.most);
  const exact = payBetween(books.applied, books.from, books.to);
  const wanted = floored(books, exact);
  const most = mostOf(limits);
  const end = endOf(books.applied);
  if (end?.lessThan(books.to) && !most?.lessThanOrEqualTo(wanted)) return beyondTable(books, ratio, end);
  const sums = { exact, wanted, paid: most === undefined ? wanted : least(wanted, most) };
  const from = cited(ratio.reading, outOfArea === ratio.reading ? undefined : outOfArea, limits.rate?.by);
  books.pool = pay(books, 'pool', sums.paid, () => work.pool(books, sums), from);
  aboveCeiling(books, limits, sums);
  return true;
}

/** S10: nothing is paid at all, and nothing further looks at the bill. */
function nothing(books: Books): boolean {
  pay(books, 'pool', ZERO, work.nothing, cited(books.plan.outOfArea));
  return true;
}

/** The ratios that are applied, and those at home. */
function setRatios(books: Books, rule: Ratio): void {
  const { effect, situation } = books.plan;
  const { changes, order } = effect;
  const free = ratiosOf(rule, situation, changes, order);
  books.home = limited(rule, ratiosOf(rule, situation));
  books.applied = limited(rule, free);
  if (changes.length > 0 && order === undefined && hasBonus(rule)) assume(books, 'after_bonus');
  if (isClamped(rule, free)) assume(books, 'clamped');
}

/** A table that ends is known up to there and no further: a larger cost is not paid less, its ratio is missing. */
function beyondTable({ plan }: Books, { reading }: Basic<Ratio>, amount: Decimal): false {
  const key = reading?.key ?? CARE_KEY[plan.situation.setting].ratio;
  plan.missing.push({ what: 'rule', key, reason: { key, why: 'beyond_table', amount } });
  return false;
}

/** Which stretch of the table this bill covers: bounds may count with the deductible, without it, or over the year. */
function stretch(books: Books, rule: Ratio, costLeft: Decimal | undefined): void {
  const { used } = books.plan.request.case;
  const after = books.plan.effect.selfFirst?.when === 'after_deductible';
  const first = after ? books.deductible.plus(books.selfFirst) : books.deductible;
  if (costLeft?.lessThan(books.entering)) {
    books.aboveCeiling = books.entering.minus(costLeft);
    books.entering = costLeft;
  }
  const bounds = boundsOf(rule);
  const start = bounds === 'excluding_deductible' ? ZERO : first;
  books.from = bounds === 'annual' ? plus(start, used.inScope ?? ZERO) : start;
  books.to = plus(books.from, atLeastZero(books.entering.minus(first)));
}

/** S11: the payment is at least this share of the cost. */
function floored(books: Books, exact: Decimal): Decimal {
  const floor = books.plan.effect.floor;
  if (!floor) return exact;
  const lowest = (floor.base === 'total' ? books.total : books.inScope).times(floor.rate);
  return lowest.greaterThan(exact) ? lowest : exact;
}

type Sums = { readonly wanted: Decimal; readonly paid: Decimal };

/** What a ceiling keeps from the pooling fund; the cost beyond it is where large-amount insurance begins. */
function aboveCeiling(books: Books, { cost, payment }: Limits, { wanted, paid }: Sums): void {
  if (payment && paid === payment.most) {
    const reached = reachedAt(books.applied, books.from, paid) ?? books.to;
    books.aboveCeiling = atLeastZero(round(books, books.to.minus(reached)));
    const kept = () => work.minus(round(books, wanted), paid);
    put(books, 'ceiling', wanted.minus(paid), kept, whoseIs(payment.by), [payment.by]);
  } else if (cost && !books.aboveCeiling.isZero()) {
    const { aboveCeiling: above, entering } = books;
    put(books, 'ceiling', above, () => work.minus(above.plus(entering), entering), whoseIs(cost.by), [cost.by]);
  }
}
