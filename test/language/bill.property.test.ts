import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksEstimate, readBill, readChange } from '../../src/language/bill.js';
import { fold } from '../../src/language/fold.js';

const TODAY = '2026-11-22';

const DIGITS = [...'零一二三四五六七八九'];

const SIZES = [
  [10000, '万'],
  [1000, '千'],
  [100, '百'],
  [10, '十'],
] as const;

/** 48500 as 四万八千五百; whole numbers below 100,000,000. */
function inChinese(value: number): string {
  const [size, unit] = SIZES.find(([least]) => value >= least) ?? [];
  if (size === undefined) return DIGITS[value] ?? '';
  const left = value % size;
  const zero = left < size / 10 ? '零' : '';
  return `${inChinese(Math.floor(value / size))}${unit}${left === 0 ? '' : zero + inChinese(left)}`;
}

/** The ways in which people write an amount. */
const WAYS: readonly ((value: number) => string)[] = [
  (value) => String(value),
  (value) => `${value}元`,
  (value) => `${value}块钱`,
  (value) => value.toLocaleString('en-US'),
  (value) => `${value}.00元`,
  (value) => `¥${value}`,
  (value) => (value % 100 === 0 ? `${value / 10000}万` : String(value)),
  (value) => (value % 100 === 0 && value >= 10000 ? `${value / 10000}w` : String(value)),
  (value) => inChinese(value),
  (value) => `${inChinese(value)}块`,
];

const RATIOS: readonly ((percent: number) => string)[] = [
  (percent) => `${percent}%`,
  (percent) => `百分之${inChinese(percent)}`,
  (percent) => (percent % 10 === 0 ? `${DIGITS[percent / 10]}成` : `${percent}%`),
  (percent) => `${percent}个点`,
];

/** A generated bill: whole yuan and a whole percentage, as text. */
type Made = { readonly total: string; readonly own: string; readonly line: string; readonly ratio: string };

const TEMPLATES: readonly ((made: Made) => string)[] = [
  ({ total, own, line, ratio }) => `总费用${total}，自费${own}，起付线${line}，在家报${ratio}`,
  ({ total, own, line, ratio }) => `起付线${line}，比例${ratio}，花了${total}，其中自费药${own}`,
  ({ total, own, line, ratio }) =>
    `我妈住院一共花了${total}，里面有${own}是自费的，门槛费${line}，老家能报${ratio}，能报多少`,
  ({ total, own, line, ratio }) => `${line}的起付线，${own}的自费，总共${total}，报销比例${ratio}`,
  ({ total, own, line, ratio }) => `费用：${total} 自费：${own} 起付：${line} 比例：${ratio}`,
  ({ total, own, line, ratio }) =>
    `在家报${ratio}，没备案，门槛是${line}，不能报的有${own}，住院费${total}，自己掏多少`,
  ({ total, own, line, ratio }) => `自费部分为${own}；总额为${total}；起付标准为${line}；支付比例为${ratio}`,
];

const bills = fc.record({
  total: fc.integer({ min: 20000, max: 900000 }),
  own: fc.integer({ min: 2100, max: 9999 }),
  line: fc.integer({ min: 100, max: 1800 }),
  percent: fc.integer({ min: 41, max: 99 }),
});

describe('a bill written down', () => {
  it('is read as it was made, in any of the usual wordings and ways to write numbers', () => {
    const way = fc.constantFrom(...WAYS);
    fc.assert(
      fc.property(
        bills,
        fc.constantFrom(...TEMPLATES),
        way,
        way,
        fc.constantFrom(...RATIOS),
        (made, template, large, small, share) => {
          const text = template({
            total: large(made.total),
            own: small(made.own),
            line: small(made.line),
            ratio: share(made.percent),
          });
          const { bill, trouble } = readBill(fold(text), TODAY);
          const { total, ownFunded, deductible, homeRatio } = bill;
          expect(trouble).toEqual([]);
          expect([total, ownFunded, deductible, homeRatio?.times(100)].map(Number)).toEqual([
            made.total,
            made.own,
            made.line,
            made.percent,
          ]);
          expect(asksEstimate(fold(text), bill)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('with three classes adds up to what was written', () => {
    const sums = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 100, max: 90000 })));
    fc.assert(
      fc.property(
        sums,
        fc.constantFrom(...WAYS),
        fc.constantFrom('，', '、', ' ', '；'),
        ([a = 0, b = 0, c = 0], way, mark) => {
          const { bill } = readBill(fold([`甲类${way(a)}`, `乙类${way(b)}`, `丙类${way(c)}`].join(mark)), TODAY);
          expect([bill.classA, bill.classB?.[0]?.amount, bill.ownFunded].map(Number)).toEqual([a, b, c]);
        },
      ),
    );
  });

  it('and corrected in the same breath is the corrected one', () => {
    const sorry = fc.constantFrom('，不对，是', '，说错了，是', '，写错了，应该是');
    fc.assert(
      fc.property(bills, fc.constantFrom(...WAYS), sorry, ({ total, own }, way, words) => {
        const text = fold(`总费用${way(total)}${words}${way(total + 7)}，自费${way(own)}`);
        const { total: meant, ownFunded } = readChange(text, TODAY);
        expect([meant, ownFunded].map(Number)).toEqual([total + 7, own]);
      }),
    );
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'起付线 自费 总费用 5000 3万 -200 85% 150% 没有 不是 是 , 。 的 乙类 报 今年 已 3月5号 2月30日 分别 和 花了 在家 降 一半 w'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join('')),
  );

  it('gives only figures that can be right: no negative amount, no ratio above one', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { bill } = readBill(fold(raw), TODAY);
        for (const value of Object.values(bill))
          if (value instanceof Decimal) expect(value.isFinite() && !value.isNegative() && value.lte('1e9')).toBe(true);
        for (const ratio of [bill.homeRatio, bill.actualRatio, bill.classBPrepay])
          expect(Number(ratio ?? 0)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing that was not in it', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = fold(raw);
        for (const char of readBill(text, TODAY).left) expect(`${text},`).toContain(char);
      }),
    );
  });
});
