import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { quantities } from '../../src/language/quantities.js';
import { UNIT_NAMES } from '../../src/language/units.js';

const read = (text: string) => quantities(fold(text)).map(({ value, unit }) => `${value.toFixed()}${unit}`);

describe('quantities', () => {
  it.each([
    ['48000元', '48000元'],
    ['1,234,567.89元', '1234567.89元'],
    ['４８０００塊錢', '48000元'],
    ['1.2w', '12000'],
    ['1.2w块儿', '12000元'],
    ['3万多块钱', '30000元'],
    ['¥300', '300元'],
    ['三万六', '36000'],
    ['花了48000能报多少', '48000'],
    ['花了120', '120'],
    ['5千万元', '50000000元'],
    ['一万二千三百四十五元', '12345元'],
    ['降低10个百分点', '10百分点'],
    ['低20个点', '20百分点'],
    ['降10点', '10百分点'],
    ['99.87%', '99.87百分比'],
    ['百分之八十五', '85百分比'],
    ['百分之八十五点五', '85.5百分比'],
    ['百分之85', '85百分比'],
    ['百分之百', '100百分比'],
    ['千分之五', '0.5百分比'],
    ['三成', '30百分比'],
    ['七成半', '75百分比'],
    ['打八折', '8折'],
    ['八五折', '8.5折'],
    ['85折', '8.5折'],
    ['6个月', '6月'],
    ['三个半月', '3.5月'],
    ['半个月', '0.5月'],
    ['半年', '6月'],
    ['一年', '1年'],
    ['一年半', '1.5年'],
    ['满25年', '25年'],
    ['交了20年', '20年'],
    ['5天', '5天'],
    ['三天半', '3.5天'],
    ['15日内', '15天'],
    ['有效期30日', '30天'],
    ['2个工作日', '2工作日'],
    ['两个工作日', '2工作日'],
    ['10种病', '10种'],
    ['10个病种', '10种'],
    ['五类人员', '5种'],
    ['三样材料', '3种'],
    ['三家医院', '3家'],
    ['5.5万家', '55000家'],
    ['3772.21万人次', '37722100人次'],
    ['2.38亿人次', '238000000人次'],
    ['两次', '2次'],
    ['3倍', '3倍'],
    ['零点五倍', '0.5倍'],
    ['65岁', '65其他'],
    ['24小时', '24其他'],
    ['27个省份', '27其他'],
  ])('%j is %s', (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
  });

  it.each([
    ['10-15天', ['10天', '15天']],
    ['3-5万元', ['30000元', '50000元']],
    ['三到六个月', ['3月', '6月']],
    ['百分之六十到七十', ['60百分比', '70百分比']],
    ['95%-100%', ['95百分比', '100百分比']],
    ['五千一年', ['5000', '1年']],
    ['1年3个月', ['1年', '3月']],
    ['起付线1500元，报销60%，封顶30万', ['1500元', '60百分比', '300000']],
    ['2024年3月5日住院，6月30日出院，花了3万', ['30000']],
    ['1. 带身份证 2. 带卡', []],
  ])('%j is %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ...[
      '三级',
      '三甲',
      '三甲医院',
      '3甲',
      '一般',
      '一起',
      '一样',
      '一下',
      '第一',
      '一些',
      '万一',
      '千万别',
      '十四五',
      '三步',
    ],
    ...[
      '一次性',
      '二次报销',
      '第二次',
      '三明市',
      '九江',
      '六安',
      '四平',
      '五指山',
      '七台河',
      '百色',
      '万宁',
      '一家人',
      '同一天',
    ],
    ...[
      '2024年3月5日',
      '2025-01-01',
      '20250101',
      '6月30日',
      '去年下半年',
      '二〇二四年',
      '24年住院',
      '上半年',
      '2024年第三季度',
    ],
    ...[
      '医保发〔2024〕21号',
      '内医保办字[2022]37号',
      '(2024)21号',
      '12393',
      '拨打120',
      '120急救',
      '电话95598',
      '第3条',
    ],
    ...[
      '下午3点',
      '8:30',
      '三分之一',
      '1/3',
      '三五天',
      '两三万',
      '几百元',
      '十几天',
      '一点',
      '高一点',
      'n95',
      '一种',
      '一成不变',
      '一块结算',
      '一块儿结',
      '说了半天',
      '2025 上半年',
      '',
    ],
  ])('%j is none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('points into the text, in order, without overlap', () => {
    const pieces = [
      '三个半月',
      '10-15天',
      '五千一年',
      '七成半',
      '半年',
      '百分之',
      '2024年',
      '三',
      '万',
      '5',
      '.',
      ',',
      '元',
      '家',
      '一',
      '-',
      '到',
      '¥',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const quantity of quantities(text)) {
          expect(text.slice(quantity.start, quantity.end)).toBe(quantity.raw);
          expect(quantity.start).toBeGreaterThanOrEqual(at);
          expect(quantity.value.isFinite()).toBe(true);
          expect(UNIT_NAMES).toContain(quantity.unit);
          at = quantity.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads every amount back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), fc.constantFrom('元', '天', '倍', '人次', '工作日'), (number, unit) => {
        expect(read(`共${number}${unit}。`)).toEqual([`${number}${unit}`]);
        expect(read(`共${number.toLocaleString('en')}${unit}。`)).toEqual([`${number}${unit}`]);
      }),
    );
  });

  it.each(['1', '1,', '一', '1万', '百分之', '百分之一', '2024年', '〔2024〕', '1-', '三成', '半年', '1 . ', '第'])(
    'finishes 100 kB of %j',
    (piece) => {
      expect(quantities(piece.repeat(Math.floor(100_000 / piece.length))).length).toBeLessThanOrEqual(100_000);
    },
  );
});
