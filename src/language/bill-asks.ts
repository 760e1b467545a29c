import { moneyIn } from './bill-money.js';
import type { Bill } from './bill-types.js';
import { wantsIn } from './bill-wants.js';

const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'));

/** Fields that give a cost, besides the total. */
const COSTS: readonly (keyof Bill)[] = ['inScope', 'classA', 'classB', 'seriousIllnessBase'];

/** Fields that are figures of a bill, though no cost. */
const FIGURES: readonly (keyof Bill)[] = [
  'ownFunded',
  'overLimit',
  'deductible',
  'homeRatio',
  'actualRatio',
  'ceiling',
  'usedPool',
  'usedDeductible',
  'paidBySelf',
  'paidByFund',
];

const CALCULATES =
  /帮.{0,3}算|[算测估]一?[下算]|估[计算个]|计算|测算|试算|核算|算[个笔]|算出(?!来的)|怎么算(?!的|出来|来的)|咋算(?!的)|算(?:多少|得对|对)/;
const SHARE = /%|[成折点]|百分/;
const SPENT = /花|费|总|住院|账单|报销|能报|垫|掏/;

/** A bill: money alone may be anything. */
const OF_CARE =
  /总共|一共|合计|总计|花|费|报|住院|看病|医院|账单|结算|手术|算|门槛|起付|医保|出院|治|备案|自付|统筹|在家/;

const OF_PAYMENT = /报|按|支付|降/;

/** Fields that say nothing of what a sum is for. */
const PLAIN: readonly string[] = ['total', 'wants'];

/** Figures of whole regions and years. */
const STATISTIC = /亿|人次|全国|同比|万人|惠及|减少.{0,4}垫付|累计结算|全省|全市.{0,6}基金/;
const OWN = /我|俺|咱|花了|爸|妈|住院费|总费用|能报/;

/** Statements put up for a yes or no. */
const PREMISE = /对吗|对吧|对不对|是真的|真的吗|真的假的|是吗|是不是|没错吧|对么|听说|属实|吗[?]?$/;

/** Other things people want to know once they have named a cost. */
const OTHER_NEED = any([
  '(?:什么|哪些|啥|带|准备|需要|要|交|补|拿)[^,。]{0,4}材料|材料(?:不全|清单|呢|要)|资料|带什么|带啥|上传',
  '(?:什么|哪些|啥|怎么|需要|要)[^,。]{0,4}手续|流程|步骤|怎么(?:备案|申请|办)|咋办|补备案|办.{0,5}卡',
  '怎么报销?[?。]?$|咋报[?。]?$|怎么直接结算|能不能直接|能直接',
  '多久|什么时候|啥时候|多长时间|几天能|几个工作日|到账|过期',
  '在哪|去哪|哪里|哪儿|电话|找谁|举报|投诉',
  '为什么|为啥|凭什么|算不算|合不合理|能退吗|能不能退|退押金|要交吗',
]);
const WHETHER = /能报销?(?:吗|么|不$|不[?])|能不能报|可以报销?(?:吗|么)|可不可以报|报(?:吗|不$)|报不报|能否报|给不给报/;
const WHOLE = /花|总|一共|费用|住院/;

const MOST = /最多(?:能)?报多少|最高(?:能)?报多少|封顶线?(?:是)?多少/;

/** What every figure is written with. */
const NUMERAL = /[\d零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟俩仨廿卅幺半几]/;

/** False only if `asksEstimate` would be, whatever bill is read from the text: it tells most questions at once. */
export const mayAskEstimate = (text: string): boolean =>
  NUMERAL.test(text) || CALCULATES.test(text) || wantsIn(text).bill.wants !== undefined;

/**
 * True if a message wants an amount worked out: it gives what was spent, or figures of a bill and asks for a sum.
 * @param text folded
 * @param bill what `readBill` made of it
 */
export function asksEstimate(text: string, bill: Bill): boolean {
  if (STATISTIC.test(text) && !OWN.test(text)) return false;
  const sum = asksSum(text, bill);
  if (OTHER_NEED.test(text) && !sum) return false;
  if (hasCost(text, bill)) return sum || !(WHETHER.test(text) && !WHOLE.test(text));
  if (PREMISE.test(text) || MOST.test(text)) return false;
  return FIGURES.some((field) => bill[field] !== undefined) && sum;
}

function hasCost(text: string, bill: Bill): boolean {
  if (COSTS.some((field) => bill[field] !== undefined)) return true;
  if (bill.paidByFund !== undefined && bill.paidBySelf !== undefined) return true;
  if (bill.total !== undefined) return OF_CARE.test(text) || Object.keys(bill).some((field) => !PLAIN.includes(field));
  return SPENT.test(text) && moneyIn(text).trouble.some(({ raw }) => !SHARE.test(raw));
}

function asksSum(text: string, { wants, homeRatio }: Bill): boolean {
  if (wants === 'ratio') return homeRatio !== undefined && OF_PAYMENT.test(text);
  return wants !== undefined || CALCULATES.test(text);
}
