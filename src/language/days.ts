import { daysBetween, type IsoDate, isIsoDate } from '../policy/dates.js';
import { type CalendarWords, calendarWords } from './calendar.js';
import { chineseToNumber } from './numerals.js';

export type Precision = 'day' | 'month' | 'half' | 'quarter' | 'year';

/** A day or stretch of days that a text names; both ends are inclusive. */
export type Days = {
  readonly raw: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly precision: Precision;
};

type Stretch = Omit<Days, 'raw'>;

/** The date before it in the text: `3月5号住院，6月30号出院` speaks of one year. */
type Previous = { readonly stretch: Stretch; readonly end: number };

const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  上年度: -1,
  前年: -2,
  大前年: -3,
  明年: 1,
  后年: 2,
};

const RELATIVE_DAYS: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 明: 1, 前: -2, 后: 2, 大前: -3, 大后: 3 };

/** A day without a year that is further ahead than this was meant as the one before. */
const FARTHEST_AHEAD = 60;

/** Dates this close together are about one stay. */
const NEAR = 15;

/**
 * The calendar dates in a folded text, in its order. Days that don't exist (2月30日) are left out.
 * @param today the day that 今年, 上个月 and dates without a year are read from
 */
export function daysIn(text: string, today: IsoDate): Days[] {
  const found: Days[] = [];
  let previous: Previous | undefined;
  for (const words of calendarWords(text)) {
    const near = previous !== undefined && words.start - previous.end <= NEAR ? previous.stretch : undefined;
    const stretch = stretchOf(words.parts, today, near);
    if (stretch === undefined) continue;
    found.push({ raw: words.raw, ...stretch });
    previous = { stretch, end: words.end };
  }
  return found;
}

function stretchOf(parts: CalendarWords['parts'], today: IsoDate, near: Stretch | undefined): Stretch | undefined {
  if (parts.relativeDay !== undefined)
    return oneDay(shiftDay(today, RELATIVE_DAYS[parts.relativeDay.slice(0, -1)] ?? 0));
  if (parts.relativeMonth !== undefined) return relativeMonth(parts, today);
  if (parts.relativeQuarter !== undefined) return relativeQuarter(parts.relativeQuarter, today);
  const year = yearOf(parts);
  const here =
    year === undefined ? yearOfToday(today) : year + (parts.relativeYear === undefined ? 0 : yearOfToday(today));
  if (parts.half !== undefined) return months(here, parts.half === '上' ? 1 : 7, 6, 'half');
  if (parts.quarter !== undefined) return months(here, 3 * (numberOf(parts.quarter) ?? 0) - 2, 3, 'quarter');
  if (parts.month === undefined) return months(here, 1, 12, 'year');
  return year === undefined ? withoutYear(parts, today, near) : inMonth(here, parts);
}

/** The year named, or how far the year named is from today's. */
function yearOf({ relativeYear, year }: CalendarWords['parts']): number | undefined {
  if (relativeYear !== undefined) return RELATIVE_YEARS[relativeYear];
  const value = year === undefined ? undefined : numberOf(year);
  if (value === undefined || value >= 100) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

function withoutYear(parts: CalendarWords['parts'], today: IsoDate, near: Stretch | undefined): Stretch | undefined {
  if (near?.precision === (parts.day === undefined ? 'month' : 'day')) {
    const same = inMonth(Number(near.from.slice(0, 4)), parts);
    return same !== undefined && same.until < near.from ? inMonth(Number(same.from.slice(0, 4)) + 1, parts) : same;
  }
  const year = yearOfToday(today);
  const next = inMonth(year, parts);
  return next !== undefined && daysBetween(today, next.from) > FARTHEST_AHEAD ? inMonth(year - 1, parts) : next;
}

function inMonth(year: number, { month, day }: CalendarWords['parts']): Stretch | undefined {
  const number = month === '元' ? 1 : numberOf(month ?? '');
  if (number === undefined) return undefined;
  return day === undefined ? months(year, number, 1, 'month') : oneDay(iso(year, number, numberOf(day) ?? 0));
}

function relativeMonth(
  { relativeMonth: words = '', day }: CalendarWords['parts'],
  today: IsoDate,
): Stretch | undefined {
  const step = words.startsWith('上') ? -1 : Number(words.startsWith('下'));
  const twice = /^(上上|下下)/.test(words) ? 2 : 1;
  const count = yearOfToday(today) * 12 + Number(today.slice(5, 7)) - 1 + step * twice;
  const month = { month: String((count % 12) + 1), ...(day !== undefined && { day }) };
  return inMonth(Math.floor(count / 12), month);
}

function relativeQuarter(words: string, today: IsoDate): Stretch | undefined {
  const step = words.startsWith('上') ? -1 : Number(words.startsWith('下'));
  const count = yearOfToday(today) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) + step;
  return months(Math.floor(count / 4), (count % 4) * 3 + 1, 3, 'quarter');
}

function months(year: number, first: number, count: number, precision: Precision): Stretch | undefined {
  const from = iso(year, first, 1);
  if (!isIsoDate(from)) return undefined;
  const last = first + count - 1;
  return { from, until: shiftDay(last === 12 ? iso(year + 1, 1, 1) : iso(year, last + 1, 1), -1), precision };
}

function oneDay(day: IsoDate): Stretch | undefined {
  return isIsoDate(day) ? { from: day, until: day, precision: 'day' } : undefined;
}

function iso(year: number, month: number, day: number): IsoDate {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function shiftDay(day: IsoDate, by: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

function numberOf(text: string): number | undefined {
  return chineseToNumber(text)?.toNumber();
}

const yearOfToday = (today: IsoDate): number => Number(today.slice(0, 4));
