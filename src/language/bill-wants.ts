import { NOTHING } from './bill-reading.js';
import type { Bill, Reading } from './bill-types.js';

const MAY =
  '(?:要|得|还|该|需要|需|应该|大概|大约|最后|一共|总共|到底|能|实际|可以|会|再|最终|又|给|得要|还要|还得|总的|才|就|我|他|她|这|的|部分){0,4}';

const SUM = '(?:多少|几[千万百]|几个钱|多钱|好多|啥)';

/** What people ask for, in words; of several the first of the list is meant. */
const WANTS: readonly (readonly [want: NonNullable<Bill['wants']>, patterns: readonly string[]])[] = [
  [
    'compare',
    [
      `差[了出]?${SUM}|相差|亏多少|损失多少|省多少|便宜多少`,
      `[少多](?:报|掏|花|付|出|拿|给)(?:了|销)?(?:${SUM}|几个)`,
      '对比|比较一下|比一比|比比|(?:哪个?|怎么|咋)(?:更|最)?(?:划算|合算|省钱|省)',
    ],
  ],
  ['ratio', ['(?:反推|倒推|倒算|推算|反算)[^,。]{0,6}比例']],
  [
    'total',
    [
      '反推|倒推|倒算|反算|推算(?:出)?(?:总|一共)',
      '(?:总费用|总共费用|原来的?费用|总额|总花费|医疗费)(?:大概|应该|到底|原来|约)?(?:是|有)?多少',
      '(?:一共|总共)(?:大概|该|应该)?(?:花了?|用了)多少',
    ],
  ],
  [
    'ratio',
    [
      '百分之几|百分之多少|几成|几个点|多少个点|什么比例|啥比例|多少(?:比例|个百分点)',
      '(?:比例|比率)(?:大概|应该|会|就|还|是|变|变成|变为|剩|有|降到|到底|按){0,3}(?:多少|几)',
    ],
  ],
  [
    'fund',
    [
      `(?:报|报销|报到|报回|报下|能报)${MAY}(?:下|回)?来?${SUM}`,
      `(?:医保|统筹|基金|公家|国家|大病)${MAY}(?:付|出|报|掏|承担|支付|管|给)${MAY}${SUM}`,
      '退(?:给我|回)?多少',
    ],
  ],
  [
    'self',
    [
      `(?:自己|个人|本人|我|他|她|我们|家里|俺|咱)${MAY}(?:掏|付|出|拿|花|承担|负担|交|贴|支付|自付|垫)${MAY}${SUM}`,
      `自[付费负理](?:部分)?${MAY}${SUM}`,
      `(?:掏|要付|要交|得付|得交)${MAY}${SUM}|落到自己|自己那份|要?准备(?:大概)?${SUM}`,
    ],
  ],
];

const ORDER = WANTS.map(([wants, patterns]) => ({ wants, pattern: new RegExp(patterns.join('|')) }));

/** What is wanted of a bill, if the text says so. */
export function wantsIn(text: string): Reading {
  for (const { wants, pattern } of ORDER) {
    const match = pattern.exec(text);
    if (match !== null)
      return { bill: { wants }, trouble: [], spans: [{ start: match.index, end: match.index + match[0].length }] };
  }
  return NOTHING;
}
