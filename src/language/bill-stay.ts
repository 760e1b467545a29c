import { joined, NOTHING } from './bill-reading.js';
import type { Bill, Reading } from './bill-types.js';
import { chineseToNumber } from './numerals.js';

/** One way to say a small count; `count` is the number as written, `plus` is added to it. */
type Way = { readonly pattern: RegExp; readonly times?: number; readonly plus?: number; readonly value?: number };

const N = '(?<count>\\d{1,3}(?![\\d.,])|[一二两三四五六七八九十]{1,4})';
const KIN =
  '爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老人家?|公公|婆婆|岳父|岳母|老爷子|老太太|老伴|爱人|老公|老婆|丈夫|妻子|丈母娘|老丈人|爹|娘|哥|姐|弟|妹|儿子|女儿|孩子|我';

const AGE: readonly Way[] = [
  { pattern: new RegExp(`${N}多? ?周?岁(?!及?以[上下内]|起)`) },
  {
    pattern:
      /(?:今年|年龄|年纪|岁数)(?:是|都|快|已经|:|有)?(?<count>[1-9]\d|[二三四五六七八九]十[一二三四五六七八九]?)(?=了?(?:[,。;!? ]|$|退休|在职|住院|的|去|在))/,
  },
  {
    pattern: new RegExp(
      `(?<!给)(?:${KIN})(?:是|都|快|已经|今年)?(?<count>[1-9]\\d|[二三四五六七八九]十[一二三四五六七八九]?)了?(?=[,。; ]|退休|在职|住院|去)`,
    ),
  },
];

const DAYS: readonly Way[] = [
  {
    pattern: new RegExp(`(?:住了|住院|住)[^,。;超满不\\d]{0,6}?${N}来?多?(?:个)?天(?!及?以[上下内]|之?内)`),
  },
  { pattern: new RegExp(`${N}天的?(?:院|住院)`) },
  { pattern: new RegExp(`(?:住了|住院了?)(?:一共|共|大概|差不多)?${N}个?(?:周|星期|礼拜)`), times: 7 },
  { pattern: /(?:住了|住院了?)(?:大概|差不多)?半个月/, value: 15 },
  { pattern: new RegExp(`(?:住了|住院了?)(?:大概|差不多|整整)?${N}个月`), times: 30 },
];

const ADMISSION: readonly Way[] = [
  { pattern: new RegExp(`第 ?${N} ?[次回趟](?:住进?院|入院|住进|住|进院)`) },
  {
    pattern: new RegExp(
      `(?:住院|今年|年内|这是|本年度?)(?:这|已经|都|是|的|,)*第 ?${N} ?[次回趟](?!备案|看|转|报|打|问|办|申)`,
    ),
  },
  { pattern: /(?<!第)二次住院/, value: 2 },
  {
    pattern:
      /(?:首次|头一?[次回]|初次)(?:住院|入院)|今年(?:是|这是)?头一?[次回]|(?:今年|之前|以前)(?:还|都|从来)?没住过院/,
    value: 1,
  },
  {
    pattern: new RegExp(`(?:已经?|之前|前面|先前|年初)[^,。;?]{0,4}住(?:过|了)?(?:院)?了?${N} ?[次回趟](?:院)?`),
    plus: 1,
  },
  { pattern: new RegExp(`(?<!(?:去年|前年|以前)[^,。;]{0,6})住过(?:院)?${N} ?[次回趟](?:院)?`), plus: 1 },
  { pattern: new RegExp(`(?:已经?|之前|前面)有过?${N}[次回]住院`), plus: 1 },
];

/** Age in years, days in hospital, and which stay of the year it is. */
export function stayIn(text: string): Reading {
  return joined([count(text, 'age', AGE), count(text, 'days', DAYS), count(text, 'admission', ADMISSION)]);
}

function count(text: string, field: 'age' | 'days' | 'admission', ways: readonly Way[]): Reading {
  for (const { pattern, times = 1, plus = 0, value } of ways) {
    const match = pattern.exec(text);
    const number = value ?? chineseToNumber(match?.groups?.['count'] ?? '')?.toNumber();
    if (match === null || number === undefined) continue;
    const bill: Bill = { [field]: number * times + plus };
    return { bill, trouble: [], spans: [{ start: match.index, end: match.index + match[0].length }] };
  }
  return NOTHING;
}
