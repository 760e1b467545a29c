import { chineseToNumber } from '../language/numerals.js';

const UNIT =
  '个?百分点|个?工作日|个?季度|个?月|小时|天|日|号|年|元|个?省|人次|万人|亿人|万家|亿元|万元|万|亿|家|种|小?类|类|人|次|倍|笔|%|步|条|款|层|期';
const CHINESE = '[零〇一二两三四五六七八九十百千万亿]+半?|半';
const FIGURE = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(${UNIT})?|(${CHINESE})(${UNIT})`, 'g');
const NO_FIGURE =
  /第[一二三四五六七八九十百]+[条章款项]|十四五|十五五|一次性|一般|一起|一样|一定|一概|一律|一并|一致|一类人|[一二三]级|[一二三]甲|每一?[天日月年次]|这一?[天日月年次种类]|那一?[天日月年次种类]|同一[天日年次种类家]|万一|其[一二]|之一|任一|一人|一家人|家人|一日|一笔带过|另一种|另一类|一种|一类|一次|一年四季|下一步|第[一二三]步|上一步|哪一[种类家]|二次/g;

/**
 * Every number with its unit in a sentence, in one spelling: `10|百分点`, `2025|年`, `6|月`. Chinese numerals count
 * only before a unit; words such as 三级, 一般, 第四条 are no numbers.
 */
export function figuresIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(NO_FIGURE, '·');
  return [...plain.matchAll(FIGURE)].flatMap(([, digits, unit, chinese, chineseUnit]) => {
    const value = digits === undefined ? chineseToNumber(chinese ?? '')?.toString() : digits.replaceAll(',', '');
    return value === undefined
      ? []
      : [`${value}|${(unit ?? chineseUnit ?? '').replace(/^个/, '').replace('小类', '类').replace('号', '日')}`];
  });
}
