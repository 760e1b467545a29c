import { Decimal } from 'decimal.js';
import { chineseToNumber } from './numerals.js';
import type { Unit } from './units.js';

/** A number with what it counts; `start` and `end` are offsets in the folded text. */
export type Quantity = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly unit: Unit;
};

/** Stands for text that is already read: it starts and ends words. */
export const NOT_HERE = '\u0001';

const NUMERALS = '零〇一二两三四五六七八九十百千万亿点.\\d';
const SHARE = new RegExp(`(百|千)分之([${NUMERALS}]{1,12})`, 'g');
const TENTHS = /(\d(?:\.\d)?|[一二两三四五六七八九])成(半|[一二三四五六七八九])?(?!不变|[立功为本员人年都果绩品])/g;
const HALF = /(?<![上下大小多个点年天一两])半(年|个月)(?!制)/g;

/** Quantities whose unit isn't a word after a number (百分之七十, 七成半, 半年), and the text with them blanked. */
export function spelledIn(text: string): { spelled: Quantity[]; rest: string } {
  const spelled: Quantity[] = [];
  let rest = text;
  for (const read of [readShares, readTenths, readHalves]) {
    const more = read(rest);
    spelled.push(...more);
    rest = without(rest, more);
  }
  return { spelled, rest };
}

/** A quantity that stands at `start` and is written `raw`. */
export function found(start: number, raw: string, value: Decimal, unit: Unit): Quantity {
  return { raw, start, end: start + raw.length, value, unit };
}

/** The text with these stretches, sorted and apart, blanked; offsets stay what they were. */
export function without(text: string, stretches: readonly { start: number; end: number }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    pieces.push(text.slice(at, start), NOT_HERE.repeat(end - start));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

function readShares(text: string): Quantity[] {
  return [...text.matchAll(SHARE)].flatMap((match) => {
    const words = (match[2] ?? '').replace(/[.点]$/, '');
    const value = words === '百' ? new Decimal(100) : chineseToNumber(words);
    if (value === undefined) return [];
    return [
      found(match.index, match[0].slice(0, 3) + words, match[1] === '百' ? value : value.dividedBy(10), '百分比'),
    ];
  });
}

function readTenths(text: string): Quantity[] {
  return [...text.matchAll(TENTHS)].flatMap((match) => {
    const tenths = chineseToNumber(match[1] ?? '');
    const more = match[2] === '半' ? new Decimal(5) : chineseToNumber(match[2] ?? '零');
    return tenths === undefined ? [] : [found(match.index, match[0], tenths.times(10).plus(more ?? 0), '百分比')];
  });
}

function readHalves(text: string): Quantity[] {
  return [...text.matchAll(HALF)].map((match) => {
    if (match[1] === '年') return found(match.index, match[0], new Decimal(6), '月');
    return found(match.index, match[0], new Decimal('0.5'), '月');
  });
}
