import { Decimal } from 'decimal.js';
import { type Figure, isMoney } from './bill-figure.js';
import { withJoins } from './bill-joins.js';
import { roughIn, withSigns } from './bill-unsure.js';
import { chineseToNumber } from './numerals.js';
import { type Quantity, quantities } from './quantities.js';
import { NOT_HERE, without } from './spelled.js';
import type { Unit } from './units.js';

const KINDS: Readonly<Partial<Record<Unit, Figure['kind']>>> = {
  元: 'yuan',
  '': 'bare',
  百分比: 'percent',
  百分点: 'points',
  折: 'discount',
};

const LARGEST = new Decimal('1e9');

/** 8w5 is typed for 8万5. */
const TEN_THOUSAND = /(?<=[\d一二两三四五六七八九十百])w(?![a-z])/g;
/** After a number these are no counters or marks of a name: 6000甲类, 2000个人支付, 8万省外. */
const NO_COUNTER =
  /(?<=[\d一二三四五六七八九十百千万亿] ?)(?:[甲乙丙](?=类|自|[\d一二三四五六七八九])|个(?=人[账帐自支付负承]|账)|[省市区县](?=[内外里级立人医住看没不的])|(?<=(?:\d{3}|[百千万]) ?)(?!mg|ml|kg|km|cm|[gwk]|rmb)[a-z])/g;

/** A comma between figures (起付线1500,85%) is none of thousands. */
const FIGURES_APART = /\d[\d,]*\d/g;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;
const CENTS = /^([\d一二两三四五六七八九])[毛角](?:钱)?(?:([\d一二三四五六七八九])分)?/;
const HALF = /(?<=报|报销|报个|报了)一半/g;

const NAMES_A_THING = /(?:电话|手机|号码?|编码|尾号|qq|微信|邮编|病房|房间|第)[是为: ]*$/;
const COUNTS_A_THING =
  /^ ?(?:病房|病区|房间|科|公里|里地|路|单元|[栋幢床位台瓶盒颗粒根枚副套针袋管次人岁年月级档分角毛字篇克斤米度片×*]|打头|开头|毫|mg|ml|支(?!付))/;
const LINES = /(?<!\d)(?:0\d{2,3}|[48]00)[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/g;
const PHONE = /^(?:1\d{10}|0\d{9,11})$/;
/** Without a name these are years and emergency numbers. */
const YEAR = /^(?:(?:19|20)\d\d|1(?:10|19|20)|123\d\d)$/;
const BRACKET = /^多?(?:以上|以下|以内|之内|以外|之外|及以上|起报)/;
const RATE =
  /(?:超过|超出|满|低于|高于|大于|小于|达到|每人|每次|每天|还差|还剩|剩下?)$|(?:每年|一年)[要交缴约]?$|(?:每月|一个月)[要]?[交缴]$/;

/** The figures of a folded text, in its order. */
export function figuresIn(text: string): Figure[] {
  const plain = text
    .replace(TEN_THOUSAND, '万')
    .replace(NO_COUNTER, NOT_HERE)
    .replace(FIGURES_APART, apart)
    .replace(LINES, hidden);
  const rough = roughIn(plain);
  const halves = [...plain.matchAll(HALF)].map(({ index, 0: raw }) => half(index, raw));
  const exact = quantities(without(plain, rough)).flatMap((quantity) => figureOf(text, plain, quantity));
  const all = [...exact, ...halves, ...rough].sort((a, b) => a.start - b.start);
  return withSigns(text, withJoins(text, all)).map(withLimits);
}

const apart = (run: string): string => (THOUSANDS.test(run) ? run : run.replaceAll(',', NOT_HERE));

const hidden = (words: string): string => NOT_HERE.repeat(words.length);

function figureOf(text: string, plain: string, { start, end, value, unit }: Quantity): Figure[] {
  const kind = KINDS[unit];
  const raw = text.slice(start, end);
  const before = plain.slice(Math.max(0, start - 8), start);
  const after = plain.slice(end, end + 5);
  if (kind === undefined) return [];
  if (kind === 'bare' && (PHONE.test(raw) || NAMES_A_THING.test(before) || COUNTS_A_THING.test(after))) return [];
  const aside = (kind === 'bare' && YEAR.test(raw)) || BRACKET.test(after) || RATE.test(before);
  return [
    kind === 'yuan'
      ? withCents(text, { start, end, raw, value, kind, aside })
      : { start, end, raw, value, kind, aside },
  ];
}

/** 300块5毛 is 300.5. */
function withCents(text: string, figure: Figure): Figure {
  const [raw, tenths, cents] = CENTS.exec(text.slice(figure.end)) ?? [];
  const more = chineseToNumber(`0.${digit(tenths)}${digit(cents)}`);
  if (raw === undefined || more === undefined) return figure;
  const end = figure.end + raw.length;
  return { ...figure, end, raw: text.slice(figure.start, end), value: figure.value.plus(more) };
}

const digit = (char = '0'): string => chineseToNumber(char)?.toString() ?? '0';

function half(start: number, raw: string): Figure {
  return { start, end: start + raw.length, raw, value: new Decimal(50), kind: 'percent', aside: false };
}

function withLimits(figure: Figure): Figure {
  if (figure.wrong !== undefined) return figure;
  if (isMoney(figure)) return figure.value.greaterThan(LARGEST) ? { ...figure, wrong: 'too_large' } : figure;
  return figure.value.greaterThan(100) ? { ...figure, wrong: 'over_hundred' } : figure;
}
