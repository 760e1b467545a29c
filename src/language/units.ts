/**
 * What a quantity counts. `''`: a bare number (an amount of money, as people type it); `其他`: any counter that no rule
 * here is about (个, 岁, 小时, 项), so that such numbers can still be compared.
 */
export const UNIT_NAMES = [
  '',
  '元',
  '百分点',
  '百分比',
  '折',
  '月',
  '年',
  '天',
  '工作日',
  '种',
  '家',
  '人次',
  '次',
  '倍',
  '其他',
] as const;

export type Unit = (typeof UNIT_NAMES)[number];

type UnitWord = {
  readonly unit: Unit;
  /** What stands after the number; the first that fits is taken. */
  readonly after: RegExp;
  /** Added to the number: 三个半月, 一年半. */
  readonly plus?: string;
  /** What must stand before the number. */
  readonly before?: RegExp;
};

const MORE_OR_LESS =
  /(?:提高|降低|下降|下调|上调|上浮|下浮|下滑|降|减|少|低|高|增|差|加|扣|涨|跌)[了到至约近有大概将按]{0,3} ?$/;
const FOR_SO_LONG = /(?:期限?|为|是|不?超过|不?少于|满|限|至少|最[长多短]|不足|长达|延长|共|达|住院?|住了|连续) ?$/;

/** In the order of reading: the longer word first. */
export const UNIT_WORDS: readonly UnitWord[] = [
  { unit: '元', after: /^(?:块钱|块儿|块|元(?!旦|宵|素)|圆|人民币|rmb)/ },
  { unit: '百分点', after: /^(?:个?百分点|个点(?!儿))/ },
  { unit: '百分点', after: /^点(?![钟半整多儿\d零〇一二三四五六七八九])/, before: MORE_OR_LESS },
  { unit: '百分比', after: /^%/ },
  { unit: '折', after: /^折(?![腾磨叠断旧合算返])/ },
  { unit: '工作日', after: /^个?工作日/ },
  { unit: '月', after: /^个半月/, plus: '0.5' },
  { unit: '月', after: /^个(?:自然)?月/ },
  { unit: '年', after: /^年半(?!价)/, plus: '0.5' },
  { unit: '年', after: /^年(?!级|底|初|末|龄|代|份|报|审|四季)/ },
  { unit: '天', after: /^天半/, plus: '0.5' },
  { unit: '天', after: /^(?:自然日|天(?!津|然|水))/ },
  { unit: '天', after: /^日(?=[以之]?[内后]|期间)/ },
  { unit: '天', after: /^日(?![前起至到~-])/, before: FOR_SO_LONG },
  { unit: '种', after: /^(?:个病种|个?种类?|类|样)/ },
  { unit: '家', after: /^家(?![人里庭属长])/ },
  { unit: '人次', after: /^人次/ },
  { unit: '次', after: /^次(?![性日年月序要于])/ },
  { unit: '倍', after: /^倍/ },
  { unit: '其他', after: /^(?:个|岁|周岁|人|项|条|款|位|名|小时|周|星期|张|份|笔|分钟|省|市|区|县)/ },
];

/** Words after a number that make it a name or a mark of time: 三级, 3甲, 21号, 3步, 8点. */
export const NO_UNIT = /^(?:[级甲乙丙丁号楼床室栋路期版型代页章步层线点日月胎孩]|[a-z])/;

/** Numbers that are parts of other things: numbers of documents, clock times, list marks, hot lines, fractions. */
export const NO_NUMBERS = [
  /[〔[(【]\d{4}[〕\])】] ?(?:第 ?)?(?:\d{1,5} ?号)?/g,
  /(?<!\d)\d{1,2}:\d{2}(?!\d)/g,
  /\(\d{1,2}\)|(?:^|[\s。;])\d{1,2}[.、](?!\d)/g,
  /(?<![\d/])\d{1,3}\/\d{1,3}(?![\d/])/g,
  /(?<![\d.])(?:12393|12345|12333|12320)(?![\d%元块万]|\.\d)/g,
  /(?<=[打拨叫]|电话|热线|急救|呼叫) ?:?(?:1(?:10|19|20)|95\d{3})(?![\d%元块万天]|\.\d)/g,
  /(?<![\d.])120(?=急救|救护)/g,
  /(?:上午|下午|早上|晚上|中午|凌晨|早晨)[\d一二三四五六七八九十]{1,3}点/g,
] as const;
