import { type Decimal, plus, toFen, ZERO } from './amount.js';
import { lacking } from './find.js';
import { lookUp, type Plan, ruleIn } from './plan.js';
import { isDefined, type Reading } from './read.js';
import type { Key } from './rules.js';
import type { Segments } from './segments.js';
import type { AssumptionCode, Line, Stage, Whose } from './settlement.js';

/** The amounts of a settlement under way, in yuan; each stage fills in its own. */
export type Books = {
  readonly plan: Plan;
  readonly lines: Line[];
  /** What is left of the deductible of the stay, if part of it was settled before. */
  readonly owed: Decimal | undefined;
  /** When the pack rounds: each line to the fen, or nothing before the end; undefined: it does not say. */
  readonly rounding: 'line' | 'end' | undefined;
  total: Decimal;
  classB: Decimal;
  overLimit: Decimal;
  inScope: Decimal;
  selfFirst: Decimal;
  /** The cost in scope that the pooling fund looks at: after what is paid first, within a ceiling on cost. */
  entering: Decimal;
  deductible: Decimal;
  applied: Segments;
  home: Segments;
  /** The stretch of the ratio's table that this bill covers. */
  from: Decimal;
  to: Decimal;
  pool: Decimal;
  /** The cost above the point where a ceiling was reached. */
  aboveCeiling: Decimal;
  large: Decimal;
  /** What the fund and the other payers have paid so far. */
  paid: Decimal;
};

/** Opens the books of a plan; `owed` yuan: what is left of the deductible, if part of the stay was settled before. */
export function openBooks(plan: Plan, owed?: Decimal): Books {
  return {
    plan,
    lines: [],
    owed,
    rounding: ruleIn(plan, 'rounding')?.value,
    total: ZERO,
    classB: ZERO,
    overLimit: ZERO,
    inScope: ZERO,
    selfFirst: ZERO,
    entering: ZERO,
    deductible: ZERO,
    applied: [],
    home: [],
    from: ZERO,
    to: ZERO,
    pool: ZERO,
    aboveCeiling: ZERO,
    large: ZERO,
    paid: ZERO,
  };
}

/** An amount as the pack rounds it on the way; that each line is rounded is told where no rule says so. */
export function round(books: Books, exact: Decimal): Decimal {
  if (books.rounding === 'end') return exact;
  const value = toFen(exact);
  if (books.rounding === undefined && value !== exact) assume(books, 'rounded_by_line');
  return value;
}

/** Adds a line and gives its value. */
export function put(
  books: Books,
  id: Stage,
  exact: Decimal,
  working: () => string,
  whose: Whose,
  from: readonly Reading[] = [],
): Decimal {
  const value = round(books, exact);
  books.lines.push({ id, value, working, whose, from });
  return value;
}

/** Adds the line of a payer. */
export function pay(books: Books, id: Stage, exact: Decimal, working: () => string, from: readonly Reading[]): Decimal {
  const value = put(books, id, exact, working, whoseIs(from[0]), from);
  books.paid = plus(books.paid, value);
  return value;
}

/** The rules a line rests on, of those that were looked at. */
export const cited = (...readings: readonly (Reading | undefined)[]): Reading[] =>
  readings.filter((reading) => reading !== undefined);

/** Notes what is taken to be so, once. */
export function assume({ plan: { assumed } }: Books, code: AssumptionCode, detail?: string): void {
  if (assumed.some((one) => one.code === code && one.detail === detail)) return;
  assumed.push({ code, detail });
}

/** Whose a line is by the rule it follows: the insured region's, or the caller's. */
export const whoseIs = (reading: Reading | undefined): Whose => (reading?.region === undefined ? 'given' : 'insured');

/** A rule that may or may not be held; null if it hangs on something nobody has told, which is then missing. */
export function optional<K extends Key>({ plan }: Books, key: K): Reading<K> | null | undefined {
  const found = lookUp(plan, key);
  if (isDefined(found)) return found;
  if (found.why !== 'needs') return undefined;
  plan.missing.push(lacking(found));
  return null;
}
