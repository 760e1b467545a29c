import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseToNumber } from '../../src/language/numerals.js';

describe('chineseToNumber', () => {
  it.each([
    ['一千二', '1200'],
    ['三万六', '36000'],
    ['两万三千五', '23500'],
    ['一百零五', '105'],
    ['一百一', '110'],
    ['一百一十', '110'],
    ['十五', '15'],
    ['十', '10'],
    ['廿', '20'],
    ['廿五', '25'],
    ['卅一', '31'],
    ['半', '0.5'],
    ['零', '0'],
    ['〇', '0'],
    ['两', '2'],
    ['零点五', '0.5'],
    ['三点一四', '3.14'],
    ['十二点五', '12.5'],
    ['一点二亿', '120000000'],
    ['壹万贰仟', '12000'],
    ['壹萬貳仟參佰', '12300'],
    ['1.2w', '12000'],
    ['3K', '3000'],
    ['３k', '3000'],
    ['12万', '120000'],
    ['1千2', '1200'],
    ['3万5千', '35000'],
    ['12万3456', '123456'],
    ['5.5亿', '550000000'],
    ['1,234,567.89', '1234567.89'],
    ['0.1', '0.1'],
    ['一万零五', '10005'],
    ['十万零五百', '100500'],
    ['两千五百万', '25000000'],
    ['一亿二千万', '120000000'],
    ['一百二十三万零四十五', '1230045'],
    ['一万亿', '1000000000000'],
    ['二〇二四', '2024'],
    ['八五', '85'],
    [' 三 千 ', '3000'],
  ])('%j is %s', (text, value) => {
    expect(chineseToNumber(text)?.toFixed()).toBe(value);
  });

  it.each([
    ...[
      '',
      '万',
      '百万',
      '千万',
      '亿',
      '几十',
      '几百',
      '百色',
      '万一',
      '三点',
      '一般',
      '十四五',
      '十十',
      '两三万',
      '三千四千',
    ],
    ...[
      '1,23',
      '1.2.3',
      '3.5万2',
      '一二十',
      '三四百',
      'abc',
      '一个',
      '-5',
      '5%',
      '一'.repeat(41),
      '万'.repeat(100_000),
    ],
  ])('%.20j is no number', (text) => {
    expect(chineseToNumber(text)).toBeUndefined();
  });

  it('reads back what it is written as', () => {
    const whole = fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: 99_999 }), fc.nat({ max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(whole, (number) => {
        expect(chineseToNumber(inChinese(number))?.toFixed()).toBe(String(number));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads Arabic numbers with a unit exactly', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9999 }),
        fc.nat({ max: 99 }),
        fc.constantFrom('', '千', '万', '亿', 'w', 'k'),
        (a, b, unit) => {
          const sizes: Record<string, string> = { 千: '1e3', k: '1e3', 万: '1e4', w: '1e4', 亿: '1e8' };
          const expected = new Decimal(`${a}.${b}`).times(sizes[unit] ?? '1');
          expect(chineseToNumber(`${a}.${b}${unit}`)?.equals(expected)).toBe(true);
        },
      ),
    );
  });

  it('never throws, and gives finite numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'零一二两九十百千万亿点半.,0 1wk廿'), maxLength: 45 }),
        (text) => {
          expect(chineseToNumber(text)?.isFinite() ?? true).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** A whole number below 10^12 in the plainest Chinese spelling: 10 is 十, 1005 is 一千零五. */
function inChinese(number: number): string {
  if (number === 0) return '零';
  const sections: string[] = [];
  for (const [size, unit] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(number / size) % 1e4;
    if (section === 0) continue;
    const gap = sections.length > 0 && section < 1000 ? '零' : '';
    sections.push(gap + belowTenThousand(section) + unit);
  }
  return sections.join('').replace(/^一十/, '十');
}

function belowTenThousand(number: number): string {
  let written = '';
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / size) % 10;
    if (digit > 0) written += '零一二三四五六七八九'.charAt(digit) + unit;
    else if (written !== '' && !written.endsWith('零')) written += '零';
  }
  return written.replace(/零$/, '');
}
