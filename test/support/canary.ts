import { scriptDigit } from '../../src/language/digits.js';

/** An ID number that nobody holds (a real region, a real day, a right check digit), and a phone number. */
export const ID = '110101199003078515';
export const PHONE = '13812345678';

const ARABIC_INDIC = 0x0660;
const EXTENDED_ARABIC = 0x06f0;
const DEVANAGARI = 0x0966;
const FULL_WIDTH = 0xff10;
const MATH_BOLD = 0x1d7ce;
const MATH_MONO = 0x1d7f6;

const inRow = (row: number) => (digits: string) =>
  [...digits].map((digit) => String.fromCodePoint(row + Number(digit))).join('');
const byTable = (table: string) => (digits: string) => [...digits].map((digit) => [...table][Number(digit)]).join('');
const joined =
  (mark: string, ...sizes: number[]) =>
  (digits: string) =>
    grouped(digits, sizes).join(mark);

function grouped(digits: string, sizes: readonly number[]): string[] {
  const groups: string[] = [];
  let at = 0;
  for (let i = 0; at < digits.length; i += 1) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? 1;
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups;
}

const chinese = byTable('零一二三四五六七八九');
const halfChinese = (digits: string) => [...digits].map((digit, i) => (i % 2 ? chinese(digit) : digit)).join('');

/** Ways to write any number that is to stay out of every log. */
const SCRIPTS: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  inRow(FULL_WIDTH),
  inRow(MATH_BOLD),
  inRow(MATH_MONO),
  inRow(ARABIC_INDIC),
  inRow(EXTENDED_ARABIC),
  inRow(DEVANAGARI),
  byTable('⓪①②③④⑤⑥⑦⑧⑨'),
  byTable('⓿❶❷❸❹❺❻❼❽❾'),
  byTable('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  chinese,
  byTable('〇一二三四五六七八九'),
  byTable('零壹贰叁肆伍陆柒捌玖'),
  byTable('零壹貳參肆伍陸柒捌玖'),
  byTable('零幺两三四五六七八九'),
  halfChinese,
  (digits) => [...digits].map((digit) => `${digit}\ufe0f\u20e3`).join(''),
  joined('\u200b', 1),
  joined('\u200d\u2060', 3),
  joined('\u{e0031}', 4),
  joined(' ', 1),
  joined('-', 1),
  joined('\n', 1),
  joined('、', 1),
  joined('_', 4),
  (digits) => joined(' ', 1)(chinese(digits)),
  (digits) => joined('-', 4)(inRow(FULL_WIDTH)(digits)),
];

/** One ID number in many spellings; wherever they come from, none may survive `mask`. */
export const idSpellings: readonly string[] = [
  ...SCRIPTS.map((write) => write(ID)),
  joined(' ', 4)(ID),
  joined(' ', 6)(ID),
  joined(' ', 6, 8, 4)(ID),
  joined('-', 6, 8, 4)(ID),
  joined('.', 6, 4, 4, 4)(ID),
  joined(' - ', 6, 8, 4)(ID),
  joined('\n', 9)(ID),
  joined('\r\n', 6)(ID),
  joined('·', 3)(ID),
  joined('/', 6, 4, 2, 2, 4)(ID),
  `${ID.slice(0, 6)}（${ID.slice(6, 14)}）${ID.slice(14)}`,
  `${ID.slice(0, 6)} ${ID.slice(6, 10)}-${ID.slice(10, 14)} ${ID.slice(14, 17)}4`,
  `身份证：${ID}`,
  `身份证号码是 ${joined(' ', 3)(ID)}。`,
  `身分證字號${ID}`,
  `id:${ID},`,
  `我叫张三${ID}住在呼和浩特`,
  `一${ID}`,
  `${ID.slice(0, 17)}4`,
  `${ID.slice(0, 17)}X`,
  `${ID.slice(0, 17)}ｘ`,
  `${ID.slice(0, 17)} 叉`,
  `${chinese(ID.slice(0, 17))}叉`,
  `身份证${ID.slice(0, 17)}`,
  `${ID}0`,
  `身份证 ${ID.slice(0, 10)}99${ID.slice(12)}`,
  ID.slice(0, 6) + ID.slice(8, 17),
];

/** One phone number in many spellings. */
export const phoneSpellings: readonly string[] = [
  ...SCRIPTS.map((write) => write(PHONE)),
  joined(' ', 3, 4)(PHONE),
  joined('-', 3, 4)(PHONE),
  joined('.', 3, 4)(PHONE),
  joined('\n', 3, 4)(PHONE),
  joined('\n', 5, 6)(PHONE),
  joined(' ', 4)(PHONE),
  joined(' ', 2)(PHONE),
  joined('—', 3, 4)(PHONE),
  joined('·', 3, 8)(PHONE),
  joined(' - ', 3, 4)(PHONE),
  `(${PHONE.slice(0, 3)})${PHONE.slice(3)}`,
  `（＋８６）${inRow(FULL_WIDTH)(PHONE)}`,
  `+86${PHONE}`,
  `+86 ${joined(' ', 3, 4)(PHONE)}`,
  `+86-${PHONE}`,
  `0086${PHONE}`,
  `0086-${joined('-', 3, 4)(PHONE)}`,
  `86${PHONE}`,
  `0${PHONE}`,
  `八六${chinese(PHONE)}`,
  `幺三八 幺二三四 五六七八`,
  `138一二三四5678`,
  `手机：${PHONE}`,
  `手机号是${joined(' ', 2, 5, 4)(PHONE)}`,
  `打我電話${PHONE}谢谢`,
  `微信同号${PHONE}`,
  `${PHONE}，${PHONE}`,
  `电话${PHONE}转0`,
  `手机${PHONE.slice(0, 10)}`,
  `1.${PHONE}`,
];

const CHINESE = new Map([...'零一二三四五六七八九'].map((char, value) => [char, String(value)]));
const OTHERS: Record<string, string> = { 〇: '0', 幺: '1', 两: '2' };
for (const [value, char] of [...'零壹贰叁肆伍陆柒捌玖'].entries()) OTHERS[char] = String(value);
for (const [value, char] of [...'零壹貳參肆伍陸柒捌玖'].entries()) OTHERS[char] = String(value);

/** All digits of a text, whatever their script, in one string of ASCII digits; what stands between them is dropped. */
export function digitsOf(text: string): string {
  return [...text.normalize('NFKC')]
    .map((char) => scriptDigit(char) ?? CHINESE.get(char) ?? OTHERS[char] ?? '')
    .join('');
}

/** True if eight digits in a row of the number are still in the text, in any script and with anything between them. */
export function leaks(text: string, number: string): boolean {
  const left = digitsOf(text);
  return Array.from({ length: number.length - 7 }, (_, i) => number.slice(i, i + 8)).some((run) => left.includes(run));
}
