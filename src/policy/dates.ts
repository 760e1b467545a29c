/** A civil day as text, `YYYY-MM-DD`; text compares in the order of time. */
export type IsoDate = string;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** True if `text` is a day that exists in the calendar, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The clock of all China, the same all year since 1991. */
const AHEAD_OF_UTC_MS = 8 * 3_600_000;

/** The civil day of an instant in Asia/Shanghai: the day on which a rule is asked for. */
export function civilDay(at: Date): IsoDate {
  return new Date(at.getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 10);
}

/** Days from `a` to `b` (negative if `b` is earlier). */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** The same day `months` later, or the last day of that month where it has no such day (31 January + 1 month is 28 February). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(count / 12), (count % 12) + 1, Math.min(date, last)];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** The day `days` later. */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const PERIOD = /^(\d{1,4})(个月|年|天|日)$/;

/**
 * The day on which a period of whole months, years or days from `day` ends; a period of months ends on the same day of the
 * month, or its last day. Undefined for a day that does not exist or a period that is not fixed (不少于6个月).
 */
export function periodAfter(day: IsoDate, period: string): IsoDate | undefined {
  const [, count, unit] = PERIOD.exec(period.replace(/\s/g, '')) ?? [];
  if (count === undefined || !isIsoDate(day)) return undefined;
  if (unit === '个月') return addMonths(day, Number(count));
  return unit === '年' ? addMonths(day, 12 * Number(count)) : addDays(day, Number(count));
}
