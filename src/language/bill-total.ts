import { Decimal } from 'decimal.js';
import { clauseOf } from './bill-clause.js';
import { type Figure, mayBeTotal } from './bill-figure.js';
import { type Agreed, oneOf, sumOf } from './bill-several.js';
import type { Named } from './bill-turns.js';

/** What is never more than the whole bill. */
const WITHIN: readonly Named['slot'][] = ['classA', 'classB', 'ownFunded', 'overLimit', 'deductible'];

const AND = /^[、和跟与及]$/;
const KINDS_OF_PART: readonly Named['slot'][] = ['classA', 'classB', 'ownFunded', 'overLimit'];
const PART_BEFORE = /[费药][:是为有]?$/;
const EARLIER = /上次|上回|上一次|前一次|前几次|前两次|之前|以前|去年|最早|当初/;

/** The total of a bill and the figures it was read from: what is called so, what was spent, the one sum without a name, or all parts. */
export function totalOf(text: string, sums: readonly Named[]): Agreed & { figures: readonly Figure[] } {
  const called = (slot: Named['slot']) => sums.filter((sum) => sum.slot === slot).map(({ figure }) => figure);
  const strong = withList(text, called('total'), called(undefined));
  if (strong.length > 0) return { ...oneOf(text, thisTime(text, strong)), figures: strong };
  const spent = withList(text, called('spent'), called(undefined));
  if (spent.length > 0) return { ...spentOf(text, spent), figures: spent };
  const least = Decimal.max(
    0,
    ...sums.filter(({ slot }) => slot && WITHIN.includes(slot)).map((sum) => sum.figure.value),
  );
  const largest = largestOf(
    called(undefined).filter((figure) => mayBeTotal(figure) && figure.value.greaterThan(least)),
  );
  if (largest.length > 0) return { ...oneOf(text, largest), figures: largest };
  const parts = sums.filter((sum) => sum.slot === 'part' || isPartToo(text, sum)).map(({ figure }) => figure);
  return { ...sumOf(text, parts), figures: parts };
}

/** 花了1万、2万、3万: a list of which only the first has its label. */
function withList(text: string, labelled: readonly Figure[], others: readonly Figure[]): Figure[] {
  const list = [...labelled];
  for (const figure of others) {
    const goesOn = list.some(({ end }) => end <= figure.start && AND.test(text.slice(end, figure.start)));
    if (goesOn && mayBeTotal(figure)) list.push(figure);
  }
  return list;
}

/** Of several sums spent the one that the others add up to, if there is one. */
function spentOf(text: string, spent: readonly Figure[]): Agreed {
  const now = thisTime(text, spent);
  const largest = largestOf(now);
  const rest = now.filter((figure) => !largest.includes(figure));
  const added = rest.length > 1 ? sumOf(text, rest).value : undefined;
  const first = largest[0] === now[0] && added !== undefined && largest[0]?.value.equals(added);
  return first ? oneOf(text, largest) : oneOf(text, now);
}

/** 上次花了3万, 这次花了5万: the earlier stay is another bill. */
function thisTime(text: string, figures: readonly Figure[]): Figure[] {
  const now = figures.filter((figure) => !EARLIER.test(clauseOf(text, figure)));
  return now.length > 0 ? now : [...figures];
}

/** 材料费8000(自费): a part of the bill as well as what its label says. */
function isPartToo(text: string, { figure, label, slot }: Named): boolean {
  if (label === undefined || !KINDS_OF_PART.includes(slot)) return false;
  return label.start >= figure.end && PART_BEFORE.test(text.slice(0, figure.start));
}

function largestOf(figures: readonly Figure[]): Figure[] {
  const [first, ...rest] = figures;
  if (first === undefined) return [];
  return [rest.reduce((most, figure) => (figure.value.greaterThan(most.value) ? figure : most), first)];
}
