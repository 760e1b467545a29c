import { z } from 'zod';
import { INSURANCES, KINDS } from '../policy/kinds.js';

export const SETTINGS = ['inpatient', 'chronic', 'outpatient'] as const;
export const FILINGS = ['filed', 'not_filed', 'at_home'] as const;
export const PERSONS = ['working', 'retired', 'adult', 'child'] as const;
/** Hospital tiers of the national scale, lowest first; a region may have tiers of its own beside them. */
export const TIERS = ['community', 'primary', 'secondary', 'tertiary'] as const;

export type Setting = (typeof SETTINGS)[number];
export type Filing = (typeof FILINGS)[number];

const count = (what: string) => z.int().min(0).max(150).describe(what);
const name = z.string().min(1).max(40);

/** Who is treated, where and how: what decides which rule of a region holds. */
export const situationSchema = z.strictObject({
  insurance: z.enum(INSURANCES).optional(),
  person: z.enum(PERSONS).optional().describe('working or retired for employees, adult or child for residents'),
  age: count('years of age').optional(),
  kind: z.enum(KINDS).optional().describe('as which of the six kinds of person'),
  filing: z.enum(FILINGS).optional().describe('filed, not filed, or treated in the insured region'),
  setting: z.enum(SETTINGS).optional(),
  tier: name.optional().describe("the hospital's tier: community, primary, secondary, tertiary or a region's own"),
  grade: name.optional().describe("contribution grade or group of a region's own (tier_one, student ...)"),
  poor: z.boolean().optional().describe('on the register of low-income families'),
  marks: z
    .array(name)
    .optional()
    .describe("further marks a region's rule asks for: contract_hospital, chemotherapy ..."),
  admission: z.int().min(1).max(99).optional().describe('which admission of the year this is, counted from 1'),
  unapproved: count('admissions out of the area without approval this year, this one not counted').optional(),
  stayDays: z.int().min(1).max(3650).optional().describe('days of this stay'),
  enrolledYears: count('years of continuous enrolment').optional(),
  enrolledMonths: z.int().min(0).max(1200).optional().describe('months of continuous enrolment'),
});

export type Situation = z.infer<typeof situationSchema>;

/** A list, or one item standing for a list of one. */
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((value) => [value]), z.array(item).min(1)]) as unknown as z.ZodType<
    z.output<T>[],
    z.input<T> | z.input<T>[]
  >;

/** Whom a rule is for: all that is named must hold, one of each list. */
export const forSchema = z.strictObject({
  insurance: oneOrMore(z.enum(INSURANCES)).optional(),
  person: oneOrMore(z.enum(PERSONS)).optional(),
  age: z.strictObject({ from: count('at least').optional(), below: count('younger than').optional() }).optional(),
  kind: oneOrMore(z.enum(KINDS)).optional(),
  filing: oneOrMore(z.enum(FILINGS)).optional(),
  setting: oneOrMore(z.enum(SETTINGS)).optional(),
  tier: oneOrMore(name).optional(),
  grade: oneOrMore(name).optional(),
  poor: z.boolean().optional(),
  marks: oneOrMore(name).optional().describe('all of these marks'),
  admission: z.strictObject({ from: z.int().min(1).optional(), below: z.int().min(2).optional() }).optional(),
});

export type For = z.infer<typeof forSchema>;

/** A part of the situation that a rule depends on. */
export type Dimension = keyof For;

/** Whether a rule is for this situation: yes, no, or undecided until the named parts of it are known. */
export function matches(rule: For, situation: Situation): boolean | Dimension[] {
  let needs: Dimension[] | undefined;
  for (const name in rule) {
    const dimension = name as Dimension;
    const verdict = holds(dimension, rule, situation);
    if (verdict === false) return false;
    if (verdict === undefined) needs = [...(needs ?? []), dimension];
  }
  return needs ?? true;
}

function holds(dimension: Dimension, rule: For, situation: Situation): boolean | undefined {
  switch (dimension) {
    case 'marks':
      return rule.marks?.every((mark) => situation.marks?.includes(mark));
    case 'poor':
      return rule.poor === (situation.poor ?? false);
    case 'admission':
      return isIn(situation.admission ?? 1, rule.admission);
    case 'age':
      return situation.age === undefined ? undefined : isIn(situation.age, rule.age);
    default: {
      const value = situation[dimension];
      return value === undefined ? undefined : (rule[dimension] as readonly string[]).includes(value);
    }
  }
}

const isIn = (count: number, range: For['age']): boolean =>
  count >= (range?.from ?? 0) && count < (range?.below ?? Number.POSITIVE_INFINITY);

/** True if some situation could be under both rules: such a pair in force on one day would contradict itself. */
export function overlap(a: For, b: For): boolean {
  return (Object.keys(a) as Dimension[]).every((dimension) => meet(dimension, a, b));
}

function meet(dimension: Dimension, a: For, b: For): boolean {
  if (b[dimension] === undefined || dimension === 'marks' || dimension === 'admission') return true;
  if (dimension === 'poor') return a.poor === b.poor;
  if (dimension === 'age')
    return (a.age?.from ?? 0) < (b.age?.below ?? 999) && (b.age?.from ?? 0) < (a.age?.below ?? 999);
  const other = b[dimension] as readonly string[];
  return (a[dimension] as readonly string[]).some((value) => other.includes(value));
}
