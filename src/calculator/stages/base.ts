import { ZERO } from '../amount.js';
import { assume, type Books } from '../books.js';
import { lacking } from '../find.js';
import { lookUp } from '../plan.js';
import { isDefined } from '../read.js';

/** A bill that is given by the base of serious-illness insurance alone: nothing comes before that layer, and it must be held. */
export function fromBase(books: Books): boolean {
  const { plan } = books;
  const base = plan.request.case.cost.seriousIllnessBase ?? ZERO;
  books.total = base;
  books.inScope = base;
  assume(books, 'paid_from_scope_only');
  const found = lookUp(plan, 'serious_illness');
  if (!isDefined(found)) plan.missing.push(lacking(found));
  return plan.missing.length === 0;
}
