import { type Figure, isMoney } from './bill-figure.js';

/** Two figures that stand for one: what is before the first, what is between them, and what they come to. */
type Join = {
  readonly before?: RegExp;
  readonly between: RegExp;
  readonly gives: 'second' | 'sum' | 'unsure';
  readonly money?: true;
};

const NOT = /(?:不是|并非|不再是)$/;

const JOINS: readonly Join[] = [
  // 不是8万是6万
  { before: NOT, between: /^(?:多|左右)?,?(?:而|应该|其实|改)?(?:是|成)$/, gives: 'second' },
  // 8万,说错了,是6万
  {
    between: /^(?:多|左右)?[,。]?[啊哦呃额嗯]?(?:不对|(?:说|写|打|搞|记|输)?错了?|更正)[,。]?(?:应该|其实)?[是为]?$/,
    gives: 'second',
  },
  // 起付线从1500降到800
  {
    before: /[从由]$/,
    between: /^(?:又|就|给)?(?:[降调涨变改减]|提高|下调|上调)?[低整为]?了?[到至成为]$/,
    gives: 'second',
    money: true,
  },
  { between: /^ ?(?:\+|加上?) ?$/, gives: 'sum', money: true },
  // 3-5万: which of the two is meant nobody can tell
  { between: /^ ?(?:-|–|—|~|至|到|或者?|还是) ?$/, gives: 'unsure' },
];

/** Figures with those that stand for one joined, and without those that are only denied (是1500不是800). */
export function withJoins(text: string, figures: readonly Figure[]): Figure[] {
  const out: Figure[] = [];
  for (const figure of figures) {
    const last = out.at(-1);
    const one = last && oneFigure(text, last, figure);
    if (one === undefined) out.push(figure);
    else out.splice(-1, 1, one);
  }
  return out.filter((figure, i) => !isDenied(text, figure, out.slice(0, i)));
}

function oneFigure(text: string, first: Figure, second: Figure): Figure | undefined {
  if (isMoney(first) !== isMoney(second)) return undefined;
  for (const { before, between, gives, money } of JOINS) {
    const lead = before ? before.exec(text.slice(0, first.start)) : { index: first.start };
    const apt = gives === 'second' || isLarge(first) || isLarge(second);
    if (lead === null || !apt || (money && !isMoney(first)) || !between.test(text.slice(first.end, second.start)))
      continue;
    const span = { start: lead.index, end: second.end, raw: text.slice(lead.index, second.end) };
    if (gives === 'second') return { ...second, ...span };
    if (gives === 'unsure') return { ...second, ...span, wrong: 'contradiction' };
    return { ...second, ...span, value: first.value.plus(second.value) };
  }
  return undefined;
}

/** Of small bare numbers nobody knows whether they are money. */
const isLarge = ({ kind, value }: Figure): boolean => kind !== 'bare' || value.greaterThanOrEqualTo(100);

function isDenied(text: string, figure: Figure, earlier: readonly Figure[]): boolean {
  return NOT.test(text.slice(0, figure.start)) && earlier.some((other) => isMoney(other) === isMoney(figure));
}
