import { Decimal } from 'decimal.js';
import { chineseToNumber } from '../../language/numerals.js';
import { type Quantity, quantities } from '../../language/quantities.js';
import type { AmountQuestion } from '../question.js';
import { around, isFiller } from './filler.js';
import { AMOUNT_WORDS, NONE } from './words.js';

type Found = { readonly start: number; readonly end: number; readonly value: Decimal };

/**
 * The amount that a folded text gives as the whole of an answer: yuan, a count, or a share as a fraction.
 * 八五成, 85%, 八五折 and 85 are 0.85 where a share is asked for; 没有 is nought where something is counted.
 */
export function amountIn(text: string, item: AmountQuestion): Decimal | undefined {
  const found = signed(text, tenthsIn(text, item) ?? quantityIn(text, item));
  if (found) return isFiller(around(text, found), item, AMOUNT_WORDS) ? found.value : undefined;
  return item.type !== 'percent' && isNone(text, item) ? new Decimal(0) : undefined;
}

/** A minus is no mere mark: whoever types one is told that it can't be. */
const signed = (text: string, found: Found | undefined): Found | undefined =>
  found && text.charAt(found.start - 1) === '-'
    ? { ...found, start: found.start - 1, value: found.value.negated() }
    : found;

const isNone = (text: string, item: AmountQuestion): boolean =>
  NONE.some((word) => {
    const start = text.indexOf(word);
    return start >= 0 && isFiller(around(text, { start, end: start + word.length }), item);
  });

/** Only if it is the one quantity of the text: of two nobody knows which is meant. */
function quantityIn(text: string, item: AmountQuestion): Found | undefined {
  const [only, ...more] = quantities(text);
  if (!only || more.length > 0) return only ? undefined : numeralIn(text, item);
  const value = READERS[item.type](only);
  return value && { ...only, value };
}

const READERS: Readonly<Record<AmountQuestion['type'], (quantity: Quantity) => Decimal | undefined>> = {
  money: ({ unit, value }) => (unit === '元' || unit === '' ? value : undefined),
  number: ({ unit, value }) => (['元', '百分比', '百分点', '折'].includes(unit) ? undefined : value),
  percent: ({ unit, value }) => {
    if (unit === '') return share(value);
    if (unit === '折') return value.dividedBy(10);
    return unit === '百分比' || unit === '百分点' ? value.dividedBy(100) : undefined;
  },
};

/** Bare numbers below one are fractions already; of 8, nobody knows whether it is 8 % or eight tenths. */
function share(value: Decimal): Decimal | undefined {
  if (value.lessThan(1)) return value;
  return value.lessThan(10) ? undefined : value.dividedBy(100);
}

/** 八五成, said of 85 %, would be read as five tenths. */
const TENTHS = /[一二三四五六七八九\d][一二三四五六七八九\d]成/;

function tenthsIn(text: string, { type }: AmountQuestion): Found | undefined {
  const found = type === 'percent' ? TENTHS.exec(text) : null;
  const value = chineseToNumber(found?.[0].slice(0, -1) ?? '');
  return found && value ? spanOf(found, value.dividedBy(100)) : undefined;
}

const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿廿][\d零〇一二两三四五六七八九十百千万亿廿.,点kw]*/;

/** A numeral that alone would count nothing is an amount where one was asked for. */
function numeralIn(text: string, { type }: AmountQuestion): Found | undefined {
  const found = NUMERAL.exec(text);
  const number = chineseToNumber(found?.[0] ?? '');
  const value = number && type === 'percent' ? share(number) : number;
  return found && value ? spanOf(found, value) : undefined;
}

const spanOf = (found: RegExpExecArray, value: Decimal): Found => ({
  start: found.index,
  end: found.index + found[0].length,
  value,
});
