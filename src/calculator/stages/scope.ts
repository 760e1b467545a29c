import { type Decimal, plus, ZERO } from '../amount.js';
import { assume, type Books, cited, put, round, whoseIs } from '../books.js';
import type { Cost } from '../case.js';
import { lacking } from '../find.js';
import { lookUp } from '../plan.js';
import { isDefined, type NotDefined, type Reading } from '../read.js';
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
  const taken = [own, books.classB, books.overLimit].filter((amount) => !amount.isZero());
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
  return cost.total ?? partsOf(cost).reduce((sum, part) => sum.plus(part), ZERO);
}

/** The amounts of a bill's parts. */
export function partsOf({ classA, ownFunded, overLimit, classB }: Cost): Decimal[] {
  const items = classB?.map(({ amount }) => amount) ?? [];
  return [classA, ownFunded, overLimit, ...items].filter((part) => part !== undefined);
}

function prepaid(books: Books, { classB = [] }: Cost): boolean {
  if (classB.length === 0) return true;
  const found = classB.some(({ prepay }) => prepay === undefined) ? lookUp(books.plan, 'class_b') : undefined;
  const reading = found && isDefined(found) ? found : undefined;
  const shares: Decimal[] = [];
  let sum = ZERO;
  for (const { amount, prepay, group } of classB) {
    const share = prepay ?? (reading && prepayOf(reading.value, group));
    if (share === undefined) return unknownPrepay(books, found);
    shares.push(share);
    sum = plus(sum, round(books, amount.times(share)));
  }
  books.classB = put(books, 'class_b', sum, () => work.sum(each(classB, shares)), whoseIs(reading), cited(reading));
  return true;
}

const each = (items: NonNullable<Cost['classB']>, shares: readonly Decimal[]): string[] =>
  items.map(({ amount }, i) => work.times(amount, shares[i] ?? ZERO));

/** The rule cannot be read, or says nothing of a group of items. */
function unknownPrepay({ plan }: Books, found: Reading<'class_b'> | NotDefined | undefined): false {
  const silent: NotDefined = { key: 'class_b', why: 'no_rule' };
  plan.missing.push(lacking(found && !isDefined(found) ? found : silent));
  return false;
}
