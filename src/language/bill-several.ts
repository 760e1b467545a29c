import { Decimal } from 'decimal.js';
import type { Figure } from './bill-figure.js';
import type { Trouble } from './bill-types.js';

/** What several figures for one thing come to; figures that contradict each other come to nothing. */
export type Agreed = { readonly value?: Decimal; readonly trouble: readonly Trouble[] };

const CORRECTS = /不对|说错|写错|打错|搞错|弄错|记错|更正|应该是|而是|改成|其实是/;
const OF_WHICH = /其中|里面|里头|当中|包括|包含|里有|就是/;

/** The one value that figures for the same thing have, or the last after a correction. */
export function oneOf(text: string, figures: readonly Figure[]): Agreed {
  const first = figures[0];
  const last = figures.at(-1);
  if (first === undefined || last === undefined || figures.some(({ wrong }) => wrong)) return { trouble: [] };
  if (figures.every(({ value }) => value.equals(first.value))) return { value: first.value, trouble: [] };
  if (CORRECTS.test(text.slice(Math.max(0, first.start - 4), last.start))) return { value: last.value, trouble: [] };
  return { trouble: [{ code: 'contradiction', raw: figures.map(({ raw }) => raw).join(' / ') }] };
}

/** The sum of figures that are parts of one thing; parts of the first (其中) don't add to it. */
export function sumOf(text: string, figures: readonly Figure[]): Agreed {
  const first = figures[0];
  const second = figures[1];
  const last = figures.at(-1);
  const unfit = first === undefined || second === undefined || last === undefined;
  if (unfit || figures.some(({ wrong }) => wrong)) return oneOf(text, figures);
  const rest = Decimal.sum(0, ...figures.slice(1).map(({ value }) => value));
  const between = text.slice(first.end, second.start);
  if (rest.equals(first.value) || CORRECTS.test(text.slice(Math.max(0, first.start - 4), last.start)))
    return oneOf(text, [rest.equals(first.value) ? first : last]);
  if (OF_WHICH.test(between) && rest.lessThanOrEqualTo(first.value)) return { value: first.value, trouble: [] };
  return { value: first.value.plus(rest), trouble: [] };
}
