import { hasIdCheck, hasLuhnCheck, isLikeId, isLikeOldId, isPlausibleDay } from './number-checks.js';

/** What a pattern found: its digits (with a last `x`), the sizes of the groups they stand in, and what surrounds them. */
export type Candidate = {
  readonly number: string;
  readonly lead: string;
  readonly prefix: string;
  readonly digits: string;
  readonly groups: readonly number[];
  readonly after: string;
};

const AMOUNT = /^ ?(?:元(?!旦)|块|圆|%|万|亿|人次)/;
const PHONE_SHAPES = new Set(['11', '3-4-4', '3-8', '7-4', '4-4-3', '3-3-5', '3-3-3-2', '4-3-4', '5-3-3']);
const LOCAL_SHAPES = new Set(['7', '8', '3-4', '4-4', '4-3', '2-2-3', '2-2-2-2']);

/** True if what follows the name of a card or record is its number: four digits after 号, a long number otherwise. */
export function isNamedDocument({ number, digits, lead, after }: Candidate): boolean {
  if (/^ ?[年月日元万块天个岁%]/.test(after)) return false;
  const named = /[号码]/.test(lead.replace(/^挂号/, ''));
  return named ? digits.length >= 4 : /^[a-z]{0,4}\d{7,}/.test(number) && !isPlausibleDay(digits);
}

/** 1 3 8 … or 13 81 …; opening hours (09:00-12:00) look the same. */
function isDigitByDigit({ groups, number }: Candidate): boolean {
  const single = groups.every((size) => size === 1);
  const pairs = isEven(groups, 2) && hasOneMark(number) && !/[,、;。]/.test(number);
  return groups.length > 4 && (single || pairs) && !/\d\d?:\d\d(?!\d)/.test(number);
}

const isEven = (groups: readonly number[], most: number): boolean =>
  groups.every((size, i) => size === most || (i === groups.length - 1 && size < most));

/** The same thing between all groups, as when one number is spelled out; in a list of figures it changes. */
function hasOneMark(number: string): boolean {
  return new Set(number.match(/[^\dx]+/g)).size <= 1;
}

/** True if 18 characters are an ID number as people split it; in many pieces with several marks only if its check digit is right. */
export function isId({ digits, groups, number }: Candidate): boolean {
  const usual = groups.length <= 4 || groups.join('-') === '6-4-2-2-4';
  return isLikeId(digits) && (usual || hasOneMark(number) || hasIdCheck(digits));
}

/** True if the groups are ones in which people write 15 digits of an ID; any split would also fit a list of amounts. */
export function isOldIdShape(candidate: Candidate): boolean {
  const { groups } = candidate;
  return (
    groups.length <= 2 || isEven(groups, groups[0] ?? 0) || groups.join('-') === '6-6-3' || isDigitByDigit(candidate)
  );
}

/** How many digits from the start are a bank card: the longest run of whole groups that passes the check; 0 if none. */
export function cardLength(candidate: Candidate): number {
  const { digits, groups, number, after } = candidate;
  if (isDigitByDigit(candidate)) return hasLuhnCheck(digits) && !/[,、;。]/.test(number) ? digits.length : 0;
  for (let count = groups.length; count > 0; count -= 1) {
    const parts = groups.slice(0, count);
    const card = digits.slice(
      0,
      parts.reduce((sum, size) => sum + size, 0),
    );
    const amount = count === groups.length && card.length < 16 && AMOUNT.test(after);
    if (card.length >= 13 && !amount && isCardShape(parts, card) && hasLuhnCheck(card)) return card.length;
  }
  return 0;
}

function isCardShape(groups: readonly number[], card: string): boolean {
  if (groups.length === 1) return !(card.length === 15 && isLikeOldId(card));
  if (groups.length === 2) return groups[0] === 6 || groups[1] === 6 || (groups[0] ?? 0) > 8;
  const years = /^(?:(?:19|20)\d\d)+$/.test(card);
  return !years && isEven(groups, 4);
}

/** True if the eleven digits are grouped like a phone number and count nothing. */
export function isMobile(candidate: Candidate): boolean {
  const { prefix, number, digits, groups, after } = candidate;
  if (prefix.length > 1) return true;
  if (AMOUNT.test(after)) return false;
  const shape = groups.join('-');
  if (isDigitByDigit(candidate) || ['11', '3-4-4', '3-8', '7-4'].includes(shape)) return true;
  if (/[,、;。]/.test(number)) return false;
  if (PHONE_SHAPES.has(shape)) return true;
  const first = groups[0] ?? 0;
  return groups.length === 2 && first >= 3 && first <= 8 && !isPlausibleDay(digits.slice(0, first));
}

/** True if the digits are grouped as area code and local number. */
export function isLandline(candidate: Candidate): boolean {
  const { digits, groups } = candidate;
  if (groups.length === 1 || isDigitByDigit(candidate)) return true;
  const area = /^0(?:10|2)/.test(digits) ? 3 : 4;
  return groups[0] === area && LOCAL_SHAPES.has(groups.slice(1).join('-'));
}
