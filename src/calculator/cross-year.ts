import type { IsoDate } from '../policy/dates.js';
import { atLeastZero, Decimal, toFen, ZERO } from './amount.js';
import type { Case, Cost } from './case.js';
import type { Request } from './plan.js';
import type { Reading } from './read.js';
import { type Assumption, type Line, type Settlement, STAGES } from './settlement.js';
import { partsOf } from './stages/scope.js';
import { words } from './wording.js';

type CrossYear = NonNullable<Case['crossYear']>;

/** Settles one part of a stay; `owed` yuan: what is left of the deductible of the stay. */
export type SettlePart = (part: Request, owed?: Decimal) => Settlement;

/**
 * A stay over New Year by the region's rule. As a whole it belongs to the year of discharge; split by days, each part is settled
 * by its own year's rules and on what that year's earlier bills have used up, and the lines of both are added.
 */
export function acrossYears(
  request: Request,
  crossYear: CrossYear,
  { value: rule }: Reading<'cross_year'>,
  on: IsoDate,
  settlePart: SettlePart,
): Settlement {
  const { crossYear: _, ...stay } = request.case;
  if (rule.mode === 'whole') return settlePart({ ...request, case: { ...stay, used: crossYear.usedAfter } });
  const [before, after] = split(stay, crossYear, on);
  const first = settlePart({ ...request, case: before });
  const owed = rule.deductible === 'once' ? owedAfter(request, stay, before, first, settlePart) : undefined;
  const left = stay.accountBalance?.minus(first.account ?? ZERO);
  const second = settlePart({ ...request, case: { ...after, accountBalance: left } }, owed);
  return added(first, second);
}

type Stay = Omit<Case, 'crossYear'>;

/** The two parts of a stay: the cost by days, to the fen, the rest to the second; the second is its year's first admission. */
function split(stay: Stay, { daysBefore, daysAfter, usedAfter }: CrossYear, on: IsoDate): [Stay, Stay] {
  const share = new Decimal(daysBefore).dividedBy(daysBefore + daysAfter);
  const first = partOf(stay.cost, (amount) => toFen(amount.times(share)));
  const second = partOf(stay.cost, (amount) => amount.minus(toFen(amount.times(share))));
  return [
    { ...stay, on: `${Number(on.slice(0, 4)) - 1}-12-31`, stayDays: daysBefore, cost: first },
    { ...stay, on, stayDays: daysAfter, cost: second, used: usedAfter, admission: 1, unapproved: 0 },
  ];
}

/** A part of each amount of a bill; the total is that of its parts, so that no fen is lost between them. */
function partOf(cost: Cost, take: (amount: Decimal) => Decimal): Cost {
  const of = (amount: Decimal | undefined) => amount && take(amount);
  const part: Cost = {
    classA: of(cost.classA),
    ownFunded: of(cost.ownFunded),
    classB: cost.classB?.map((item) => ({ ...item, amount: take(item.amount) })),
    overLimit: of(cost.overLimit),
    inScope: of(cost.inScope),
    seriousIllnessBase: of(cost.seriousIllnessBase),
  };
  return cost.total ? { ...part, total: sum(known(part)).plus(take(cost.total.minus(sum(known(cost))))) } : part;
}

const known = (cost: Cost): Decimal[] => (cost.inScope ? [cost.inScope] : partsOf(cost));
const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((all, amount) => all.plus(amount), ZERO);

/** What the first part has left of the deductible that the whole stay would have paid. */
function owedAfter(request: Request, stay: Stay, before: Stay, first: Settlement, settlePart: SettlePart): Decimal {
  const whole = settlePart({ ...request, case: { ...before, cost: stay.cost } });
  return atLeastZero(deductibleIn(whole).minus(deductibleIn(first)));
}

const deductibleIn = ({ lines }: Settlement): Decimal => lines.find(({ id }) => id === 'deductible')?.value ?? ZERO;

/** Two settlements as one. Where either stops, the lines end with the last that both have come to. */
function added(first: Settlement, second: Settlement): Settlement {
  const missing = [
    ...first.missing,
    ...second.missing.filter((item) => !first.missing.some((m) => m.key === item.key)),
  ];
  const lines = linesOf(first, second);
  const assumed = distinct([...first.assumed, ...second.assumed]);
  const { region, on } = second;
  if (missing.length > 0) return { region, on, lines: lines.slice(0, reached(lines, first, second)), assumed, missing };
  return { region, on, lines, ...sumsOf(first, second), assumed, missing };
}

const SUMS = ['total', 'inScope', 'pool', 'fund', 'self', 'account', 'cash'] as const;

const sumsOf = (first: Settlement, second: Settlement) =>
  Object.fromEntries(SUMS.map((name) => [name, (first[name] ?? ZERO).plus(second[name] ?? ZERO)]));

function linesOf(first: Settlement, second: Settlement): Line[] {
  return STAGES.flatMap((id) => {
    const [a, b] = [first, second].map(({ lines }) => lines.find((line) => line.id === id));
    return a && b ? [joined(a, b)] : [a ?? b].filter((line) => line !== undefined);
  });
}

const joined = (a: Line, b: Line): Line => ({
  ...a,
  value: a.value.plus(b.value),
  working: () => words.acrossYears(a.working(), b.working()),
  from: [...new Set([...a.from, ...b.from])],
});

/** How many of the joined lines stand up to the stage that both parts came to. */
function reached(lines: readonly Line[], ...parts: readonly Settlement[]): number {
  const last = (part: Settlement) => Math.max(-1, ...part.lines.map(({ id }) => STAGES.indexOf(id)));
  const end = Math.min(...parts.map(last));
  return lines.filter(({ id }) => STAGES.indexOf(id) <= end).length;
}

function distinct(assumed: readonly Assumption[]): Assumption[] {
  const seen = new Map(assumed.map((one) => [`${one.code} ${one.detail}`, one]));
  return [...seen.values()];
}
