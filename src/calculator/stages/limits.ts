import { atLeastZero, type Decimal, least } from '../amount.js';
import { assume, type Books, optional } from '../books.js';
import type { Reading } from '../read.js';
import { CARE_KEY } from '../rules.js';
import { ceilingOf } from '../shapes/ceiling.js';

/** The most, in yuan, that a rule leaves for this bill. */
type Limit = { readonly most: Decimal; readonly by: Reading };

/** What bounds the pooling fund's payment: the year's ceiling, on cost or on payment, and the most it may pay of a bill. */
export type Limits = { readonly cost?: Limit; readonly payment?: Limit; readonly rate?: Limit };

/** The limits that hold for this bill; undefined if something nobody has told would decide them. */
export function limitsOf(books: Books): Limits | undefined {
  const ceiling = ceilingFor(books);
  const rate = ceiling && rateFor(books);
  return rate && { ...ceiling, ...rate };
}

/** What the year's earlier bills have left of the ceiling. */
function ceilingFor(books: Books): Limits | undefined {
  const { situation, request, missing } = books.plan;
  const { used } = request.case;
  const key = CARE_KEY[situation.setting].ceiling;
  const by = optional(books, key);
  if (by === null) return undefined;
  if (by && 'by_months' in by.value && situation.enrolledMonths === undefined) {
    missing.push({ what: 'situation', key, need: 'enrolledMonths' });
    return undefined;
  }
  const amount = by && ceilingOf(by.value, situation);
  if (!amount) {
    assume(books, 'no_ceiling');
    return {};
  }
  const spent = by.value.on === 'cost' ? used.inScope : used.pool;
  return { [by.value.on]: { most: spent === undefined ? amount : atLeastZero(amount.minus(spent)), by } };
}

/** R13: the payment is at most this share of the cost. */
function rateFor(books: Books): Limits | undefined {
  const by = optional(books, 'max_rate');
  if (!by) return by === null ? undefined : {};
  const { base, rate } = by.value;
  return { rate: { most: (base === 'total' ? books.total : books.inScope).times(rate), by } };
}

/** The lower of the ceiling on payment and the most by cost; undefined: neither bounds the payment. */
export const mostOf = ({ payment, rate }: Limits): Decimal | undefined =>
  payment && rate ? least(payment.most, rate.most) : (payment ?? rate)?.most;
