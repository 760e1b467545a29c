import { atLeastZero, type Decimal, least, minus, ZERO } from '../amount.js';
import { assume, type Books, optional, pay, round } from '../books.js';
import type { Reading } from '../read.js';
import { mapRatios, payBetween } from '../segments.js';
import { beyondEnd, type Large, type Paying, payLayer, type SeriousIllness, seriousFor } from '../shapes/layers.js';
import { changed } from '../shapes/ratio.js';
import { work } from '../working.js';

/** C4. Above the pooling fund's ceiling: on the cost beyond the point where it was reached. */
export function large(books: Books): boolean {
  if (books.aboveCeiling.isZero()) return true;
  const reading = optional(books, 'large');
  if (!reading) return reading === undefined;
  const base = books.aboveCeiling;
  const paying = reducedLarge(books, reading.value);
  const caps = leftOfLarge(books, reading.value);
  const cap = caps.length === 0 ? undefined : caps.reduce(least);
  const paidBefore = books.paid;
  if (!payBy(books, 'large', reading, { ...paying, cap }, base)) return false;
  books.large = books.paid.minus(paidBefore);
  return true;
}

/** Adds what a layer pays; false if the base lies beyond the end of its table, and no cap was reached before. */
function payBy(
  books: Books,
  id: Payer,
  reading: Reading,
  rule: Paying,
  base: Decimal,
  before: Decimal = ZERO,
): boolean {
  const paid = payLayer(rule, base, before);
  const end = beyondEnd(rule, before.plus(base));
  if (end && !paid.lessThan(payLayer({ ...rule, cap: undefined }, base, before))) {
    books.plan.missing.push({ what: 'rule', key: id, reason: { key: id, why: 'beyond_table', amount: end } });
    return false;
  }
  pay(books, id, paid, () => work.layer(rule, base, before, paid), [reading]);
  return true;
}

type Payer = 'large' | 'serious_illness' | 'aid' | 'tilted_aid' | 'supplement';

function reducedLarge({ plan }: Books, rule: Large): Paying {
  const changes = rule.reduce === 'as_pool' ? plan.effect.changes : [];
  const reduced = (ratio: Decimal) => atLeastZero(changed(ratio, changes));
  return rule.segments
    ? { segments: mapRatios(rule.segments, reduced), basis: rule.basis }
    : { ratio: rule.ratio && reduced(rule.ratio) };
}

/** What the year's earlier bills have left of the caps of this layer, and of it and the pooling fund together. */
function leftOfLarge({ plan, pool }: Books, { cap, total_cap: together }: Large): Decimal[] {
  const { large: used = ZERO, pool: usedPool = ZERO } = plan.request.case.used;
  const left = [cap?.minus(used), together?.minus(used).minus(usedPool).minus(pool)];
  return left.flatMap((amount) => (amount ? atLeastZero(amount) : []));
}

/** C5–C8. On the own cost left in scope, by its own start and table. */
export function seriousIllness(books: Books): boolean {
  const { plan } = books;
  const reading = optional(books, 'serious_illness');
  if (!reading) return withoutLayers(books, reading);
  const base = plan.request.case.cost.seriousIllnessBase ?? seriousBase(books, reading.value);
  const rule = seriousFor(reading.value, plan.situation, plan.effect.changes);
  if (reading.value.poor && plan.situation.poor === undefined) assume(books, 'not_poor');
  const before = plan.request.case.used.seriousIllnessBase ?? ZERO;
  return payBy(books, 'serious_illness', reading, rule, base, before);
}

/** No serious-illness insurance is held of the region: told, unless it hangs on something nobody has told. */
function withoutLayers(books: Books, reading: null | undefined): boolean {
  if (reading === null) return false;
  if (books.plan.request.case.region !== undefined) assume(books, 'no_layers');
  return true;
}

/** What is left of the cost in scope, with or without the own parts that count by the rule. */
function seriousBase(books: Books, { counts = {} }: SeriousIllness): Decimal {
  const { classB, overLimit, selfFirst } = books;
  let base = minus(minus(books.inScope, books.pool), books.large);
  if (counts.class_b) base = base.plus(classB);
  if (counts.over_limit) base = base.plus(overLimit);
  if (counts.self_first === false) base = base.minus(selfFirst);
  if (counts.reduction === false) base = base.minus(reductionOf(books));
  const isOpen =
    (counts.class_b === undefined && !classB.isZero()) ||
    (counts.over_limit === undefined && !overLimit.isZero()) ||
    (counts.self_first === undefined && !selfFirst.isZero()) ||
    (counts.reduction === undefined && books.plan.effect.changes.length > 0);
  if (isOpen) assume(books, 'counts_unsaid');
  return atLeastZero(base);
}

/** What the reduction out of the area took off the pooling fund's payment. */
function reductionOf(books: Books): Decimal {
  const { applied, home, from, to } = books;
  return round(books, atLeastZero(payBetween(home, from, to).minus(payBetween(applied, from, to))));
}

/** C9, C10, C11, C13. Aid, tilted aid and supplements, each on what the one before left. */
export const aid = (books: Books): boolean => further(books, 'aid');
export const tiltedAid = (books: Books): boolean => further(books, 'tilted_aid');
export const supplement = (books: Books): boolean => further(books, 'supplement');

function further(books: Books, id: 'aid' | 'tilted_aid' | 'supplement'): boolean {
  const reading = optional(books, id);
  if (!reading) return reading === undefined;
  const rule = reading.value;
  const base = atLeastZero((rule.base === 'self' ? books.total : books.inScope).minus(books.paid));
  const before = id === 'aid' ? (books.plan.request.case.used.aid ?? ZERO) : ZERO;
  return payBy(books, id, reading, rule, base, before);
}
