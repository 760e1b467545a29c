import { type Decimal, ONE, ZERO } from './amount.js';
import type { Books } from './books.js';
import type { Segments } from './segments.js';
import type { Bill, Deductible } from './shapes/deductible.js';
import type { Change, Ratio } from './shapes/ratio.js';
import type { Situation } from './situation.js';
import { words } from './wording.js';

/** Money as people write it in a sum: no trailing zeros. */
export const plain = (amount: Decimal): string => amount.toDecimalPlaces(2).toFixed();

/** A fraction as people write it: 85%, 88.8%. */
export const percent = (ratio: Decimal): string => `${ratio.times(100).toDecimalPlaces(4).toFixed()}%`;

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
};

function deductible(rule: Deductible, situation: Situation, { amount, whole, used, bill, factor }: Taken): string {
  const base = { total: bill.total, in_scope: bill.inScope };
  const own = {
    fixed: () => '',
    later: () => admissionOf(situation),
    by_admission: () => admissionOf(situation),
    stepped: () => admissionOf(situation),
    yearly: () => (used.isZero() ? words.onceAYear : words.alreadyPaid(plain(used))),
    wage_share: () => (rule.mode === 'wage_share' ? times(rule.wage, rule.share) : ''),
    share_of_bill: () => (rule.mode === 'share_of_bill' ? times(base[rule.base], rule.share) : ''),
  }[rule.mode]();
  const parts = [own, factor === undefined ? '' : words.timesFactor(plain(factor))];
  if (amount.lessThan(whole)) parts.push(words.notAboveCost(plain(whole)));
  return parts.filter((part) => part !== '').join('，') || plain(amount);
}

const admissionOf = ({ admission = 1 }: Situation): string => words.admission(admission);

type Paid = { readonly rule: Ratio; readonly wanted: Decimal; readonly paid: Decimal };

function pool(books: Books, { wanted, paid }: Paid): string {
  const text = isFlat(books.applied) ? flat(books) : bySegments(books.applied, books.from, books.to);
  if (paid.lessThan(wanted)) return `${text} = ${plain(wanted)}，${words.onlyUpTo(plain(paid))}`;
  return text;
}

const isFlat = (segments: Segments): boolean => segments.length === 1;

function flat(books: Books): string {
  const { effect } = books.plan;
  const after = effect?.selfFirst?.when === 'after_deductible' ? [books.selfFirst] : [];
  const taken = [books.deductible, ...after].filter((amount) => !amount.isZero());
  const before = books.entering;
  const home = books.home[0]?.ratio ?? ZERO;
  return `${bracket(minus(before, ...taken))} × ${ratio(home, books.applied[0]?.ratio ?? ZERO, effect?.changes ?? [])}`;
}

/** 80% − 20%, 90% × 0.8: how the ratio at home became the one applied. */
export function ratio(home: Decimal, applied: Decimal, changes: readonly Change[]): string {
  const [only] = changes;
  if (only === undefined || changes.length > 1) return percent(applied);
  const text =
    'points' in only
      ? `${percent(home)} − ${percent(only.points.dividedBy(100))}`
      : `${percent(home)} × ${plain(only.factor)}`;
  return `(${text})`;
}

function bySegments(segments: Segments, low: Decimal, high: Decimal): string {
  let from = ZERO;
  const parts: string[] = [];
  for (const { to, ratio: share } of segments) {
    const start = from.greaterThan(low) ? from : low;
    const end = to === null || to.greaterThan(high) ? high : to;
    if (end.greaterThan(start))
      parts.push(`${start.isZero() ? plain(end) : `(${minus(end, start)})`} × ${percent(share)}`);
    if (to === null) break;
    from = to;
  }
  return parts.length === 0 ? words.belowDeductible : sum(parts);
}

type Paying = {
  readonly start?: Decimal | undefined;
  readonly ratio?: Decimal | undefined;
  readonly segments?: Segments | undefined;
  readonly basis?: 'absolute' | 'excess' | undefined;
  readonly cap?: Decimal | undefined;
};

function layer(
  { start = ZERO, ratio: share, segments, basis }: Paying,
  base: Decimal,
  before: Decimal,
  paid: Decimal,
): string {
  const amount = before.plus(base);
  if (amount.lessThanOrEqualTo(start)) return words.belowStart(plain(amount), plain(start));
  const low = before.greaterThan(start) ? before : start;
  const text = segments
    ? basis === 'absolute'
      ? bySegments(segments, low, amount)
      : bySegments(segments, low.minus(start), amount.minus(start))
    : `${bracket(low.isZero() ? plain(amount) : minus(amount, low))} × ${percent(share ?? ONE)}`;
  return text + (paid.isZero() ? `，${words.onlyUpTo(plain(paid))}` : '');
}
