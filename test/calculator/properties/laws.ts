import fc from 'fast-check';
import { Decimal } from '../../../src/calculator/amount.js';
import type { Out } from '../support.js';

export const D = (text: string | null | undefined): Decimal => new Decimal(text ?? Number.NaN);

/** A sum of a settlement in whole fen. */
export const fen = (out: Out, sum: 'fund' | 'self' | 'pool' | 'total' | 'inScope' | 'account' | 'cash'): number =>
  Math.round(Number(out[sum]) * 100);

/** The same values every time: what fails for one fails for all, and can be looked at. */
const SEED = 20261130;

/** Holds a law against so many values. */
export const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, runs = 200): void =>
  fc.assert(fc.property(arbitrary, law), { numRuns: runs, seed: SEED });

type Asked = { readonly case: object; readonly rules: object };

/** A request with other rules, or other parts of its case. */
export const withRule = (one: Asked, rules: object): Asked => ({ ...one, rules: { ...one.rules, ...rules } });
export const withCase = (one: Asked, part: object): Asked => ({ ...one, case: { ...one.case, ...part } });
