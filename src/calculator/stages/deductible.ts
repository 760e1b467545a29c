import { type Decimal, least, ZERO } from '../amount.js';
import { assume, type Books, put, whoseIs } from '../books.js';
import type { Reading } from '../read.js';
import { type Deductible, deductibleOf } from '../shapes/deductible.js';
import { work } from '../working.js';

/** What is paid first of the cost in scope where the region puts that before the deductible; else nothing yet. */
export function selfFirst(books: Books): boolean {
  const { effect } = books.plan;
  if (!effect) return false;
  const first = effect.selfFirst;
  books.entering = books.inScope;
  if (!first || first.when === 'after_deductible') return true;
  if (first.when === undefined) assume(books, 'self_first_before');
  payFirst(books, books.inScope, first.share);
  books.entering = books.inScope.minus(books.selfFirst);
  return true;
}

function payFirst(books: Books, base: Decimal, share: Decimal): void {
  const reading = books.plan.outOfArea;
  books.selfFirst = put(books, 'self_first', base.times(share), () => work.times(base, share), whoseIs(reading), [
    reading,
  ]);
}

/** The deductible of this admission, never more than the cost it stands against; then what is paid first after it, if so ruled. */
export function deductible(books: Books): boolean {
  const { plan } = books;
  const { effect, situation } = plan;
  const reading = effect?.deductible ? plan.outOfArea : plan.rule(`${situation.setting}.deductible`);
  const rule = effect?.deductible ?? (reading?.value as Deductible | undefined);
  if (!rule) return false;
  const used = plan.request.case.used.deductible ?? ZERO;
  const bill = { total: books.total, inScope: books.inScope };
  const whole = deductibleOf(rule, situation, bill, used).times(effect?.deductibleFactor ?? 1);
  const amount = least(whole, books.entering);
  const from = effect?.deductibleFactor ? [reading, plan.outOfArea] : [reading];
  const working = () =>
    work.deductible(rule, situation, { amount, whole, used, bill, factor: effect?.deductibleFactor });
  books.deductible = put(books, 'deductible', amount, working, whoseIs(reading), from as Reading[]);
  const first = effect?.selfFirst;
  if (first?.when === 'after_deductible') payFirst(books, books.entering.minus(books.deductible), first.share);
  return true;
}
