import type { Decimal } from 'decimal.js';
import { chineseToNumber } from './numerals.js';

/** A stretch of text that spells a number. */
export type NumberWords = {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  /** Written in Chinese numerals. */
  readonly chinese: boolean;
};

const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖俩仨';
const SIZE = '十百千万亿拾佰仟廿卅';
const ARABIC = `(?<![\\d.a-z_]|\\d,|[a-z]-|第 ?)(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:[十百千万亿]\\d{0,4}){0,6}(?:[wk](?![a-z\\d]))?`;
const CHINESE = `(?<![${DIGIT}${SIZE}第几数上\\d])[${DIGIT}${SIZE}]{1,16}(?:点[${DIGIT}]{1,6}[万亿]?)?(?![${DIGIT}${SIZE}几])`;
const NUMBER = new RegExp(`(?<arabic>${ARABIC})|(?<chinese>${CHINESE})`, 'g');

/** 这一年, 同一天: the 一 points, it doesn't count. */
const POINTS = /[同有那这每某哪另任下上前后其之唯统单头]$/;

/** The numbers in a folded text; words that only contain a numeral (万一, 十四五, 几百, 第三, n95) are none. */
export function numberWords(text: string): NumberWords[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const value = chineseToNumber(match[0]);
    const points = match[0] === '一' && POINTS.test(text.slice(Math.max(0, match.index - 1), match.index));
    if (value === undefined || points) return [];
    const chinese = match.groups?.['chinese'] !== undefined;
    return [{ start: match.index, end: match.index + match[0].length, value, chinese }];
  });
}
