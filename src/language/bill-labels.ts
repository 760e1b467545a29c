import { loose } from './bill-gap.js';
import type { Span } from './bill-types.js';
import { createLexicon, type Lexicon, type Spot } from './lexicon.js';

/** A row of a table of labels: words (apart by white space) that name what a figure is; words of `none` only look so. */
export type LabelRow<S extends string> = {
  readonly slot: S | 'none';
  readonly rank: 1 | 2 | 3;
  /** Set for words that name only the figure after them. */
  readonly only?: 'before';
  /** What must follow the words. */
  readonly next?: RegExp;
  readonly words: string;
};

/** A label as it stands in a text. */
export type Label<S extends string> = Span & Omit<LabelRow<S>, 'words' | 'slot' | 'next'> & { readonly slot: S };

/** Finds the labels of a table in a text. */
export type Labeller<S extends string> = (text: string) => Label<S>[];

/** Prepares the finder of a table's labels. */
export function createLabeller<S extends string>(rows: readonly LabelRow<S>[]): Labeller<S> {
  const forms = rows.flatMap((row, i) => wordsOf(row.words).map((word) => [word, String(i)] as const));
  const find = createLexicon(forms);
  return (text) => inRuns(text, placed(text, find, rows));
}

/** The words of a table's cell. */
export const wordsOf = (cell: string): string[] => cell.split(/\s+/).filter((word) => word !== '');

function placed<S extends string>(text: string, find: Lexicon, rows: readonly LabelRow<S>[]): Label<S>[] {
  return find(text).flatMap((spot: Spot) => {
    const row = rows[Number(spot.id)];
    if (row === undefined || row.slot === 'none' || row.next?.test(text.slice(spot.end)) === false) return [];
    const { slot, rank, only } = row;
    return [{ slot, rank, ...(only && { only }), start: spot.start, end: spot.end }];
  });
}

/** 自费药一共, 药费都是自费: where labels stand side by side, the one that says more names the figure. */
function inRuns<S extends string>(text: string, labels: readonly Label<S>[]): Label<S>[] {
  const out: Label<S>[] = [];
  for (const label of labels) {
    const last = out.at(-1);
    const both = last && mergedOf(last, label);
    if (both === undefined || !touches(text.slice(last?.end, label.start))) out.push(label);
    else out.splice(-1, 1, both);
  }
  return out;
}

/** Of two generic words the first counts; two names stay apart. */
function mergedOf<S extends string>(first: Label<S>, second: Label<S>): Label<S> | undefined {
  if (first.rank === second.rank && first.rank > 1) return undefined;
  const named = second.rank > first.rank ? second : first;
  return { ...named, start: first.start, end: second.end };
}

const touches = (gap: string): boolean => !/[,、。;!?\d]/.test(gap) && loose(gap) === '';
