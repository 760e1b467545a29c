import { type Decimal, toFen, ZERO } from './amount.js';
import type { Plan } from './plan.js';
import type { Reading } from './read.js';
import type { Segments } from './segments.js';
import type { AssumptionCode, Line, Stage, Whose } from './settlement.js';

/** The amounts of a settlement under way, in yuan; each stage fills in its own. */
export type Books = {
  readonly plan: Plan;
  readonly lines: Line[];
  /** Rounds an amount as the pack says: each line to the fen, or nothing before the end. */
  readonly round: (amount: Decimal) => Decimal;
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
  /** What the reduction out of the area took off the pooling fund's payment. */
  reduction: Decimal;
  /** The cost above the point where a ceiling was reached. */
  aboveCeiling: Decimal;
  large: Decimal;
  seriousIllness: Decimal;
  aid: Decimal;
  tiltedAid: Decimal;
  supplement: Decimal;
};

export function openBooks(plan: Plan): Books {
  const atEnd = plan.rule('rounding')?.value === 'end';
  const nothing = {
    total: ZERO,
    classB: ZERO,
    overLimit: ZERO,
    inScope: ZERO,
    selfFirst: ZERO,
    entering: ZERO,
    deductible: ZERO,
    from: ZERO,
    to: ZERO,
    pool: ZERO,
    reduction: ZERO,
    aboveCeiling: ZERO,
    large: ZERO,
    seriousIllness: ZERO,
    aid: ZERO,
    tiltedAid: ZERO,
    supplement: ZERO,
  };
  return { plan, lines: [], round: atEnd ? (amount) => amount : toFen, applied: [], home: [], ...nothing };
}

/** Adds a line and gives its value. */
export function put(
  books: Books,
  id: Stage,
  exact: Decimal,
  working: () => string,
  whose: Whose,
  from: readonly (Reading | undefined)[] = [],
): Decimal {
  const value = books.round(exact);
  books.lines.push({ id, value, working, whose, from: from.filter((reading) => reading !== undefined) });
  return value;
}

export const assume = ({ plan }: Books, code: AssumptionCode, detail?: string): void => {
  plan.assumed.push(detail === undefined ? { code } : { code, detail });
};

/** Whose a line is by the rule it follows: the insured region's, or the caller's. */
export const whoseIs = (reading: Reading | undefined): Whose => (reading?.region === undefined ? 'given' : 'insured');

/** What the fund and the other payers have paid so far. */
export const paidSoFar = (b: Books): Decimal =>
  b.pool.plus(b.large).plus(b.seriousIllness).plus(b.aid).plus(b.tiltedAid).plus(b.supplement);
