import type { Figure } from './bill-figure.js';
import { loose } from './bill-gap.js';
import type { Label } from './bill-labels.js';

const CLAUSE = /[。;!?\n]/;

/** 甲类、乙类分别是3000和2000: labels and figures that stand in two lists are paired in their order. */
export function respectively<S extends string>(
  text: string,
  figures: readonly Figure[],
  labels: readonly Label<S>[],
): Map<Figure, Label<S>> {
  const pairs = new Map<Figure, Label<S>>();
  for (const { index } of text.matchAll(/分别|依次/g)) {
    const after = following(text, index + 2, figures);
    const names = labels.filter(({ end }) => end <= index).slice(-after.length);
    const first = names[0]?.start ?? index;
    const apart = CLAUSE.test(text.slice(first, index)) || figures.some(({ start }) => start > first && start < index);
    if (after.length < 2 || names.length < after.length || apart) continue;
    for (const [i, figure] of after.entries()) {
      const label = names[i];
      if (label !== undefined) pairs.set(figure, label);
    }
  }
  return pairs;
}

/** The figures of the list that begins here: between them only 和, 、 and the like. */
function following(text: string, from: number, figures: readonly Figure[]): Figure[] {
  const list: Figure[] = [];
  let at = from;
  for (const figure of figures.filter(({ start }) => start >= from)) {
    if (loose(text.slice(at, figure.start)).replace(/[、和跟与]/g, '') !== '') break;
    list.push(figure);
    at = figure.end;
  }
  return list;
}
