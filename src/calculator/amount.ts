import { Decimal as Base } from 'decimal.js';
import { z } from 'zod';

/** Decimals of the calculator: forty digits, half up, so that no figure a bill can hold is ever cut short on the way. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP });
export type Decimal = Base;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** No bill, ceiling or balance reaches this many yuan; more is a slip of the keyboard. */
export const MOST_YUAN = 1_000_000_000;

/** Half up to the fen: the one place where money is rounded. */
export const toFen = (amount: Decimal): Decimal =>
  amount.decimalPlaces() > 2 ? amount.toDecimalPlaces(2, Base.ROUND_HALF_UP) : amount;

const WRITTEN = /^-?\d{1,15}(\.\d{1,20})?$/;

/** 1e-7 and 1e30 are numbers to JSON; they are judged as the figures they stand for. */
const written = z
  .union([z.string(), z.number()])
  .transform((value) => (typeof value === 'number' ? new Decimal(value).toFixed() : value.trim()));

function figure(describe: string, check: (value: Decimal) => boolean, error: string) {
  return written
    .transform((text, context) => {
      if (WRITTEN.test(text)) return new Decimal(text);
      context.issues.push({
        code: 'custom',
        message: /^-?\d+(\.\d+)?$/.test(text) ? error : NOT_A_NUMBER,
        input: text,
      });
      return z.NEVER;
    })
    .refine(check, { error })
    .describe(describe);
}

export const NOT_A_NUMBER = 'not_a_number';

/** Yuan, from nothing to a billion. */
export const money = figure(
  'yuan, a decimal string or a number',
  (value) => !value.isNegative() && value.lessThanOrEqualTo(MOST_YUAN),
  'money_range',
);

/** A share as a fraction: 0.85 is 85 %. */
export const fraction = figure(
  'a fraction: 0.85 is 85 %',
  (value) => !value.isNegative() && value.lessThanOrEqualTo(1),
  'fraction_range',
);

/** Percentage points: 10 takes 85 % to 75 %. Below one it was surely meant as a fraction. */
export const points = figure(
  'percentage points: 10 takes 85 % to 75 %',
  (value) => value.isZero() || (value.greaterThanOrEqualTo(1) && value.lessThanOrEqualTo(100)),
  'points_range',
);

/** A multiplier of an amount or a ratio. */
export const factor = figure(
  'a multiplier: 0.9',
  (value) => !value.isNegative() && value.lessThanOrEqualTo(10),
  'factor_range',
);

const HUNDREDTH = new Decimal('0.01');

/** Percentage points as a fraction. */
export const asFraction = (percentagePoints: Decimal): Decimal => percentagePoints.times(HUNDREDTH);

export const clamp = (value: Decimal, low: Decimal, high: Decimal): Decimal =>
  value.lessThan(low) ? low : value.greaterThan(high) ? high : value;

/** a + b, without work where one of them is nothing. */
export const plus = (a: Decimal, b: Decimal): Decimal => (a.isZero() ? b : b.isZero() ? a : a.plus(b));

/** a − b, likewise. */
export const minus = (a: Decimal, b: Decimal): Decimal => (b.isZero() ? a : a.minus(b));

export const atLeastZero = (value: Decimal): Decimal => (value.isNegative() ? ZERO : value);

export const least = (a: Decimal, b: Decimal): Decimal => (b.lessThan(a) ? b : a);
