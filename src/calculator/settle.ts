import type { IsoDate } from '../policy/dates.js';
import { type Decimal, least, toFen, ZERO } from './amount.js';
import { assume, type Books, openBooks, paidSoFar, put, whoseIs } from './books.js';
import { type Plan, planOf, type Request } from './plan.js';
import type { Regions } from './region.js';
import type { Settlement } from './settlement.js';
import { deductible, selfFirst } from './stages/deductible.js';
import { aid, large, seriousIllness, supplement, tiltedAid } from './stages/layers.js';
import { pool } from './stages/pool.js';
import { scope } from './stages/scope.js';
import { work } from './working.js';

/** The order of operations (rule-shapes, section 1). A stage that lacks what it needs says false: the lines end there. */
const ORDER: readonly ((books: Books) => boolean)[] = [
  scope,
  selfFirst,
  deductible,
  pool,
  large,
  seriousIllness,
  aid,
  tiltedAid,
  supplement,
];

/** What is left to do when nothing is paid, and when only the serious-illness base is known. */
const NOTHING = [scope, pool];
const FROM_SERIOUS_ILLNESS = [fromBase, seriousIllness, aid, tiltedAid, supplement];

/**
 * Settles one bill under the rule of its region and day.
 * @param today the civil day it is asked on, `YYYY-MM-DD`: the day of discharge if the case names none
 * @returns lines, sums in yuan to the fen, what was assumed and what is missing; never throws on a request that its schema let through
 */
export function settle(regions: Regions, request: Request, today: IsoDate): Settlement {
  const plan = planOf(regions, request, today);
  const books = openBooks(plan);
  if (!hasCost(request)) plan.missing.unshift({ what: 'cost', key: 'cost' });
  const done = hasCost(request) && orderFor(plan).every((stage) => stage(books));
  return done && plan.missing.length === 0 ? closed(books) : stopped(books);
}

const hasCost = ({ case: { cost } }: Request): boolean => Object.values(cost).some((part) => part !== undefined);

function orderFor({ request, effect }: Plan): typeof ORDER {
  if (request.case.cost.seriousIllnessBase) return FROM_SERIOUS_ILLNESS;
  return effect?.nothing ? NOTHING : ORDER;
}

function fromBase(books: Books): boolean {
  const base = books.plan.request.case.cost.seriousIllnessBase ?? ZERO;
  books.total = base;
  books.inScope = base;
  assume(books, 'paid_from_scope_only');
  if (books.plan.rule('serious_illness')) return true;
  books.plan.missing.push({ what: 'rule', key: 'serious_illness', reason: { key: 'serious_illness', why: 'no_rule' } });
  return false;
}

/** Fund and own share, what the personal account covers of it, and the sums. */
function closed(books: Books): Settlement {
  const total = toFen(books.total);
  const fund = toFen(paidSoFar(books));
  const self = total.minus(fund);
  put(books, 'self', self, () => work.minus(total, fund), 'insured');
  const account = accountPart(books, self);
  const cash = self.minus(account);
  if (account.isPositive() && !account.isZero()) put(books, 'cash', cash, () => work.minus(self, account), 'insured');
  noteReadings(books);
  return {
    ...stopped(books),
    total,
    inScope: toFen(books.inScope),
    pool: toFen(books.pool),
    fund,
    self,
    account,
    cash,
    ratios: { applied: books.applied, home: books.home },
  };
}

function accountPart(books: Books, self: Decimal): Decimal {
  const { accountBalance } = books.plan.request.case;
  if (!accountBalance || accountBalance.isZero()) return ZERO;
  const reading = books.plan.rule('account');
  const outside = reading?.value.covers === 'in_scope' ? books.total.minus(books.inScope) : ZERO;
  const most = self.minus(outside);
  const covered = toFen(least(accountBalance, most.isNegative() ? ZERO : most));
  return put(books, 'account', covered, () => work.least(accountBalance, most), whoseIs(reading), [reading]);
}

/** What the reader must know of the rules used: no ceiling or further layer known, known for a year only, not yet in force. */
function noteReadings(books: Books): void {
  const readings = new Set(books.lines.flatMap((line) => line.from));
  for (const { asOf, upcoming, undated, from } of readings) {
    if (asOf !== undefined) assume(books, 'as_of', asOf);
    if (upcoming) assume(books, 'upcoming', from);
    if (undated) assume(books, 'undated');
  }
  if (books.plan.request.case.region !== undefined && !books.plan.rule('serious_illness')) assume(books, 'no_layers');
}

function stopped({ plan, lines }: Books): Settlement {
  const { region } = plan.request.case;
  const seen = new Set<string>();
  const assumed = plan.assumed.filter(
    ({ code, detail }) => !seen.has(`${code} ${detail}`) && seen.add(`${code} ${detail}`),
  );
  return { ...(region !== undefined && { region }), on: plan.on, lines, assumed, missing: plan.missing };
}
