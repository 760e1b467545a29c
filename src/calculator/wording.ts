import type { Decimal } from './amount.js';
import type { Difference, MistakeCode } from './difference.js';
import type { NotDefined } from './read.js';
import type { AssumptionCode, Missing, Stage } from './settlement.js';

/** The words of the workings: what a person would write beside a sum. The one place of Chinese in this module. */
export const words = {
  nothingPaid: '按规定不予支付',
  lesser: (a: string, b: string) => `${a}与${b}取小`,
  admission: (n: number) => `本年度第${n}次住院`,
  onceAYear: '一年只算一次',
  alreadyPaid: (used: string) => `一年只算一次，已付过${used}`,
  timesFactor: (factor: string) => `再乘${factor}`,
  notAboveCost: (whole: string) => `起付线${whole}，费用没有这么多`,
  comesTo: (whole: string) => `按规定为${whole}`,
  restOfStay: (rest: string) => `跨年住院只算一次起付线，还剩${rest}`,
  acrossYears: (before: string, after: string) => `年前：${before}；年后：${after}`,
  onlyUpTo: (amount: string) => `最多付${amount}`,
  atLeast: (amount: string) => `至少付${amount}`,
  belowDeductible: '没有超过起付线',
  belowStart: (amount: string, start: string) => `${amount}没有超过起点${start}`,
} as const;

type Say = (field: string, most: number) => string;

const yuan = (field: string): string => (field.startsWith('rules') ? '规则里的金额' : '金额');

/** What is wrong with a request, for the person who sent it. Keys of `figures` are the messages of the schemas. */
export const problemWords = {
  figures: {
    not_a_number: () => '这里要填一个数字，例如 48000 或 0.85。',
    money_range: (field, most) => `${yuan(field)}不能是负数，也不能超过${most / 1e8}亿元。`,
    fraction_range: () => '比例要写成 0 到 1 之间的小数：85% 写 0.85，不能超过 100%。',
    points_range: () => '降低的百分点写 1 到 100 之间的数：10 表示 85% 降到 75%。',
    factor_range: () => '倍数要在 0 到 10 之间，例如 0.9。',
    one_target: () => 'fund、self、cash 要写一个，而且只写一个。',
    low_above_high: () => '下限不能比上限高。',
    segments_order: () => '分段的上限要一段比一段高，最后一段可以写 null（不设上限）。',
    segments_basis: () => '分段要说明 basis：absolute（按总额分段）或 excess（按超过起点的部分分段）。',
    one_of_ratio_segments: () => 'ratio 和 segments 要写一个，而且只写一个。',
    region_code: () => '参保地要写六位行政区划代码，例如 150100。',
    'must be a day that exists, written YYYY-MM-DD': () => '这一天不存在，或者写法不对。日期请写成 2026-11-22 这样。',
  } as Readonly<Record<string, Say>>,
  malformed: (field: string) => `${field === '' ? '整个请求' : field} 的写法不对，请对照 estimate --schema 改正。`,
  unknownField: (name: string) => `不认识「${name}」这一项，请对照 estimate --schema 核对名字。`,
  unknownMode: (mode: string) =>
    `没有「${mode}」这种规则形状，算不了，也不会用相近的代替。能用的形状见 estimate --schema。`,
  noSuchPlace: (code: string) => `没有代码为 ${code} 的地方，请核对参保地。`,
  unknownName: (name: string, known: readonly string[]) => `不认识「${name}」，这里可以写：${known.join('、')}。`,
  moreThanTotal: '政策范围内费用比总费用还多，请核对。',
  partsAboveTotal: '自费、乙类、超限价等加起来比总费用还多，请核对。',
  partsNotTotal: '甲类、乙类、自费、超限价加起来不等于总费用，请核对，或只写其中一种。',
  twoStarts: '政策范围内费用和大病保险基数只写一个。',
  childEmployee: '职工医保的参保人不会是儿童，请核对险种或人群。',
  noSolution: '没有这样的数能算出这个结果，请核对金额和规则。',
  childAge: '按年龄不是儿童，请核对。',
} as const;

/** The name of each line, as a settlement sheet has it. */
export const LABELS: Readonly<Record<Stage | 'total' | 'fund', string>> = {
  total: '总费用',
  own_funded: '自费（目录外）',
  class_b: '乙类先自付',
  over_limit: '超限价',
  in_scope: '政策范围内费用',
  self_first: '异地先自付',
  deductible: '起付线',
  pool: '统筹基金支付',
  ceiling: '封顶线以上',
  large: '大额医疗支付',
  serious_illness: '大病保险支付',
  aid: '医疗救助',
  tilted_aid: '倾斜救助',
  supplement: '补充保险支付',
  fund: '医保一共支付',
  self: '个人负担',
  account: '个人账户支付',
  cash: '自己付现金',
};

