import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../src/language/mask.js';
import { digitsOf, ID, idSpellings, leaks, PHONE, phoneSpellings } from '../support/canary.js';

describe('canaries', () => {
  it('are many, and leak without the mask', () => {
    expect(new Set(idSpellings).size).toBeGreaterThanOrEqual(50);
    expect(new Set(phoneSpellings).size).toBeGreaterThanOrEqual(50);
    expect(digitsOf('１二叁④٥')).toBe('12345');
    expect(phoneSpellings.every((spelling) => leaks(spelling, PHONE))).toBe(true);
  });

  it.each(idSpellings)('ID number %j', (spelling) => {
    for (const text of [spelling, `你好，${spelling}能报吗`, `${spelling}\n住院3天`]) {
      expect(leaks(mask(text).text, ID)).toBe(false);
      expect(digitsOf(mask(text).text).length).toBeLessThanOrEqual(2);
    }
  });

  it.each(phoneSpellings)('phone number %j', (spelling) => {
    for (const text of [spelling, `你好，${spelling}给我回电`, `${spelling}\n住院3天`]) {
      expect(leaks(mask(text).text, PHONE)).toBe(false);
      expect(digitsOf(mask(text).text).length).toBeLessThanOrEqual(2);
    }
  });
});

describe('mask', () => {
  it.each([
    [`我的身份证${ID}，备案`, '我的身份证〔身份证号〕，备案', ['id']],
    ['110101 900307 851', '〔身份证号〕', ['id']],
    ['110101900307851', '〔身份证号〕', ['id']],
    ['11010119900307851X', '〔身份证号〕', ['id']],
    ['身份证号 110101199003', '身份证号 〔身份证号〕', ['id']],
    ['(+86)138-1234-5678', '〔手机号〕', ['mobile']],
    [`电话 ${PHONE} 5天`, '电话 〔手机号〕 5天', ['mobile']],
    ['0471-1234567', '〔电话〕', ['landline']],
    ['（0471）1234567', '〔电话〕', ['landline']],
    ['010 1234 5678', '〔电话〕', ['landline']],
    ['+86 471 1234567', '〔电话〕', ['landline']],
    ['家里座机6543210', '家里座机〔电话〕', ['landline']],
    ['6222 0212 3456 7890 128', '〔银行卡号〕', ['bank_card']],
    ['4111111111111111', '〔银行卡号〕', ['bank_card']],
    ['4111-1111-1111-1111 500', '〔银行卡号〕 500', ['bank_card']],
    ['银行卡6222021234567890', '银行卡〔银行卡号〕', ['bank_card']],
    ['卡号：6222 0212 3456 7890', '卡号：〔银行卡号〕', ['bank_card']],
    ['社保卡号1234 5678 90', '社保卡号〔证件号码〕', ['document']],
    ['醫保卡號 A123456789', '醫保卡號 〔证件号码〕', ['document']],
    ['住院号：2024001234，2025年3月', '住院号：〔证件号码〕，2025年3月', ['document']],
    ['病历号为 ZY-20240012。', '病历号为 〔证件号码〕。', ['document']],
    ['就诊号一二三四五六', '就诊号〔证件号码〕', ['document']],
    ['护照E12345678', '护照〔证件号码〕', ['document']],
    ['流水12345678901234567890', '流水〔证件号码〕', ['document']],
    ['zhang.san@qq.com', '〔邮箱〕', ['email']],
    ['邮箱ＺＨＡＮＧ＠ｑｑ．ｃｏｍ。', '邮箱〔邮箱〕。', ['email']],
    [`${PHONE}@qq.com 和 ${ID}`, '〔邮箱〕 和 〔身份证号〕', ['id', 'email']],
    [`${PHONE} ${ID}`, '〔手机号〕 〔身份证号〕', ['id', 'mobile']],
  ])('%j -> %j', (typed, masked, found) => {
    expect(mask(typed)).toEqual({ text: masked, found });
  });

  it('keeps everything else as it was typed', () => {
    const rest = 'ＡＰＰ　異地就醫\u200b①\r\n  48000元';
    expect(mask(`${rest}${PHONE}元旦${rest}`).text).toBe(`${rest.slice(0, -1)}元〔手机号〕元旦${rest}`);
  });

  it.each([
    '48000元',
    '花了48000',
    '1,234,567.89元',
    '3772.21万人次',
    '一共13812345678元',
    '15000.00 3000.00 1500.00',
    '1500、2000、450',
    '第02、04、07、08、11、13、19条',
    '| 0.10 / 0.94 | 43.4 / 57.3 | 84.0 / 92.0 |',
    '2023-07/2024-06 610000；2024-07/2025-06 630000',
    '11.4.0 / 4.0.0 / 2.2.1 / 11.0.1 / 15.1.3',
    '起付线1500-200000元',
    '2025年1月1日',
    '20250101 20251231',
    '20250101-20251231',
    '2022-06-30 2022-12-31',
    '2022-06-30 至 2023/06/30',
    '2024 2023 2022 2021 2020',
    '医保发〔2024〕21号',
    '内医保办字〔2022〕37号',
    '12393',
    '电话12393',
    '打12345，120，12333，95598，95588',
    '0471-12393 0472-12393',
    '010-12345 120',
    '150100 150102 110000',
    '代码150100-provincial',
    '99.87% 85.5% 60% 70%',
    '一二三级医院，三级甲等，一百零五种',
    '二〇二四年一月一日',
    '两千五百万人次，壹万贰仟叁佰元',
    '住院号在哪里看',
    '社保卡号和身份证号一样吗',
    '住院号2024年怎么查',
    '周一至周五 09:00-12:00 14:00-17:30',
    'oooooooooooooooooooo lllllllllllllllllll',
    '〔身份证号〕〔手机号〕1234',
    '@ a@b 张三@李四',
  ])('leaves %j alone', (text) => {
    expect(mask(text)).toEqual({ text, found: [] });
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.array(piece(), { maxLength: 12 }), (pieces) => {
        const once = mask(pieces.join('')).text;
        expect(mask(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the numbers whatever stands around them', () => {
    const words = fc.string({ unit: fc.constantFrom(...'我在北京住院，。？(）能报多少 元\n') });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...idSpellings),
        words,
        fc.constantFrom(...phoneSpellings),
        (a, id, b, phone) => {
          const { text } = mask(`${a}:${id}。${b}我${phone}`);
          expect(leaks(text, ID) || leaks(text, PHONE)).toBe(false);
        },
      ),
    );
  });

  it('leaves Chinese text without digits unchanged', () => {
    const characters = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.string({ unit: characters.filter((char) => digitsOf(char) === '') }), (text) => {
        expect(mask(text).text).toBe(text);
      }),
    );
  });

  it.each([
    '1 ',
    '13',
    '1 3 ',
    'a@',
    '身份证',
    '一',
    '1- .- ',
    '电话1',
    'o1',
    '+86',
    '\ud800',
    '1\u200b',
    '住院号1 ',
    `${ID} `,
  ])('finishes 100 kB of %j', (hostile) => {
    const { text } = mask(hostile.repeat(Math.floor(100_000 / hostile.length)));
    expect(text.length).toBeLessThanOrEqual(100_000);
  });
});

function piece(): fc.Arbitrary<string> {
  const words = [
    '手机',
    '身份证号',
    '银行卡',
    '卡号：',
    '电话',
    '住院号',
    '医保卡',
    '元',
    '年',
    '叉',
    'X',
    '+86',
    '0471',
    '62220212',
    '(',
    ')',
    '@qq.com',
  ];
  const mixed = fc.string({ unit: fc.constantFrom(...'0123456789一三八零 -.,\n'), maxLength: 20 });
  return fc.oneof(fc.constantFrom(...words), mixed, fc.constantFrom(...idSpellings, ...phoneSpellings));
}
