import { type Decimal, ZERO } from '../amount.js';
import { assume, type Books, put, whoseIs } from '../books.js';
import type { Cost } from '../case.js';
import { prepayOf } from '../shapes/class-b.js';
import { work } from '../working.js';

/** From the bill to the cost in scope: own-funded, class B prepaid, over limit. False if a prepay is not known. */
export function scope(books: Books): boolean {
  const { cost } = books.plan.request.case;
  if (cost.inScope) return stated(books, cost, cost.inScope);
  const own = cost.ownFunded ?? ZERO;
  books.total = totalOf(cost);
  books.overLimit = cost.overLimit ?? ZERO;
  if (cost.ownFunded) put(books, 'own_funded', own, () => work.given(own), 'care');
  if (!prepaid(books, cost)) return false;
  if (cost.overLimit) put(books, 'over_limit', books.overLimit, () => work.given(books.overLimit), 'care');
  if (isTotalAlone(cost)) assume(books, 'all_in_scope');
  const taken = [own, books.classB, books.overLimit].filter((amount) => amount.isPositive() && !amount.isZero());
  const rest = taken.reduce((left, amount) => left.minus(amount), books.total);
  books.inScope = put(books, 'in_scope', rest, () => work.minus(books.total, ...taken), 'care');
  return true;
}

/** The bill states its cost in scope: it is taken as it is. */
function stated(books: Books, cost: Cost, inScope: Decimal): boolean {
  books.total = cost.total ?? inScope;
  if (cost.total === undefined) assume(books, 'paid_from_scope_only');
  books.inScope = put(books, 'in_scope', inScope, () => work.given(inScope), 'care');
  return true;
}

const isTotalAlone = (cost: Cost): boolean =>
  cost.ownFunded === undefined &&
  cost.classB === undefined &&
  cost.overLimit === undefined &&
  cost.classA === undefined;

/** The whole bill: as stated, or the sum of its parts. */
export function totalOf(cost: Cost): Decimal {
  const items = (cost.classB ?? []).map(({ amount }) => amount);
  const parts = [cost.classA, cost.ownFunded, cost.overLimit, ...items];
  return cost.total ?? parts.reduce<Decimal>((sum, part) => sum.plus(part ?? ZERO), ZERO);
}

function prepaid(books: Books, { classB }: Cost): boolean {
  if (classB === undefined || classB.length === 0) return true;
  const reading = books.plan.rule('class_b');
  const shares = classB.map((item) => item.prepay ?? (reading && prepayOf(reading.value, item.group)));
  const known = shares.filter((share) => share !== undefined);
  if (known.length < classB.length) {
    books.plan.missing.push({ what: 'rule', key: 'class_b', reason: { key: 'class_b', why: 'no_rule' } });
    return false;
  }
  const each = classB.map(({ amount }, i) => books.round(amount.times(known[i] ?? ZERO)));
  const sum = each.reduce((all, part) => all.plus(part), ZERO);
  const read = classB.some(({ prepay }) => prepay === undefined);
  const working = () => work.sum(classB.map(({ amount }, i) => work.times(amount, known[i] ?? ZERO)));
  books.classB = put(books, 'class_b', sum, working, read ? whoseIs(reading) : 'given', read ? [reading] : []);
  return true;
}