/** What a rule is called, whatever the kind of care. */
export const RULE_NAMES: Readonly<Record<string, string>> = {
  deductible: '起付线',
  ratio: '本地支付比例',
  out_of_area: '异地就医的待遇',
  return_visit: '长期备案期间回参保地就医的待遇',
  ceiling: '封顶线',
  class_b: '乙类先自付比例',
  max_rate: '总支付比例上限',
  large: '大额医疗',
  serious_illness: '大病保险',
  aid: '医疗救助',
  tilted_aid: '倾斜救助',
  supplement: '补充保险',
  account: '个人账户的使用范围',
  cross_year: '跨年住院的算法',
  rounding: '四舍五入的办法',
};

const SETTING_NAMES: Readonly<Record<string, string>> = {
  inpatient: '住院',
  chronic: '门诊慢特病',
  outpatient: '普通门诊',
};

/** The name of a parameter: 住院起付线, 乙类先自付比例. */
export function ruleName(key: string): string {
  const [setting = '', name] = key.split('.');
  return name === undefined
    ? (RULE_NAMES[setting] ?? key)
    : `${SETTING_NAMES[setting] ?? ''}${RULE_NAMES[name] ?? name}`;
}

/** What each assumption means to the person who reads the result. */
export const ASSUMED: Readonly<Record<AssumptionCode, (detail: string) => string>> = {
  setting_inpatient: () => '按住院算。',
  on_today: () => '没说出院日期，按今天算。',
  first_admission: () => '按本年度第一次住院算。',
  nothing_used: () => '按今年之前没有报销过算。',
  all_in_scope: () => '没说自费、乙类各多少，按全部在政策范围内算；有自费的，实际会少报。',
  filed: () => '按已经备案算。',
  as_at_home: () => '没说参保地和异地类别，按本地待遇算，没有降比例。',
  rounded_by_line: () => '每一行四舍五入到分。',
  self_first_before: () => '先自付的部分在起付线之前扣（规定没写先后）。',
  after_bonus: () => '先加年龄或退休的优待，再降比例（规定没写先后）。',
  clamped: () => '比例降到0以下按0算，升到100%以上按100%算。',
  no_ceiling: () => '没有封顶线的资料，没有算封顶。',
  no_layers: () => '没有大病保险等的资料，没有算进去。',
  counts_unsaid: () => '大病保险的基数没有写明含哪些，乙类先付和超限价没有算进去。',
  not_poor: () => '按不是低保、特困等困难群众算。',
  undated: () => '资料写的是现行规定，没有写从哪天起。',
  as_of: (year) => `用的是${year}年的资料，现在可能变了。`,
  upcoming: (day) => `用到已公布、${day}才施行的规定。`,
  paid_from_scope_only: () => '只给了政策范围内的金额，范围外的自费没有算进个人负担。',
};

const PLACE_SILENT: Readonly<Record<NotDefined['why'], (what: string, r: NotDefined) => string>> = {
  no_region: (what) => `没有收录这个参保地的${what}，请提供，或问参保地医保。`,
  no_rule: (what) => `未规定：参保地的资料没有写${what}，请提供，或问参保地医保。`,
  needs: (what) => `${what}要看具体情况。`,
  too_early: (what, { day }) => `${what}只收录了${day}起的规定，再早的没有。`,
  ended: (what, { day }) => `${what}的资料到${day}就止了，之后的没有收录。`,
  beyond_table: (what, { amount }) =>
    `${what}只收录到${amount?.toFixed() ?? ''}元为止，超出部分的比例没有收录，请提供，或问参保地医保。`,
  as_of: (what, { year }) => `${what}只有${year}年的资料；同意按它估，请把 acceptAsOf 写成 true。`,
};

const NEED_NAMES: Readonly<Record<string, string>> = {
  insurance: '险种（职工还是居民）',
  person: '人群（在职、退休、成年居民、儿童）',
  age: '年龄',
  kind: '异地就医的类别（六种人中的哪一种）',
  filing: '备案了没有',
  setting: '住院还是门诊',
  tier: '医院级别',
  grade: '缴费档次或所属的一类人',
  poor: '是不是困难群众',
  marks: '医院或治疗的种类',
  admission: '第几次住院',
  stayDays: '住院天数',
  enrolledYears: '连续参保年数',
  enrolledMonths: '连续参保月数',
};

