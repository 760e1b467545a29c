/** Words that name a day or a stretch of the calendar, with the named parts of them as written. */
export type CalendarWords = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly parts: Readonly<Partial<Record<CalendarPart, string>>>;
};

export type CalendarPart =
  | 'relativeYear'
  | 'year'
  | 'half'
  | 'quarter'
  | 'edge'
  | 'month'
  | 'day'
  | 'relativeDay'
  | 'relativeMonth'
  | 'relativeQuarter';

const CN = '一二三四五六七八九';
const MONTH = `\\d{1,2}|十[一二]?|[${CN}]|元`;
const DAY = `\\d{1,2}|三十一?|二?十[${CN}]?|廿[${CN}]?|[${CN}]`;
const DAY_IN_MONTH = `(?<day>${DAY})(?:日|号)`;
/** 6月30住院 names a day, 6月30万人次 doesn't. */
const BARE_DAY = '(?<bare>\\d{1,2})(?![\\d.,\\-~—–/至到万千亿%元块个天家年次种岁多余人])';
const TAIL =
  `(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度|年?(?<yearEdge>底|末|初)(?!始|次|步|级|中|诊)|` +
  `(?<month>${MONTH}) ?月份?(?: ?(?:${DAY_IN_MONTH}|${BARE_DAY})|(?<edge>底|末|初))?`;

const RELATIVE_YEAR =
  '(?<relativeYear>今年|去年|(?<![以之从提])大?前年|(?<![注说标写声证表])明年(?!份)|(?<![以之])后年|本年度?|上年度)';
const FULL_YEAR = `(?:(?<![\\d.])(?<y4>(?:19|20)\\d\\d)|(?<![零〇${CN}十百千万亿])(?<ycn>[一二][零〇○${CN}]{3})) ?年度?`;

/** 满25年, 交了20年, 男30年: how long, not when. */
const HOW_LONG =
  '满|够|足|缴费?|交费?|了|达到?|累计|连续|至少|最低|不少于|不低于|男性?|女性?|还?差|需要?|要|共|年限|为|工作|参保|住|工龄|退休|每|近|约';
const NOT_A_YEAR = '以?内|以上|以下|[之以]?[前后]|左右|多|期|工龄|才|缴费年限|级|龄|[的]?年限|制|来';
const SHORT_YEAR = `(?<!\\d[.,\\-~至到]|[\\d.]|(?:${HOW_LONG}) ?)(?<y2>1[6-9]|2\\d|3[0-5]) ?年度?(?!${NOT_A_YEAR})`;
const SHORT_YEAR_BEFORE_TAIL = `(?<!\\d[.,]|[\\d.零〇${CN}十])(?<y2>\\d\\d|[零〇${CN}]{2}) ?年`;

const PATTERNS: readonly RegExp[] = [
  `(?:${RELATIVE_YEAR}|${FULL_YEAR})(?: ?的? ?(?:${TAIL}))?`,
  `${SHORT_YEAR_BEFORE_TAIL} ?的?(?:${TAIL})`,
  SHORT_YEAR,
  '(?<![\\d.])(?<y4>(?:19|20)\\d\\d) ?(?<half>[上下])半年',
  '(?<!\\d)(?<y4>(?:19|20)\\d\\d)(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)',
  '(?<![\\d.])(?<y4>(?:19|20)\\d\\d)[-/](?<month>0?[1-9]|1[0-2])(?![\\d./-])',
  '(?<![\\d.])(?<y4>(?:19|20)\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d|\\.\\d| ?[元万块人])',
  `(?<!\\d ?[.,\\-~—–至到] ?|[\\d${CN}十几多以年])(?<month>${MONTH}) ?月(?!以|内|[一二两三几]次)份?(?: ?(?:${DAY_IN_MONTH}|${BARE_DAY})|(?<edge>底|末|初))?`,
  '(?<![以大小多])(?<half>[上下])半年|(?<![\\d个])第?(?<quarter>[一二三四1-4])季度|年(?<yearEdge>底|末|初)',
  '(?<relativeDay>今[天日]|昨[天日]|明[天日]|(?<![提之以])大?前天|(?<![以之])大?后天(?!性))',
  `(?<relativeMonth>(?<!以)上上?个?月|(?<!以)下下?个?月|(?<!基)本月|这个月)(?: ?的? ?${DAY_IN_MONTH})?`,
  '(?<relativeQuarter>上个?季度|下个?季度|本季度|这个季度)',
].map((pattern) => new RegExp(pattern, 'g'));

/** The calendar words in a folded text, from left to right, none overlapping; where two readings begin together, the longer. */
export function calendarWords(text: string): CalendarWords[] {
  const found = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map(wordsOf));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: CalendarWords[] = [];
  for (const words of found) {
    if (words.start >= (kept.at(-1)?.end ?? 0)) kept.push(words);
  }
  return kept;
}

function wordsOf(match: RegExpExecArray): CalendarWords {
  const { y4, ycn, y2, bare, yearEdge, mark: _, ...parts } = match.groups ?? {};
  const year = y4 ?? ycn ?? y2;
  const day = parts['day'] ?? bare;
  const edgeOfYear = yearEdge === undefined ? {} : { month: yearEdge === '初' ? '1' : '12' };
  const own = { ...parts, ...edgeOfYear, ...(year !== undefined && { year }), ...(day !== undefined && { day }) };
  return { raw: match[0], start: match.index, end: match.index + match[0].length, parts: own };
}
