import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDay, daysBetween, isIsoDate, periodAfter } from '../../src/policy/dates.js';

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 240 });

const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
const dateOf = (text: string): number => Number(text.slice(8));

describe('addMonths', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i months: %s', (from, count, until) => {
    expect(addMonths(from, count)).toBe(until);
  });

  test('lands in the month that many later, on the same day or its last', () => {
    fc.assert(
      fc.property(day, months, (from, count) => {
        const until = addMonths(from, count);
        expect(isIsoDate(until)).toBe(true);
        expect(monthOf(until) - monthOf(from)).toBe(count);
        const isLast = dateOf(addDays(until, 1)) === 1;
        expect(dateOf(until) === dateOf(from) || (isLast && dateOf(until) < dateOf(from))).toBe(true);
      }),
    );
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), months, (from, later, count) => {
        expect(addMonths(addDays(from, later), count) >= addMonths(from, count)).toBe(true);
      }),
    );
  });

  test('up to the 28th of a month, months add up', () => {
    fc.assert(
      fc.property(day, months, months, (from, first, second) => {
        const start = `${from.slice(0, 8)}${String(Math.min(dateOf(from), 28)).padStart(2, '0')}`;
        expect(addMonths(addMonths(start, first), second)).toBe(addMonths(start, first + second));
      }),
    );
  });
});

describe('addDays', () => {
  test('is undone by daysBetween', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('%s and %i: %s', (from, count, until) => {
    expect(addDays(from, count)).toBe(until);
  });
});

describe('periodAfter', () => {
  test.each([
    ['2026-10-25', '1个月', '2026-11-25'],
    ['2026-08-31', '6个月', '2027-02-28'],
    ['2027-08-31', '6个月', '2028-02-29'],
    ['2028-02-29', '1年', '2029-02-28'],
    ['2028-02-29', '4年', '2032-02-29'],
    ['2026-11-22', '15天', '2026-12-07'],
    ['2026-11-22', '90日', '2027-02-20'],
    ['2026-11-22', ' 6 个月 ', '2027-05-22'],
  ])('%s and %s: %s', (from, period, until) => {
    expect(periodAfter(from, period)).toBe(until);
  });

  test.each([...['不少于6个月', '6个月以上', '半年', '6个工作日', '约1年'], ...['', '6', '个月', '1.5年', '-1个月']])(
    '「%s」 is no fixed period: no day is made of it',
    (period) => {
      expect(periodAfter('2026-11-22', period)).toBeUndefined();
    },
  );

  test.each(['', 'unknown', '2026-02-30', '2026-13-01', '2027-02-29', '2026-1-1'])(
    '「%s」 is no day to start from',
    (from) => {
      expect(periodAfter(from, '1个月')).toBeUndefined();
    },
  );

  test('a year is twelve months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (from, count) => {
        expect(periodAfter(from, `${count}年`)).toBe(periodAfter(from, `${12 * count}个月`));
      }),
    );
  });
});

describe('civilDay', () => {
  const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const since1992 = fc.date({
    min: new Date('1992-01-01T00:00:00Z'),
    max: new Date('2150-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  test.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('of %s is %s', (at, civil) => expect(civilDay(new Date(at))).toBe(civil));

  test('is the day that the calendar of Shanghai shows', () => {
    fc.assert(fc.property(since1992, (at) => civilDay(at) === inShanghai.format(at)));
  });
});
