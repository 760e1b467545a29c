import { Decimal } from 'decimal.js';
import type { Region, Rule } from '../../src/calculator/region.js';
import type { For } from '../../src/calculator/situation.js';

/** A value as the shapes give it: objects, lists, texts and decimals. */
type Value = { readonly [field: string]: Value } | readonly Value[] | Decimal | string | number | null | undefined;

/** Every value of a region's file as a line: for whom | parameter | tier | value | time | row of the inventory. */
export function linesOf({ parameters }: Region): string[] {
  return Object.entries(parameters).flatMap(([key, rules]) => rules.flatMap((rule) => rulesLines(key, rule)));
}

function rulesLines(key: string, { for: whom, history }: Rule): string[] {
  return history.flatMap(({ value, by_tier, ended, from, as_of, rows }) => {
    const time = from ? `from ${from}` : as_of ? `as of ${as_of}` : 'in force';
    const values = by_tier ? Object.entries(by_tier) : [['-', ended ? 'nothing' : value] as const];
    return values.map(([tier, one]) =>
      [whomText(whom), key, tier, told(one as Value), time, rows.join(' ')].join(' | '),
    );
  });
}

function whomText({ insurance, person, grade, marks, kind, filing, setting, age, admission, ...rest }: For): string {
  const lists = [insurance, person, grade, marks, kind, filing, setting].map((list) => list?.join('/'));
  const ages = [age?.from && `≥${age.from}`, age?.below && `<${age.below}`];
  const parts = [...lists, ...ages, admission?.below === 2 && '1st', ...Object.keys(rest)].filter(Boolean);
  return parts.join(' ') || 'all';
}

const percent = (value: Value): string => (Decimal.isDecimal(value) ? `${value.times(100).toFixed()}%` : told(value));

/** A value in the words of the inventory, its fields in the order of WORDS. A field without words is named with a question mark. */
function told(value: Value): string {
  if (typeof value === 'string') return value;
  if (Decimal.isDecimal(value)) return value.toFixed();
  const fields = Object.entries(value as Fields).filter(([, field]) => field !== undefined);
  const order = (name: string) => Object.keys(WORDS).indexOf(name);
  const sorted = fields.sort(([a], [b]) => order(a) - order(b));
  return sorted.map(([name, field]) => WORDS[name]?.(field, value as Fields) ?? ` ${name}?`).join('');
}

type Fields = Readonly<Record<string, Value>>;
type Words = (field: Value, whole: Fields) => string;

const each = (list: Value, text: (item: Fields) => string, between = ''): string =>
  (list as readonly Fields[]).map(text).join(between);

const WORDS: Readonly<Record<string, Words>> = {
  mode: (mode) => (mode === 'same' ? 'same' : ''),
  on: (on) => (on === 'payment' ? '' : `on ${told(on)} `),
  start: (start) => `from ${told(start)} `,
  basis: (basis) => `on the ${told(basis)} `,
  deductible: (deductible) => `${told(deductible)} then `,
  base: percent,
  step: (step) => ` and ${percent(step)} × age`,
  segments: (list) =>
    each(list, ({ to, ratio }) => `${to === null ? 'above' : `≤${told(to)}`} ${percent(ratio)}`, ', '),
  bounds: (bounds) => (bounds === 'including_deductible' ? ' with the deductible' : ` ${told(bounds)}`),
  ratio: percent,
  share: (share, { mode }) => `${mode === 'self_first' ? 'first ' : ''}${percent(share)}`,
  amount: (amount, { mode }) => `${told(amount)}${mode === 'yearly' ? ' a year' : ''}`,
  amounts: (list) => (list as readonly Value[]).map(told).join('/'),
  first: told,
  later: (later) => `, later ${told(later)}`,
  annual_max: (most) => `, at most ${told(most)} a year`,
  retiree: (change) => `, retired ${told(change)}`,
  own_share_factor: (factor) => `own share ×${told(factor)}`,
  points: (points, { mode }) => (mode === 'points' ? `−${told(points)} points` : `+${told(points)} points`),
  factor: (factor) => `×${told(factor)}`,
  age_points: (list) => each(list, ({ from, points }) => `, from ${String(from)} years +${told(points)} points`),
  cap: (cap) => `, at most ${told(cap)}`,
  tier: (tier) => `as ${told(tier)}`,
  when: (when) => (when === 'before_deductible' ? '' : ` ${told(when)}`),
  parts: (list) => each(list, told, ' and '),
};
