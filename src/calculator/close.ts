import { atLeastZero, type Decimal, least, minus, toFen, ZERO } from './amount.js';
import { assume, type Books, cited, put, whoseIs } from './books.js';
import { ruleIn } from './plan.js';
import type { Settlement } from './settlement.js';
import { work } from './working.js';

/** A settlement that could not be finished: the lines up to there, and what is missing. */
export function stopped({ plan, lines }: Books): Settlement {
  return { region: plan.request.case.region, on: plan.on, lines, assumed: plan.assumed, missing: plan.missing };
}

/** Fund and own share, what the personal account covers of it, and the sums. */
export function closed(books: Books): Settlement {
  const { plan, lines } = books;
  const total = toFen(books.total);
  const fund = toFen(books.paid);
  const self = total.minus(fund);
  put(books, 'self', self, () => work.minus(total, fund), 'insured');
  const account = accountPart(books, self);
  const cash = minus(self, account);
  if (!account.isZero()) put(books, 'cash', cash, () => work.minus(self, account), 'insured');
  noteReadings(books);
  return {
    region: plan.request.case.region,
    on: plan.on,
    lines,
    total,
    inScope: toFen(books.inScope),
    pool: toFen(books.pool),
    fund,
    self,
    account,
    cash,
    ratios: { applied: books.applied, home: books.home },
    assumed: plan.assumed,
    missing: plan.missing,
  };
}

function accountPart(books: Books, self: Decimal): Decimal {
  const { accountBalance } = books.plan.request.case;
  if (!accountBalance || accountBalance.isZero()) return ZERO;
  const reading = ruleIn(books.plan, 'account');
  const outside = reading?.value.covers === 'in_scope' ? books.total.minus(books.inScope) : ZERO;
  const most = atLeastZero(self.minus(outside));
  const covered = toFen(least(accountBalance, most));
  return put(books, 'account', covered, () => work.least(accountBalance, most), whoseIs(reading), cited(reading));
}

/** What the reader must know of the rules used: known for a year only, not yet in force, undated. */
function noteReadings(books: Books): void {
  for (const { from: readings } of books.lines) {
    for (const { asOf, upcoming, undated, from } of readings) {
      if (asOf !== undefined) assume(books, 'as_of', asOf);
      if (upcoming) assume(books, 'upcoming', from);
      if (undated) assume(books, 'undated');
    }
  }
}
