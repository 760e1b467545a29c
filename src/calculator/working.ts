import { type Decimal, ONE, toFen, ZERO } from './amount.js';
import type { Books } from './books.js';
import type { Segments } from './segments.js';
import type { Bill, Deductible } from './shapes/deductible.js';
import { type Paying, payLayer } from './shapes/layers.js';
import { type Change, changed } from './shapes/ratio.js';
import type { Situation } from './situation.js';
import { words } from './wording.js';

/** Money as people write it in a sum: no trailing zeros. */
export const plain = (amount: Decimal): string => toFen(amount).toFixed();

/** A fraction as people write it: 85%, 88.8%. */
export const percent = (ratio: Decimal): string => `${ratio.times(100).toDecimalPlaces(10).toFixed()}%`;

const minus = (first: Decimal, ...rest: readonly Decimal[]): string => [first, ...rest].map(plain).join(' − ');
const times = (amount: Decimal, share: Decimal): string => `${plain(amount)} × ${percent(share)}`;
const sum = (parts: readonly string[]): string => parts.join(' + ');
const bracket = (text: string): string => (text.includes(' ') ? `(${text})` : text);

/** How a person would write each sum. */
export const work = {
  given: plain,
  minus,
  times,
  sum,
  nothing: (): string => words.nothingPaid,
  least: (a: Decimal, b: Decimal): string => words.lesser(plain(a), plain(b)),
  deductible,
  pool,
  layer,
};

type Taken = {
  readonly amount: Decimal;
  readonly whole: Decimal;
  readonly used: Decimal;
  readonly bill: Bill;
  readonly factor: Decimal | undefined;
  readonly owed: Decimal | undefined;
};

function deductible(rule: Deductible, situation: Situation, taken: Taken): string {
  const { amount, whole } = taken;
  const parts = taken.owed ? [words.restOfStay(plain(whole))] : ownParts(rule, situation, taken);
  if (amount.lessThan(whole)) parts.push(words.notAboveCost(plain(whole)));
  return parts.join('，') || plain(amount);
}

/** How the rule comes to its amount: by the number of the admission, once a year, or as a share. */
function ownParts(rule: Deductible, situation: Situation, { whole, used, bill, factor }: Taken): string[] {
  const parts: string[] = [];
  const share = shareIn(rule, bill);
  if (share) parts.push(times(share.of, share.share));
  if (rule.mode === 'later' || rule.mode === 'by_admission' || rule.mode === 'stepped')
    parts.push(words.admission(situation.admission ?? 1));
  if (rule.mode === 'yearly') parts.push(used.isZero() ? words.onceAYear : words.alreadyPaid(plain(used)));
  if (factor) parts.push(words.timesFactor(factor.toFixed()));
  if (
    share &&
    !share.of
      .times(share.share)
      .times(factor ?? ONE)
      .equals(whole)
  )
    parts.push(words.comesTo(plain(whole)));
  return parts;
}

function shareIn(rule: Deductible, bill: Bill): { readonly of: Decimal; readonly share: Decimal } | undefined {
  if (rule.mode === 'wage_share') return { of: rule.wage, share: rule.share };
  if (rule.mode !== 'share_of_bill') return undefined;
  return { of: rule.base === 'total' ? bill.total : bill.inScope, share: rule.share };
}

type Paid = { readonly exact: Decimal; readonly wanted: Decimal; readonly paid: Decimal };

function pool(books: Books, { exact, wanted, paid }: Paid): string {
  const text = books.applied.length === 1 ? flat(books) : bySegments(books.applied, books.from, books.to);
  const isRaised = wanted.greaterThan(exact);
  const isCut = paid.lessThan(wanted);
  return [
    isRaised || isCut ? `${text} = ${plain(exact)}` : text,
    ...(isRaised ? [words.atLeast(plain(wanted))] : []),
    ...(isCut ? [words.onlyUpTo(plain(paid))] : []),
  ].join('，');
}

function flat(books: Books): string {
  const { effect } = books.plan;
  const after = effect.selfFirst?.when === 'after_deductible' ? [books.selfFirst] : [];
  const taken = [books.deductible, ...after].filter((amount) => !amount.isZero());
  const isWhole = taken.reduce((left, amount) => left.minus(amount), books.entering).equals(books.to.minus(books.from));
  const base = isWhole ? minus(books.entering, ...taken) : plain(books.to.minus(books.from));
  const [home, applied] = [books.home[0]?.ratio ?? ZERO, books.applied[0]?.ratio ?? ZERO];
  return `${bracket(base)} × ${ratioText(home, applied, effect.changes)}`;
}

/** (80% − 20%), (90% × 0.8): how the ratio at home became the one applied; the result alone where one such step does not tell it. */
function ratioText(home: Decimal, applied: Decimal, changes: readonly Change[]): string {
  const [only] = changes;
  if (only === undefined || changes.length > 1 || !changed(home, changes).equals(applied)) return percent(applied);
  return 'points' in only
    ? `(${percent(home)} − ${only.points.toFixed()}%)`
    : `(${percent(home)} × ${only.factor.toFixed()})`;
}

function bySegments(segments: Segments, low: Decimal, high: Decimal): string {
  let from = low;
  const parts: string[] = [];
  for (const { to, ratio } of segments) {
    const end = to === null || to.greaterThan(high) ? high : to;
    if (!end.greaterThan(from)) continue;
    parts.push(`${from.isZero() ? plain(end) : `(${minus(end, from)})`} × ${percent(ratio)}`);
    from = end;
  }
  return parts.length === 0 ? words.belowDeductible : sum(parts);
}

function layer(rule: Paying, base: Decimal, before: Decimal, paid: Decimal): string {
  const { start = ZERO, ratio, segments, basis } = rule;
  const amount = before.plus(base);
  if (amount.lessThanOrEqualTo(start)) return words.belowStart(plain(amount), plain(start));
  const low = before.greaterThan(start) ? before : start;
  const shift = basis === 'excess' ? start : ZERO;
  const text = segments
    ? bySegments(segments, low.minus(shift), amount.minus(shift))
    : `${bracket(low.isZero() ? plain(amount) : minus(amount, low))} × ${percent(ratio ?? ZERO)}`;
  const uncapped = payLayer({ ...rule, cap: undefined }, base, before);
  return paid.lessThan(uncapped) ? `${text} = ${plain(uncapped)}，${words.onlyUpTo(plain(paid))}` : text;
}
