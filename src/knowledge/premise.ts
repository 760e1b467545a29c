import { type Quantity, quantities } from '../language/quantities.js';

const CONFIRMS =
  /对吧|对吗|对不对|对么|没错吧|没错吗|是吧|是不是|是吗|是么|没记错|记得|听说|听讲|都说|有人说|据说|不是说|吧[?？。！!]*$|太[慢长久高低多少短]了/;
const ASKS =
  /多久|多长|何时|不[?？]?$|没[?？]?$|吗|么|呢|嘛|多少|几|怎么|怎样|咋|啥|什么|哪|谁|如何|能不能|可不可以|要不要|用不用|需不需要|是不是|行不行|有没有|会不会|算不算|是否|[?？]/;

const ASSERTS = /不|只|都|必须|一律|得|就|肯定|没有|已经|全部|才|了|能|可以|算|要|是/;

/**
 * True if a text states something rather than asks it openly: 「……对吧」「听说……」, or a sentence without a question in it.
 * Only then is a wrong belief denied before it is answered.
 */
export const isStated = (text: string): boolean => CONFIRMS.test(text) || (!ASKS.test(text) && ASSERTS.test(text));

/**
 * A figure in the question that the answer contradicts: the person states 3个月 and the answer says 1个月 and nowhere 3.
 * @param units in which a difference matters here
 * @returns the wrong figure as typed, or undefined; only statements that ask to be confirmed are looked at
 */
export function wrongFigure(question: string, answer: string, units: readonly string[]): string | undefined {
  if (!CONFIRMS.test(question)) return undefined;
  const told = quantities(answer);
  return quantities(question).find(
    (said) => units.includes(said.unit) && !ABOUT.test(question.slice(said.start)) && contradicts(said, told),
  )?.raw;
}

/** 一万多家, 十来天: about a figure, which no exact one contradicts. */
const ABOUT = /^[^,。?？]{0,6}[多余来几]/;

const kin = (unit: string) => (unit === '百分比' ? '百分点' : unit);

function contradicts(said: Quantity, told: readonly Quantity[]): boolean {
  const same = told.filter((quantity) => kin(quantity.unit) === kin(said.unit));
  return same.length > 0 && same.every((quantity) => !quantity.value.equals(said.value));
}
