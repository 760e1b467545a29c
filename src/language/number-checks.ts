const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10x98765432';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True if eight digits `YYYYMMDD` can be a day between 1880 and 2039; leap years are not told apart, typing errors are common. */
export function isPlausibleDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const day = Number(digits.slice(6, 8));
  return /^\d{8}$/.test(digits) && year >= 1880 && year < 2040 && day >= 1 && day <= daysIn(Number(digits.slice(4, 6)));
}

function daysIn(month: number): number {
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** True if 18 characters (17 digits, then a digit or `x`) are an ID number, or one with a slip in the region or the check digit. */
export function isLikeId(number: string): boolean {
  return isPlausibleDay(number.slice(6, 14)) && (PROVINCES.has(number.slice(0, 2)) || hasIdCheck(number));
}

/** True if the last of 18 characters is the check digit of the others (GB 11643, MOD 11-2). */
export function hasIdCheck(number: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return number.length === 18 && ID_CHECKS.charAt(sum % 11) === number.charAt(17);
}

/** True if 15 digits can be an ID number of before 1999: province, then the birth day with a two-digit year. */
export function isLikeOldId(number: string): boolean {
  return PROVINCES.has(number.slice(0, 2)) && isPlausibleDay(`19${number.slice(6, 12)}`);
}

/** True if the digits pass the Luhn check of bank cards. */
export function hasLuhnCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + luhnShare(Number(digit), i), 0);
  return sum % 10 === 0;
}

function luhnShare(digit: number, place: number): number {
  if (place % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
