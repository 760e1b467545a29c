import { atLeastZero, type Decimal, least, ZERO } from '../amount.js';
import { assume, type Books, paidSoFar, put, whoseIs } from '../books.js';
import type { Reading } from '../read.js';
import { mapRatios } from '../segments.js';
import { type Layer, payLayer, type SeriousIllness, seriousFor } from '../shapes/layers.js';
import { changed } from '../shapes/ratio.js';
import { work } from '../working.js';

/** C4. Above the pooling fund's ceiling: on the cost beyond the point where it was reached. */
export function large(books: Books): boolean {
  const reading = books.plan.rule('large');
  if (!reading || books.aboveCeiling.isZero()) return true;
  const rule = reading.value;
  const used = books.plan.request.case.used;
  const changes = rule.reduce === 'as_pool' ? (books.plan.effect?.changes ?? []) : [];
  const reduced = (ratio: Decimal) => atLeastZero(changed(ratio, changes));
  const paying = {
    ...(rule.ratio && { ratio: reduced(rule.ratio) }),
    ...(rule.segments && { segments: mapRatios(rule.segments, reduced), basis: rule.basis }),
  };
  const caps = [
    rule.cap && atLeastZero(rule.cap.minus(used.large ?? ZERO)),
    rule.total_cap &&
      atLeastZero(
        rule.total_cap
          .minus(used.pool ?? ZERO)
          .minus(used.large ?? ZERO)
          .minus(books.pool),
      ),
  ].filter((cap) => cap !== undefined);
  const exact = payLayer(paying, books.aboveCeiling, ZERO);
  const paid = caps.reduce(least, exact);
  books.large = put(books, 'large', paid, () => work.layer(paying, books.aboveCeiling, ZERO, paid), whoseIs(reading), [
    reading,
  ]);
  return true;
}

/** C5–C8. On the own cost left in scope, by its own start and table. */
export function seriousIllness(books: Books): boolean {
  const { plan } = books;
  const reading = plan.rule('serious_illness');
  if (!reading) return true;
  const start = plan.request.case.cost.seriousIllnessBase;
  const base = start ?? seriousBase(books, reading.value);
  const rule = seriousFor(reading.value, plan.situation, plan.effect?.changes ?? []);
  if (reading.value.poor && plan.situation.poor === undefined) assume(books, 'not_poor');
  const before = plan.request.case.used.seriousIllnessBase ?? ZERO;
  const paid = payLayer(rule, base, before);
  books.seriousIllness = put(
    books,
    'serious_illness',
    paid,
    () => work.layer(rule, base, before, paid),
    whoseIs(reading),
    [reading],
  );
  return true;
}

function seriousBase(books: Books, { counts = {} }: SeriousIllness): Decimal {
  const parts = [
    { amount: books.classB, counts: counts.class_b ?? false, said: counts.class_b, inside: false },
    { amount: books.overLimit, counts: counts.over_limit ?? false, said: counts.over_limit, inside: false },
    { amount: books.selfFirst, counts: counts.self_first ?? true, said: counts.self_first, inside: true },
    { amount: books.reduction, counts: counts.reduction ?? true, said: counts.reduction, inside: true },
  ];
  const left = books.inScope.minus(books.pool).minus(books.large);
  if (parts.some(({ amount, said }) => said === undefined && !amount.isZero())) assume(books, 'counts_unsaid');
  const base = parts.reduce((sum, part) => {
    if (part.inside === part.counts) return sum;
    return part.inside ? sum.minus(part.amount) : sum.plus(part.amount);
  }, left);
  return atLeastZero(base);
}

/** C9, C10, C11, C13. Aid, tilted aid and supplements, each on what the one before left. */
export const aid = (books: Books): boolean => further(books, 'aid');
export const tiltedAid = (books: Books): boolean => further(books, 'tilted_aid');
export const supplement = (books: Books): boolean => further(books, 'supplement');

const FIELD = { aid: 'aid', tilted_aid: 'tiltedAid', supplement: 'supplement' } as const;

function further(books: Books, id: keyof typeof FIELD): boolean {
  const reading = books.plan.rule(id) as (Reading & { readonly value: Layer }) | undefined;
  if (!reading) return true;
  const rule = reading.value;
  const whole = rule.base === 'self' ? books.total : books.inScope;
  const base = atLeastZero(whole.minus(paidSoFar(books)));
  const before = id === 'aid' ? (books.plan.request.case.used.aid ?? ZERO) : ZERO;
  const paid = payLayer(rule, base, before);
  books[FIELD[id]] = put(books, id, paid, () => work.layer(rule, base, before, paid), whoseIs(reading), [reading]);
  return true;
}
