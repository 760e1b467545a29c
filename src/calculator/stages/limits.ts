import { atLeastZero, type Decimal, least } from '../amount.js';
import { assume, type Books, optional } from '../books.js';
import type { Reading } from '../read.js';
import { CARE_KEY } from '../rules.js';
import { type Ceiling, ceilingOf } from '../shapes/ceiling.js';

/** What bounds the pooling fund's payment, in yuan: the year's ceiling, on cost or on payment, and the most it may pay of a bill. */
export type Limits = {
  /** What is left of a ceiling on cost. */
  readonly cost?: Decimal;
  /** What is left of a ceiling on payment. */
  readonly payment?: Decimal;
  readonly ceiling?: Reading;
  /** The most that is paid of this bill, by its cost. */
  readonly rate?: Decimal;
  readonly rateBy?: Reading;
};

/** The limits that hold for this bill; undefined if something nobody has told would decide them. */
export function limitsOf(books: Books): Limits | undefined {
  const ceiling = ceilingFor(books);
  const rate = ceiling && rateFor(books);
  return rate && { ...ceiling, ...rate };
}

function ceilingFor(books: Books): Limits | undefined {
  const { plan } = books;
  const key = CARE_KEY[plan.situation.setting].ceiling;
  const reading = optional(books, key);
  if (reading === null) return undefined;
  const amount = reading && ceilingOf(reading.value, plan.situation);
  if (reading && amount === undefined && plan.situation.enrolledMonths === undefined) {
    plan.missing.push({ what: 'situation', key, need: 'enrolledMonths' });
    return undefined;
  }
  if (!reading || amount === undefined) {
    assume(books, 'no_ceiling');
    return {};
  }
  return left(books, reading.value, amount, reading);
}

/** What the year's earlier bills have left of a ceiling. */
function left({ plan }: Books, { on }: Ceiling, amount: Decimal, ceiling: Reading): Limits {
  const { used } = plan.request.case;
  const spent = on === 'cost' ? used.inScope : used.pool;
  return { [on]: spent === undefined ? amount : atLeastZero(amount.minus(spent)), ceiling };
}

/** R13: the payment is at most this share of the cost. */
function rateFor(books: Books): Limits | undefined {
  const rateBy = optional(books, 'max_rate');
  if (!rateBy) return rateBy === null ? undefined : {};
  const { base, rate } = rateBy.value;
  return { rate: (base === 'total' ? books.total : books.inScope).times(rate), rateBy };
}

/** The lower of the ceiling on payment and the most by cost; undefined: neither bounds the payment. */
export const mostOf = ({ payment, rate }: Limits): Decimal | undefined =>
  payment && rate ? least(payment, rate) : (payment ?? rate);
