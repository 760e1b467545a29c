import type { Figure } from './bill-figure.js';
import { costAfter, costBefore } from './bill-gap.js';
import type { Label } from './bill-labels.js';
import { respectively } from './bill-respectively.js';

/** A figure with the label it belongs to, if any. */
export type Bond<S extends string> = { readonly figure: Figure; readonly label?: Label<S> };

type Option<S extends string> = { readonly label?: Label<S>; readonly cost: number };
type Path<S extends string> = { readonly cost: number; readonly last?: Label<S>; readonly bonds: readonly Bond<S>[] };

/** What it costs to leave a figure without a label: more than any bond. */
const ALONE = 14;

/** A word that says little is a weaker bond. */
const BY_RANK = { 1: 5, 2: 4, 3: 0 } as const;

const IS_ASKED =
  /^(?:费|的|比例|部分|大概|到底|一般|应该|按|是|要|得|扣|算|有|会){0,3}(?:多少|怎么|咋|几|什么|啥|如何|高不高|占|一半)/;

/** Gives each figure the label just before or just after it, no label twice, so that the sum of the distances is least. */
export function bind<S extends string>(
  text: string,
  figures: readonly Figure[],
  labels: readonly Label<S>[],
): Bond<S>[] {
  const listed = respectively(text, figures, labels);
  let paths: Path<S>[] = [{ cost: 0, bonds: [] }];
  for (const [i, figure] of figures.entries()) {
    const label = listed.get(figure);
    const options = label ? [{ label, cost: 0 }] : optionsFor(text, figure, [figures[i - 1], figures[i + 1]], labels);
    paths = options.flatMap((option) => cheapest(paths, option, figure));
  }
  return [...paths.reduce(better).bonds];
}

function optionsFor<S extends string>(
  text: string,
  figure: Figure,
  [previous, next]: readonly [Figure | undefined, Figure | undefined],
  labels: readonly Label<S>[],
): Option<S>[] {
  const before = labels.findLast(({ start, end }) => end <= figure.start && start >= (previous?.end ?? 0));
  const after = labels.find(({ start, end }) => start >= figure.end && end <= (next?.start ?? text.length));
  return [
    ...optionOf(before, before && costBefore(text.slice(before.end, figure.start))),
    ...optionOf(after, after && afterwards(text, figure, after)),
    { cost: ALONE },
  ];
}

function afterwards<S extends string>(text: string, figure: Figure, label: Label<S>): number | undefined {
  if (label.only === 'before' || IS_ASKED.test(text.slice(label.end, label.end + 8))) return undefined;
  return costAfter(text.slice(figure.end, label.start));
}

const optionOf = <S extends string>(label: Label<S> | undefined, cost: number | undefined): Option<S>[] =>
  label === undefined || cost === undefined ? [] : [{ label, cost: cost + BY_RANK[label.rank] }];

/** The best way to this option: one in which its label is still free. */
function cheapest<S extends string>(paths: readonly Path<S>[], { label, cost }: Option<S>, figure: Figure): Path<S>[] {
  const open = paths.filter((path) => label === undefined || path.last !== label);
  if (open.length === 0) return [];
  const best = open.reduce(better);
  const named = label === undefined ? {} : { label };
  return [{ cost: best.cost + cost, bonds: [...best.bonds, { figure, ...named }], ...(label && { last: label }) }];
}

const better = <S extends string>(a: Path<S>, b: Path<S>): Path<S> => (b.cost < a.cost ? b : a);
