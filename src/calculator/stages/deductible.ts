import { type Decimal, least, ZERO } from '../amount.js';
import { assume, type Books, cited, put, whoseIs } from '../books.js';
import type { Basic } from '../plan.js';
import { type Deductible, deductibleOf } from '../shapes/deductible.js';
import { work } from '../working.js';

/** What is paid first of the cost in scope where the region puts that before the deductible; else nothing yet. */
export function selfFirst(books: Books): boolean {
  const { effect, isAwayKnown } = books.plan;
  if (!isAwayKnown) return false;
  const first = effect.selfFirst;
  books.entering = books.inScope;
  if (!first || first.when === 'after_deductible') return true;
  if (first.when === undefined) assume(books, 'self_first_before');
  payFirst(books, books.inScope, first.share);
  books.entering = books.inScope.minus(books.selfFirst);
  return true;
}

function payFirst(books: Books, base: Decimal, share: Decimal): void {
  const { outOfArea } = books.plan;
  const [whose, from] = [whoseIs(outOfArea), cited(outOfArea)];
  books.selfFirst = put(books, 'self_first', base.times(share), () => work.times(base, share), whose, from);
}

/** The deductible of this admission, never more than the cost it stands against; then what is paid first after it, if so ruled. */
export function deductible(books: Books): boolean {
  const { effect, deductible: basic } = books.plan;
  if (!basic) return false;
  take(books, basic);
  const first = effect.selfFirst;
  if (first?.when === 'after_deductible') payFirst(books, books.entering.minus(books.deductible), first.share);
  return true;
}

function take(books: Books, { rule, reading }: Basic<Deductible>): void {
  const { effect, situation, outOfArea, request } = books.plan;
  const used = request.case.used.deductible ?? ZERO;
  const bill = { total: books.total, inScope: books.inScope };
  const factor = effect.deductibleFactor;
  const whole = books.owed ?? deductibleOf(rule, situation, bill, used, factor);
  const amount = least(whole, books.entering);
  const taken = { amount, whole, used, bill, factor, owed: books.owed };
  const [whose, from] = [whoseIs(reading), cited(reading, factor && outOfArea)];
  books.deductible = put(books, 'deductible', amount, () => work.deductible(rule, situation, taken), whose, from);
}
