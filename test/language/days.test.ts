import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn } from '../../src/language/days.js';
import { fold } from '../../src/language/fold.js';
import { isIsoDate } from '../../src/policy/dates.js';

const TODAY = '2026-11-22';
const read = (text: string, today = TODAY) =>
  daysIn(fold(text), today).map(({ from, until, precision }) => `${from}~${until} ${precision}`);
const day = (date: string) => `${date}~${date} day`;

describe('daysIn', () => {
  it.each([
    ['2024年', '2024-01-01~2024-12-31 year'],
    ['二〇二四年', '2024-01-01~2024-12-31 year'],
    ['24年住院的能报吗', '2024-01-01~2024-12-31 year'],
    ['今年', '2026-01-01~2026-12-31 year'],
    ['去年', '2025-01-01~2025-12-31 year'],
    ['前年', '2024-01-01~2024-12-31 year'],
    ['明年', '2027-01-01~2027-12-31 year'],
    ['上半年', '2026-01-01~2026-06-30 half'],
    ['下半年', '2026-07-01~2026-12-31 half'],
    ['2025 上半年', '2025-01-01~2025-06-30 half'],
    ['2021年1—11月', '2021-01-01~2021-12-31 year'],
    ['7月11—20日', '2026-07-01~2026-07-31 month'],
    ['去年下半年', '2025-07-01~2025-12-31 half'],
    ['2024年第三季度', '2024-07-01~2024-09-30 quarter'],
    ['一季度', '2026-01-01~2026-03-31 quarter'],
    ['上季度', '2026-07-01~2026-09-30 quarter'],
    ['上个月', '2026-10-01~2026-10-31 month'],
    ['下个月', '2026-12-01~2026-12-31 month'],
    ['这个月', '2026-11-01~2026-11-30 month'],
    ['2022年6月', '2022-06-01~2022-06-30 month'],
    ['去年的6月份', '2025-06-01~2025-06-30 month'],
    ['2022年底', '2022-12-01~2022-12-31 month'],
    ['2022年末', '2022-12-01~2022-12-31 month'],
    ['2022年年初', '2022-01-01~2022-01-31 month'],
    ['23年10月', '2023-10-01~2023-10-31 month'],
    ['二四年三月', '2024-03-01~2024-03-31 month'],
    ['2024-06', '2024-06-01~2024-06-30 month'],
    ['2024年2月', '2024-02-01~2024-02-29 month'],
    ['今天', day('2026-11-22')],
    ['昨天', day('2026-11-21')],
    ['明天', day('2026-11-23')],
    ['前天', day('2026-11-20')],
    ['上个月15号', day('2026-10-15')],
    ['6月30号', day('2026-06-30')],
    ['6月30住院', day('2026-06-30')],
    ['12月31日', day('2026-12-31')],
    ['一月一号', day('2026-01-01')],
    ['十二月三十一日', day('2026-12-31')],
    ['2025-01-01', day('2025-01-01')],
    ['2025/1/1', day('2025-01-01')],
    ['2025.1.1', day('2025-01-01')],
    ['20250101', day('2025-01-01')],
    ['２０２５年１月１日', day('2025-01-01')],
    ['98年5月6日', day('1998-05-06')],
    ['二〇二四年二月二十九日', day('2024-02-29')],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('takes a day without a year as the last one if it is more than 60 days ahead', () => {
    expect(read('3月1日', '2026-01-01')).toEqual([day('2026-03-01')]);
    expect(read('3月3日', '2026-01-01')).toEqual([day('2025-03-03')]);
    expect(read('12月28日', '2026-01-03')).toEqual([day('2025-12-28')]);
    expect(read('上个月', '2026-01-03')).toEqual(['2025-12-01~2025-12-31 month']);
    expect(read('下个月', '2026-12-03')).toEqual(['2027-01-01~2027-01-31 month']);
    expect(read('上季度', '2026-01-03')).toEqual(['2025-10-01~2025-12-31 quarter']);
  });

  it('gives a second date the year of the one before', () => {
    expect(read('2024年3月5号住院，6月30号出院')).toEqual([day('2024-03-05'), day('2024-06-30')]);
    expect(read('去年12月28号到1月5号')).toEqual([day('2025-12-28'), day('2026-01-05')]);
    expect(read('2022年6月的文件，我6月30号住院')).toEqual(['2022-06-01~2022-06-30 month', day('2026-06-30')]);
  });

  it('keeps the words as they stand', () => {
    expect(daysIn('我去年6月30号住院', TODAY).map(({ raw }) => raw)).toEqual(['去年6月30号']);
  });

  it.each([
    ...['2月30日', '2025-02-29', '2月29日', '20250230', '13月', '13月1日', '2025年0月', '6月0日', '4月31号'],
    ...[
      '3个月',
      '满25年',
      '交了20年',
      '住了24年',
      '男30年女25年',
      '20年以上',
      '三四年',
      '一年',
      '半年',
      '6月内',
      '每年',
      '一月一次',
    ],
    ...[
      '以前年度',
      '注明年份',
      '提前天数',
      '48000元',
      '12393',
      '150100',
      '医保发〔2024〕21号',
      '0471-1234567',
      '20250101元',
      '',
    ],
  ])('%j names no day', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads each day of the calendar in each spelling', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOf = ''] = iso.split('-');
        const spellings = [
          `${year}年${Number(month)}月${Number(dayOf)}日`,
          iso,
          iso.replaceAll('-', ''),
          iso.replaceAll('-', '/'),
        ];
        for (const spelling of spellings) expect(read(`在${spelling}住院`)).toEqual([day(iso)]);
      }),
    );
  });

  it('gives days that exist, the first not after the last', () => {
    const pieces = [...'0123456789年月日号底末初上下半的去前明一二十〇-/. ', '20', '19', '个月', '季度', '2024年'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        for (const { from, until } of daysIn(parts.join(''), TODAY)) {
          expect(isIsoDate(from) && isIsoDate(until) && from <= until).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['1', '2024年', '2024-', '6月', '一', '年底', '20250101 ', '去年'])('finishes 100 kB of %j', (piece) => {
    expect(daysIn(piece.repeat(Math.floor(100_000 / piece.length)), TODAY).length).toBeLessThanOrEqual(100_000);
  });
});
