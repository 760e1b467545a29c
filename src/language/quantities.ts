import { Decimal } from 'decimal.js';
import { calendarWords } from './calendar.js';
import { type NumberWords, numberWords } from './number-words.js';
import { chineseToNumber } from './numerals.js';
import { found, NOT_HERE, type Quantity, spelledIn, without } from './spelled.js';
import { NO_NUMBERS, NO_UNIT, UNIT_WORDS, type Unit } from './units.js';

export type { Quantity };

/** `kept`: false for a numeral that counts only if its neighbour in a range gives it a unit (三到六个月). */
type Reading = Quantity & { readonly kept: boolean };

const TO = /^ ?(?:-|–|—|~|至|到|或) ?$/;
const SHORT_FORM = /[百千万亿][一二三四五六七八九]$/;
const COUNTING = new Set<Unit>(['年', '月', '天', '工作日', '种', '家', '次', '人次', '其他']);

/**
 * The quantities in a folded text, in its order. Multipliers are worked into the value (3.2万人次 is 32000 人次), 七成 and
 * 百分之七十 are 70 百分比, 半年 is 6 月, 八五折 is 8.5 折. Calendar dates, numbers of documents, names and set phrases are left out.
 */
export function quantities(text: string): Quantity[] {
  const { spelled, rest } = spelledIn(without(text, calendarWords(text)));
  const plain = NO_NUMBERS.reduce((left, pattern) => left.replace(pattern, hidden), rest);
  const counted = numberWords(plain).flatMap((number) => read(plain, number));
  const readings = [...spelled.map((quantity) => ({ ...quantity, kept: true })), ...counted].sort(
    (a, b) => a.start - b.start,
  );
  return readings
    .map((reading, i) => inRange(text, reading, readings[i - 1], readings[i + 1]))
    .filter((reading) => reading.kept)
    .map(({ start, end, value, unit }) => ({ raw: text.slice(start, end), start, end, value, unit }));
}

function read(text: string, number: NumberWords): Reading[] {
  const gap = /^[多余来]? ?/.exec(text.slice(number.end, number.end + 2))?.[0].length ?? 0;
  const after = text.slice(number.end + gap, number.end + gap + 6);
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  const word = UNIT_WORDS.find((unit) => unit.after.test(after) && (unit.before?.test(before) ?? true));
  if (word === undefined) return bare(text, number, NO_UNIT.test(after));
  const end = number.end + gap + (word.after.exec(after)?.[0].length ?? 0);
  const raw = text.slice(number.start, number.end);
  if (SHORT_FORM.test(raw) && COUNTING.has(word.unit)) return apart(text, number);
  const value = word.unit === '折' && number.value.greaterThan(10) ? number.value.dividedBy(10) : number.value;
  const kept = counts(raw, text.slice(number.start, end), number.chinese, word.unit);
  return [{ ...found(number.start, text.slice(number.start, end), value.plus(word.plus ?? 0), word.unit), kept }];
}

/** A number without a unit: 48000, ¥300, 三万六. Of small Chinese numerals nobody knows whether they count anything. */
function bare(text: string, { start, end, value, chinese }: NumberWords, named: boolean): Reading[] {
  if (text.charAt(start - 1) === '¥')
    return [{ ...found(start - 1, text.slice(start - 1, end), value, '元'), kept: true }];
  const raw = text.slice(start, end);
  const kept = !named && (!chinese || /.[百千万亿]|[一二两三四五六七八九]十/.test(raw));
  return [{ ...found(start, raw, value, ''), kept }];
}

/** 五千一年 is 5000 for one year. */
function apart(text: string, { start, end, chinese }: NumberWords): Reading[] {
  const first = chineseToNumber(text.slice(start, end - 1));
  const second = chineseToNumber(text.slice(end - 1, end));
  if (first === undefined || second === undefined) return [];
  const amount: Reading = { ...found(start, text.slice(start, end - 1), first, ''), kept: true };
  return [amount, ...read(text, { start: end - 1, end, value: second, chinese })];
}

function counts(raw: string, words: string, chinese: boolean, unit: Unit): boolean {
  if (!chinese) return true;
  const article = raw === '一' && (/[种家次点]/.test(unit) || words === '一块' || words === '一块儿');
  const ordinal = raw === '二' && unit === '次';
  const about = /^[一二两三四五六七八九]{2,}$/.test(raw) && unit !== '折';
  return !article && !ordinal && !about && (unit !== '其他' || raw.length > 1);
}

/** In 10-15天 and 3-5万元 the first number has the unit, and the 万, of the second; in 百分之六十到七十 the second that of the first. */
function inRange(text: string, reading: Reading, previous?: Reading, next?: Reading): Reading {
  if (reading.unit !== '') return reading;
  if (next?.kept && next.unit !== '' && TO.test(text.slice(reading.end, next.start))) {
    return { ...reading, value: reading.value.times(sizeOf(reading, next)), unit: next.unit, kept: true };
  }
  const share =
    previous?.unit === '百分比' && /^百分之/.test(previous.raw) && TO.test(text.slice(previous.end, reading.start));
  return share ? { ...reading, unit: '百分比', kept: true } : reading;
}

function sizeOf(first: Reading, second: Reading): Decimal {
  const one = new Decimal(1);
  if (!/^[\d.]+$/.test(first.raw) && !/^[一二两三四五六七八九]$/.test(first.raw)) return one;
  const size = /^[\d.]+([万亿])|^[一二两三四五六七八九]([万亿])/.exec(second.raw);
  const factor = new Decimal((size?.[1] ?? size?.[2]) === '亿' ? '1e8' : '1e4');
  return size !== null && first.value.times(factor).lessThan(second.value) ? factor : one;
}

function hidden(words: string): string {
  return NOT_HERE.repeat(words.length);
}
