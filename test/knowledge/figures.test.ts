import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computes } from '../../src/content/rules/answers.js';
import { figuresIn } from '../../src/knowledge/figures.js';

describe('figures in a sentence', () => {
  test.each<[string, string[]]>([
    ['不少于6个月', ['6|月']],
    ['不少于六个月', ['6|月']],
    ['不少于６个月', ['6|月']],
    ['下降10个百分点', ['10|百分点']],
    ['下降十个百分点', ['10|百分点']],
    ['2个工作日内', ['2|工作日']],
    ['两个工作日内', ['2|工作日']],
    ['2025年1月1日起', ['2025|年', '1|月', '1|日']],
    ['医保发〔2022〕22号', ['2022|', '22|日']],
    ['1,500元', ['1500|元']],
    ['0.5元', ['0.5|元']],
    ['64.4万家', ['64.4|万家']],
    ['85%', ['85|%']],
    ['六小类人', ['6|类']],
    ['半年', ['0.5|年']],
    ['拨12393', ['12393|']],
    ['一般不用，三级医院，第四条，每年一次', []],
    ['同一家医院，任一证件，十四五', []],
    ['没有数字', []],
    ['', []],
  ])('%s', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });

  test('a figure is found wherever it stands', () => {
    const words = fc.string({ unit: fc.constantFrom(...'备案的时候，（）') });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 99999 }), words, (before, n, after) => {
        expect(figuresIn(`${before}${n}元${after}`)).toEqual([`${n}|元`]);
      }),
    );
  });

  test('digits and Chinese numerals of one number are one figure', () => {
    const numerals = ['三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    expect(numerals.flatMap((numeral) => figuresIn(`${numeral}个月`))).toEqual(
      numerals.flatMap((_, i) => figuresIn(`${i + 3}个月`)),
    );
  });
});

describe('the arithmetic of a derived figure', () => {
  test.each([
    ['600 × 0.5 = 300', '300元'],
    ['600 * 0.5 = 300', '300元'],
    ['6 + 6 = 12', '12个月'],
    ['85 - 10 = 75', '75%'],
    ['85 − 10 = 75', '75%'],
    ['1000 ÷ 4 = 250', '250元'],
    ['1000/4=250', '250元'],
    ['0.1 + 0.2 = 0.3', '0.3个百分点'],
    ['  6 + 6 = 12 ', '十二个月'],
  ])('%s is %s', (working, value) => {
    expect(computes(working, value)).toBe(true);
  });

  test.each([
    ['600 × 0.5 = 301', '301元', 'wrong'],
    ['600 × 0.5 = 300', '3000元', 'another figure'],
    ['600 × 0.5 = 300', '没有数', 'no figure'],
    ['10 ÷ 3 = 3.33', '3.33元', 'rounded'],
    ['6 ÷ 0 = 0', '0元', 'divided by nothing'],
    ['2 + 2 + 2 = 6', '6元', 'too long'],
    ['6 = 6', '6元', 'nothing to work out'],
    ['1.2.3 + 1 = 2', '2元', 'not a number'],
    ['1 + . = 1', '1元', 'a mark alone'],
    ['', '300元', 'nothing'],
  ])('%s is not %s: %s', (working, value) => {
    expect(computes(working, value)).toBe(false);
  });

  test('sums and differences of whole numbers hold', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (a, b) => {
        expect(computes(`${a} + ${b} = ${a + b}`, `${a + b}元`)).toBe(true);
        expect(computes(`${a + b} - ${b} = ${a}`, `${a}元`)).toBe(true);
        expect(computes(`${a} + ${b} = ${a + b + 1}`, `${a + b + 1}元`)).toBe(false);
      }),
    );
  });
});
