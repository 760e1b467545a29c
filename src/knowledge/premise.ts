import { type Quantity, quantities } from '../language/quantities.js';

const CONFIRMS =
  /对吧|对吗|对不对|对么|没错吧|没错吗|是吧|是不是|是吗|是么|没记错|记得|听说|听讲|都说|有人说|据说|不是说|吧[?？。！!]*$|太[慢长久高低多少短]了/;
const COUNTED = new Set(['百分点', '百分比', '工作日', '月', '天', '种', '家', '年', '次', '人次']);

/**
 * A figure in the question that the answer contradicts: the person states 3个月 and the answer says 1个月 and nowhere 3.
 * @returns the wrong figure as typed, or undefined; only statements that ask to be confirmed are looked at
 */
export function wrongFigure(question: string, answer: string): string | undefined {
  if (!CONFIRMS.test(question)) return undefined;
  const told = quantities(answer);
  return quantities(question).find((said) => COUNTED.has(said.unit) && contradicts(said, told))?.raw;
}

const kin = (unit: string) => (unit === '百分比' ? '百分点' : unit);

function contradicts(said: Quantity, told: readonly Quantity[]): boolean {
  const same = told.filter((quantity) => kin(quantity.unit) === kin(said.unit));
  return same.length > 0 && same.every((quantity) => !quantity.value.equals(said.value));
}
