import { Decimal } from 'decimal.js';
import { type IsoDate, isIsoDate } from '../policy/dates.js';
import { isWithin, poolOf } from '../policy/region.js';
import { type Condition, referencesOf, type SlotClause, type Test } from './condition.js';
import { isDecimal, isRegionCode, UNKNOWN } from './values.js';

/** What a walk knows at some point: the answers it passed and what was computed from them, and the day. */
export type Known = { readonly today: IsoDate; readonly slots: ReadonlyMap<string, string> };

type IsOpen = (slot: string) => boolean;

/**
 * True if a condition holds; an absent one always does. A test of a slot without an answer is false (so that `not` makes it
 * true), and so is a comparison with an answer that is no amount, day or region (such as `unknown`).
 */
export const holds = (when: Condition | undefined, known: Known): boolean => met(when ?? [], known, () => false, false);

/** True if a condition holds or may still come to hold, once the slots that are open are answered. */
export const mayHold = (when: Condition | undefined, known: Known, isOpen: IsOpen): boolean =>
  met(when ?? [], known, isOpen, true);

/** True if a condition holds whatever is answered to the slots that are open. */
export const mustHold = (when: Condition | undefined, known: Known, isOpen: IsOpen): boolean =>
  met(when ?? [], known, isOpen, false);

/** `guess`: what a test of an open slot counts as; below a `not` it is turned round, so that doubt stays doubt. */
function met(condition: Condition, known: Known, isOpen: IsOpen, guess: boolean): boolean {
  return condition.every((clause) => {
    if ('any' in clause) return clause.any.some((one) => met(one, known, isOpen, guess));
    if ('not' in clause) return !met(clause.not, known, isOpen, !guess);
    return isOpenClause(clause, isOpen) ? guess : passes(clause.test, known.slots.get(clause.slot), known);
  });
}

const isOpenClause = ({ slot, test }: SlotClause, isOpen: IsOpen): boolean =>
  isOpen(slot) || referencesOf(test).some(isOpen);

/** True if an answer passes all checks of a test. */
export function passes(test: Test, value: string | undefined, known: Known): boolean {
  if (value === undefined) return test.answered === false;
  if (test.answered === false) return false;
  if (test.unknown !== undefined && test.unknown !== (value === UNKNOWN)) return false;
  if (test.oneOf && !test.oneOf.includes(value)) return false;
  if (test.within && !test.within.some((place) => isInside(value, place, known))) return false;
  return (
    AMOUNTS.every(([check, fits]) =>
      fitsOrder(test[check], fits, (operand) => orderOfAmounts(value, operand, known)),
    ) && DAYS.every(([check, fits]) => fitsOrder(test[check], fits, (operand) => orderOfDays(value, operand, known)))
  );
}

type Fits = (order: number) => boolean;

const AMOUNTS: readonly ['gte' | 'gt' | 'lte' | 'lt', Fits][] = [
  ['gte', (order) => order >= 0],
  ['gt', (order) => order > 0],
  ['lte', (order) => order <= 0],
  ['lt', (order) => order < 0],
];

const DAYS: readonly ['from' | 'after' | 'until' | 'before', Fits][] = [
  ['from', (order) => order >= 0],
  ['after', (order) => order > 0],
  ['until', (order) => order <= 0],
  ['before', (order) => order < 0],
];

function fitsOrder(operand: string | undefined, fits: Fits, orderTo: (operand: string) => number | undefined): boolean {
  if (operand === undefined) return true;
  const order = orderTo(operand);
  return order !== undefined && fits(order);
}

const meant = (operand: string, { slots, today }: Known): string | undefined => {
  if (!operand.startsWith('$')) return operand;
  return operand === '$today' ? today : slots.get(operand.slice(1));
};

function orderOfAmounts(value: string, operand: string, known: Known): number | undefined {
  const other = meant(operand, known);
  if (other === undefined || !isDecimal(value) || !isDecimal(other)) return undefined;
  return new Decimal(value).comparedTo(other);
}

function orderOfDays(value: string, operand: string, known: Known): number | undefined {
  const other = meant(operand, known);
  if (other === undefined || !isIsoDate(value) || !isIsoDate(other)) return undefined;
  return value < other ? -1 : Number(value > other);
}

function isInside(value: string, place: string, known: Known): boolean {
  const outer = meant(place, known);
  if (outer === undefined || !isRegionCode(outer) || !isRegionCode(value)) return false;
  return isWithin(value, place.startsWith('$') ? poolOf(outer) : outer);
}
