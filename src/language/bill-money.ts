import { amountsIn } from './bill-amounts.js';
import { classBOf } from './bill-class-b.js';
import { troubleOf } from './bill-figure.js';
import { figuresIn } from './bill-figures.js';
import { ratioFigures, ratiosIn } from './bill-ratios.js';
import { joined } from './bill-reading.js';
import type { Reading } from './bill-types.js';

/** The sums and ratios of a text in which ages and days are blanked. */
export function moneyIn(text: string): Reading {
  const figures = figuresIn(text);
  const ratios = ratioFigures(text, figures);
  const starts = new Set(ratios.map(({ start }) => start));
  const sums = figures.filter(({ start }) => !starts.has(start));
  const amounts = amountsIn(text, sums);
  const shares = ratiosIn(text, ratios);
  const trouble = troubleOf([...sums, ...ratios]);
  return joined([amounts, shares, { bill: classBOf(amounts.classB, shares.prepays), trouble, spans: [] }]);
}
