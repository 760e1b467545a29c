import { type IsoDate, isIsoDate } from '../policy/dates.js';
import { clauseOf } from './bill-clause.js';
import type { Reading, Span } from './bill-types.js';
import { calendarWords } from './calendar.js';
import { type Days, daysIn } from './days.js';

const DISCHARGE_AFTER = /^(?:那天|当天|上午|下午|才|就|晚上)?(?:出的?院|出了院|结账|办出院|结算|出来)/;
const DISCHARGE_BEFORE = /(?:出院|结算|结账)(?:日期|时间|日|那天)?(?:是|在|:|为)*$/;
const DAY_ONLY = /(?<![月\d])(\d{1,2})[日号](?:办?出院|出的院|出了院)/;
const STAY = /住|院|看病|就诊|就医|手术|花|费用|结算|看的|治疗/;
const OTHER = /备案|参保|出生|生日|文件|政策|规定|施行|实施|执行|缴|生效|转诊|开的|新规|起(?:执行|实施|施行)/;
/** 6.18出院: with the month called so it reads as a date of the same length. */
const MONTH_DOT = /(?<![\d./-])(\d{1,2})[./](?=\d{1,2}[日号]?(?:[住入出]院|办出院|出的院))/g;
const RELATIVE = /^[今昨明前后大]/;

type Placed = Days & Span;

/** The day of discharge, or else the last day named of the stay; days that don't exist are trouble. */
export function onIn(raw: string, today: IsoDate): Reading {
  const text = raw.replace(MONTH_DOT, '$1月');
  const { days, missing } = placed(text, today);
  const trouble = missing.map((words) => ({ code: 'no_such_day' as const, raw: words }));
  const precise = days.filter(({ precision }) => precision === 'day');
  const stay = precise.filter((day) => isOfStay(text, day));
  const discharge = precise.findLast((day) => isDischarge(text, day)) ?? sameMonth(text, stay);
  const last = discharge ?? stay.reduce<Placed | undefined>((a, b) => (a && a.until > b.until ? a : b), undefined);
  if (last === undefined) return { bill: {}, trouble, spans: [] };
  return { bill: { on: last.until }, trouble, spans: discharge === undefined ? stay : [...stay, discharge] };
}

/** 3月10号住院,20号出院: a discharge in the month that was named last. */
function sameMonth(text: string, stay: readonly Placed[]): Placed | undefined {
  const match = DAY_ONLY.exec(text);
  const entered = stay.findLast(({ end }) => match !== null && end <= match.index);
  if (match === null || entered === undefined) return undefined;
  const day = `${entered.until.slice(0, 8)}${(match[1] ?? '').padStart(2, '0')}`;
  const fits = isIsoDate(day) && day >= entered.until;
  return fits ? { ...entered, until: day, start: match.index, end: match.index + match[0].length } : undefined;
}

/** The days with their places, and the words for days that don't exist. */
function placed(text: string, today: IsoDate): { days: Placed[]; missing: string[] } {
  const days: Placed[] = [];
  const missing: string[] = [];
  const left = daysIn(text, today);
  for (const { raw, start, end, parts } of calendarWords(text)) {
    const next = left[0];
    if (next?.raw === raw) days.push({ ...next, start, end });
    else if (parts.day !== undefined || Number(parts.month) > 12) missing.push(raw);
    if (next?.raw === raw) left.shift();
  }
  return { days, missing };
}

function isDischarge(text: string, { start, end }: Span): boolean {
  return DISCHARGE_AFTER.test(text.slice(end)) || DISCHARGE_BEFORE.test(text.slice(0, start));
}

function isOfStay(text: string, day: Placed): boolean {
  const clause = clauseOf(text, day);
  if (OTHER.test(clause) && !/住院|出院|入院/.test(clause)) return false;
  return STAY.test(clause) || !RELATIVE.test(day.raw);
}
