import type { Bond } from './bill-bind.js';
import type { Reading, Span } from './bill-types.js';

export const NOTHING: Reading = { bill: {}, trouble: [], spans: [] };

/** Several readings as one; of two values for a field the later counts. */
export function joined(readings: readonly Reading[]): Reading {
  return {
    bill: Object.assign({}, ...readings.map(({ bill }) => bill)),
    trouble: readings.flatMap(({ trouble }) => trouble),
    spans: readings.flatMap(({ spans }) => spans),
  };
}

/** The stretches of a figure and its label. */
export function spansOf({ figure, label }: Bond<string>): Span[] {
  return label === undefined ? [figure] : [figure, label];
}
