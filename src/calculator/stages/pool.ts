import { atLeastZero, type Decimal, least, plus, ZERO } from '../amount.js';
import { assume, type Books, pay, put, round, whoseIs } from '../books.js';
import type { Reading } from '../read.js';
import { CARE_KEY } from '../rules.js';
import { endOf, payBetween, reachedAt } from '../segments.js';
import { boundsOf, hasBonus, isClamped, limited, type Ratio, ratiosOf } from '../shapes/ratio.js';
import { work } from '../working.js';
import { type Limits, limitsOf, mostOf } from './limits.js';

/** The pooling fund's share above the deductible, by the ratio that holds here, within its ceiling. */
export function pool(books: Books): boolean {
  const { effect, ratio } = books.plan;
  if (effect?.nothing) return nothing(books);
  const limits = limitsOf(books);
  if (!ratio || !limits || !setRatios(books, ratio.rule)) return false;
  stretch(books, ratio.rule, limits.cost);
  const exact = payBetween(books.applied, books.from, books.to);
  const wanted = floored(books, exact);
  const most = mostOf(limits);
  if (isBeyondTable(books) && !most?.lessThanOrEqualTo(wanted)) return beyondTable(books, ratio.reading);
  const paid = most === undefined ? wanted : least(wanted, most);
  const sums = { exact, wanted, paid };
  books.pool = pay(books, 'pool', paid, () => work.pool(books, sums), readings(books, limits));
  aboveCeiling(books, limits, sums);
  return true;
}

/** S10: nothing is paid at all, and nothing further looks at the bill. */
function nothing(books: Books): boolean {
  const { outOfArea } = books.plan;
  pay(books, 'pool', ZERO, work.nothing, outOfArea ? [outOfArea] : []);
  return true;
}

type Sums = { readonly wanted: Decimal; readonly paid: Decimal };

function readings({ plan: { ratio, outOfArea } }: Books, { rateBy }: Limits): Reading[] {
  const from = [ratio?.reading, outOfArea === ratio?.reading ? undefined : outOfArea, rateBy];
  return from.filter((reading) => reading !== undefined);
}

/** The ratios that are applied, and those at home. */
function setRatios(books: Books, rule: Ratio): boolean {
  const { effect, situation } = books.plan;
  const { changes, order } = effect ?? { changes: [], order: undefined };
  const home = ratiosOf(rule, situation, [], 'after_bonus');
  const free = changes.length === 0 ? home : ratiosOf(rule, situation, changes, order ?? 'after_bonus');
  if (!home || !free) return false;
  books.home = limited(rule, home);
  books.applied = free === home ? books.home : limited(rule, free);
  if (changes.length > 0 && order === undefined && hasBonus(rule)) assume(books, 'after_bonus');
  if (books.applied !== free && isClamped(rule, free)) assume(books, 'clamped');
  return true;
}

const isBeyondTable = ({ applied, to }: Books): boolean => endOf(applied)?.lessThan(to) ?? false;

/** A table that ends is known up to there and no further: a larger cost is not paid less, its ratio is missing. */
function beyondTable({ plan, applied }: Books, reading: Reading | undefined): false {
  const key = reading?.key ?? CARE_KEY[plan.situation.setting].ratio;
  plan.missing.push({ what: 'rule', key, reason: { key, why: 'beyond_table', amount: endOf(applied) ?? ZERO } });
  return false;
}

/** Which stretch of the table this bill covers: bounds may count with the deductible, without it, or over the year. */
function stretch(books: Books, rule: Ratio, costLeft: Decimal | undefined): void {
  const { used } = books.plan.request.case;
  const after = books.plan.effect?.selfFirst?.when === 'after_deductible';
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
  const floor = books.plan.effect?.floor;
  if (!floor) return exact;
  const lowest = (floor.base === 'total' ? books.total : books.inScope).times(floor.rate);
  return lowest.greaterThan(exact) ? lowest : exact;
}

/** What a ceiling keeps from the pooling fund; the cost beyond it is where large-amount insurance begins. */
function aboveCeiling(books: Books, { ceiling, payment }: Limits, { wanted, paid }: Sums): void {
  if (!ceiling) return;
  if (payment && paid === payment && paid !== wanted) {
    const reached = reachedAt(books.applied, books.from, payment) ?? books.to;
    books.aboveCeiling = atLeastZero(round(books, books.to.minus(reached)));
    const kept = () => work.minus(round(books, wanted), payment);
    put(books, 'ceiling', wanted.minus(payment), kept, whoseIs(ceiling), [ceiling]);
  } else if (!books.aboveCeiling.isZero()) {
    const { aboveCeiling: above, entering } = books;
    put(books, 'ceiling', above, () => work.minus(above.plus(entering), entering), whoseIs(ceiling), [ceiling]);
  }
}
