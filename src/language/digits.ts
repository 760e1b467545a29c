/** Numerals that are also words: 一起, 两种. They count as digits only inside a long run of them. */
const CHINESE_DIGITS = [
  '〇零○◯洞',
  '一壹弌幺',
  '二贰貳弍两兩',
  '三叁參参弎叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒拐',
  '八捌',
  '九玖勾',
];

/** Digits without a Unicode decomposition: first code point of a row, its value, how many follow on. */
const ODD_ROWS = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x3021, 1, 9],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
] as const;

const chinese = new Map(CHINESE_DIGITS.flatMap((row, value) => [...row].map((char) => [char, String(value)] as const)));

const odd = new Map(
  ODD_ROWS.flatMap(([first, value, count]) =>
    Array.from({ length: count }, (_, i) => [String.fromCodePoint(first + i), String(value + i)] as const),
  ),
);

/** The value (`0`–`9`) of a Chinese numeral below ten, the formal and the spoken ones included. */
export function chineseDigit(char: string): string | undefined {
  return chinese.get(char);
}

/** The value (`0`–`9`) of a decimal digit of any script, circled and styled ones included; not Chinese numerals. */
export function scriptDigit(char: string): string | undefined {
  if (char >= '0' && char <= '9') return char;
  const known = odd.get(char);
  if (known !== undefined) return known;
  return /^\p{Nd}$/u.test(char) ? decimalValue(char.codePointAt(0) ?? 0) : undefined;
}

/** Unicode keeps the decimal digits of a script in rows of ten from zero, so the distance to the row's start gives the value. */
function decimalValue(code: number): string {
  let start = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}