/** What is missing, and where to get it. */
export function missingText(item: Missing): string {
  if (item.what === 'cost') return '缺少费用：请提供总费用，或政策范围内费用。';
  if (item.what === 'situation')
    return `还需要知道${NEED_NAMES[item.need] ?? item.need}，才能定${ruleName(item.key)}。`;
  return PLACE_SILENT[item.reason.why](ruleName(item.key), item.reason);
}

/** How a known slip is told. */
export const MISTAKE_NAMES: Readonly<Record<MistakeCode, string>> = {
  deductible_after_ratio: '起付线应当先减，再乘比例；这里是乘完比例才减',
  deductible_ignored: '没有减起付线',
  prepay_ignored: '没有扣乙类先自付的部分',
  prepay_after_deductible: '乙类先自付应当在起付线之前扣；这里放到了后面',
  own_funded_ignored: '没有扣目录外的自费',
  over_limit_ignored: '没有扣超限价的部分',
  reduction_ignored: '没有算异地就医降低的部分',
  points_as_factor: '降的是百分点，应当相减；这里打成了折扣',
  factor_as_points: '规定是打折（乘系数）；这里减成了百分点',
  self_first_after_deductible: '异地先自付应当在起付线之前扣；这里放到了后面',
  self_first_as_points: '规定是先自付一部分再按比例；这里减成了百分点',
  ceiling_ignored: '没有按封顶线截止',
  ceiling_on_payment: '封顶线限的是费用；这里拿来限了支付',
  ceiling_on_cost: '封顶线限的是支付；这里拿来限了费用',
  bounds_including: '分段的界限应当从起付线以上算起；这里把起付线算进了界限',
  bounds_excluding: '分段的界限应当含起付线；这里从起付线以上才算起',
  layer_absolute: '大病保险应当按超过起点的部分分段；这里按总额分了段',
  layer_excess: '大病保险应当按总额分段；这里按超过起点的部分分了段',
};

/** Why a printed figure differs from ours. */
export function whyText({ id, ours, printed, why }: Difference): string {
  const yuan = (amount: Decimal) => `${amount.toFixed(2)}元`;
  const head = `${LABELS[id]}：单子上${yuan(printed)}，我们算${yuan(ours)}。`;
  if (why.code === 'mistakes') return `${head}差在：${why.mistakes.map((code) => MISTAKE_NAMES[code]).join('；')}。`;
  if (why.code === 'does_not_add_up')
    return `${head}单子上的${why.parts.map((part) => LABELS[part]).join('、')}对不上这个数。`;
  if (why.code === 'differs') return `${head}请核对这一行的基数、比例和起付线。`;
  const share = `${why.ratio.times(100).toDecimalPlaces(2).toFixed()}%`;
  return `${head}按我们的基数，等于只按${share}付；按我们的比例，等于基数只有${yuan(why.base.toDecimalPlaces(2))}。`;
}

/** How staff read what is covered: whom a rule is for and how it stands today. */
export const coverageWords = {
  names: {
    employee: '职工',
    resident: '居民',
    working: '在职',
    retired: '退休',
    adult: '成年人',
    child: '儿童',
    resettled: '异地安置退休',
    long_term: '异地长期居住',
    posted: '常驻异地工作',
    referral: '转诊',
    emergency: '急诊抢救',
    other_temporary: '其他临时外出',
    filed: '已备案',
    not_filed: '没备案',
    at_home: '在参保地',
    community: '社区',
    primary: '一级',
    secondary: '二级',
    tertiary: '三级',
    low_income_margin: '低保边缘',
    ...SETTING_NAMES,
  } as Readonly<Record<string, string>>,
  poor: '困难群众',
  oneOf: (names: readonly string[]) => names.join('/'),
  whom: (people: readonly string[], tiers: readonly string[]) =>
    `${people.join('、') || '所有人'}${tiers.length === 0 ? '' : `（${tiers.join('、')}）`}`,
  age: (from: number | undefined, below: number | undefined) =>
    [from === undefined ? '' : `满${from}岁`, below === undefined ? '' : `不满${below}岁`].join(''),
  admission: (from = 1, below: number | undefined) => {
    if (below === undefined) return `第${from}次住院起`;
    return below === from + 1 ? `第${from}次住院` : `第${from}至${below - 1}次住院`;
  },
  standing: {
    in_force: (since?: string) => (since === undefined ? '现行' : `${since}起现行`),
    year: (year = '') => `只有${year}年的资料`,
    upcoming: (day = '') => `${day}起施行，还没到`,
    ended: (day = '') => `${day}起失效`,
  },
  region: (name: string, code: string, days: number) => `${name} ${code}　${days}天前核对`,
} as const;
