import { Decimal } from 'decimal.js';

/** Formal, Traditional, spoken and Latin spellings of digits and units. */
const SPELLINGS: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  壹: '一',
  幺: '一',
  贰: '二',
  貳: '二',
  两: '二',
  兩: '二',
  俩: '二',
  叁: '三',
  參: '三',
  参: '三',
  仨: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  k: '千',
  萬: '万',
  w: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
  點: '点',
};

const UNITS = [
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
  ['十', '10'],
] as const;

const DIGITS = '零一二三四五六七八九';
const WRITTEN = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Longer than any number people write; keeps the recursion short. */
const LONGEST = 40;

/**
 * The number that the whole of `text` spells: 一千二 (1200), 三万六, 一百零五, 廿, 半, 零点五, 壹万贰仟, 二〇二四, 1.2w, 3k, 12万,
 * 1千2, 1,234.5. Percentages and units of measure aren't part of it.
 * @returns undefined if it is no number, or if it has no one value (几十, 百万, 两三万, 十四五)
 */
export function chineseToNumber(text: string): Decimal | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = [...text.normalize('NFKC').toLowerCase().replace(/\s/g, '')]
    .map((char) => SPELLINGS[char] ?? char)
    .join('');
  return plain === '半' ? new Decimal('0.5') : numberIn(plain);
}

function numberIn(text: string): Decimal | undefined {
  for (const [unit, size] of UNITS) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return joined(headOf(text.slice(0, at), unit), new Decimal(size), text.slice(at + 1));
  }
  return atom(text);
}

/** What stands before a unit: one digit before 十, 百 and 千 (十 may stand alone), any number below it before 万 and 亿. */
function headOf(head: string, unit: string): Decimal | undefined {
  if (head === '' || head === '零') return unit === '十' ? new Decimal(1) : undefined;
  if (/^[零一二三四五六七八九]{2,}$/.test(head)) return undefined;
  if (unit === '万' || unit === '亿') return numberIn(head.replace(/^零(?!点)/, ''));
  return WRITTEN.test(head) || [...head].length === 1 || head.includes('点') ? atom(head) : undefined;
}

function joined(head: Decimal | undefined, size: Decimal, tail: string): Decimal | undefined {
  const rest = tailOf(tail, size);
  if (head === undefined || rest === undefined) return undefined;
  const whole = head.isInteger() || rest.isZero();
  return whole ? head.times(size).plus(rest) : undefined;
}

/** What follows a unit: nothing, a smaller number, or one digit that counts the next smaller unit (一千二). */
function tailOf(tail: string, size: Decimal): Decimal | undefined {
  if (tail === '') return new Decimal(0);
  if (/^[1-9一二三四五六七八九]$/.test(tail)) return atom(tail)?.times(size).dividedBy(10);
  const value = numberIn(tail.replace(/^零+(?=[^点])/, ''));
  const wordy = /^[零一二三四五六七八九]{2,}$/.test(tail.replace(/^零/, ''));
  return value !== undefined && !wordy && value.lessThan(size) ? value : undefined;
}

/** A number without units: Arabic digits, Chinese digits read one by one, or either with a decimal 点. */
function atom(text: string): Decimal | undefined {
  if (WRITTEN.test(text)) return new Decimal(text.replaceAll(',', ''));
  const [whole = '', part, more] = text.split('点').map(inArabic);
  if (more !== undefined || whole === undefined || part === '' || !/^\d+$/.test(whole + (part ?? ''))) return undefined;
  return new Decimal(part === undefined ? whole : `${whole === '' ? '0' : whole}.${part}`);
}

function inArabic(text: string): string {
  return [...text].map((char) => (DIGITS.includes(char) ? String(DIGITS.indexOf(char)) : char)).join('');
}
