import { Decimal } from 'decimal.js';
import { type Bond, bind } from './bill-bind.js';
import type { Figure } from './bill-figure.js';
import { createLabeller } from './bill-labels.js';
import { RATIO_LABELS, type RatioSlot } from './bill-ratio-labels.js';
import { joined, NOTHING, spansOf } from './bill-reading.js';
import { oneOf } from './bill-several.js';
import type { Bill, Reading, Reduction } from './bill-types.js';

const labelsIn = createLabeller(RATIO_LABELS);

/** 能报85: a bare number after such a word is a percentage. */
const SAYS_RATIO =
  /(?:在家|老家|[本当]地|参保地)(?:能|可以)?$|(?:比例|报销率)(?:是|为|有|约|大概|到|:|=| |能|按)*$|(?:报|报销)(?:个|到|大概|约|能|的)*$/;
const ONLY_RATIO = /(?:比例|报销率)[^,。]{0,4}$/;
const OF_CLASS_B = /乙类|先.{0,4}(?:自付|付|自己)/;

/** How far before a share paid by oneself the words stand that say it is of class B. */
const REACH = 20;

/** 降20个点之后是65%: what is left after a reduction. */
const AFTER_CUT = /[降扣减少].{0,12}后(?:就|只|还|大概)?(?:是|为|有|变成|剩下?|报)*$/;

type Share = Bond<RatioSlot> & { readonly slot: RatioSlot };

/** The ratios that a text names; prepaid shares of class B are handed on with their places. */
export function ratiosIn(text: string, figures: readonly Figure[]): Reading & { prepays: readonly Figure[] } {
  const shares = bind(text, figures, labelsIn(text)).map((bond) => ({ ...bond, slot: slotOf(text, bond) }));
  const called = (slot: RatioSlot) => shares.filter((share) => share.slot === slot);
  const prepays = called('classBPrepay');
  const read = [
    ratioOf(text, 'homeRatio', best(called('homeRatio'))),
    ratioOf(text, 'actualRatio', called('actualRatio')),
    reductionOf(shares.filter(({ slot }) => slot === 'reduction' || slot === 'factor')),
    { ...NOTHING, spans: prepays.flatMap(spansOf) },
  ];
  return { ...joined(read), prepays: prepays.map(({ figure }) => figure) };
}

/** The figures that are ratios: percentages, and bare numbers whose place says so. */
export function ratioFigures(text: string, figures: readonly Figure[]): Figure[] {
  return figures.flatMap((figure): Figure[] => {
    if (figure.kind === 'percent' || figure.kind === 'points' || figure.kind === 'discount') return [figure];
    const before = text.slice(Math.max(0, figure.start - 10), figure.start);
    if (figure.kind !== 'bare' || !SAYS_RATIO.test(before)) return [];
    const value = figure.value.lessThanOrEqualTo(1) ? figure.value.times(100) : figure.value;
    if (value.lessThanOrEqualTo(100)) return [{ ...figure, value, kind: 'percent' }];
    const over = ONLY_RATIO.test(before) && value.lessThan(1000);
    return over ? [{ ...figure, value, kind: 'percent', wrong: 'over_hundred' }] : [];
  });
}

function slotOf(text: string, { figure, label }: Bond<RatioSlot>): RatioSlot {
  const named = label !== undefined && !(label.slot === 'other' && /[\d, ]/.test(text.slice(label.end, figure.start)));
  const weak = !named || label.rank === 1;
  if (weak && AFTER_CUT.test(text.slice(Math.max(0, figure.start - REACH), figure.start))) return 'actualRatio';
  if (!named) return figure.aside ? 'other' : 'homeRatio';
  const around = text.slice(Math.max(0, figure.start - REACH), figure.end + REACH / 2);
  return label.slot === 'selfShare' && OF_CLASS_B.test(around) ? 'classBPrepay' : label.slot;
}

/** Only what is called the home ratio most plainly. */
function best(shares: readonly Share[]): Share[] {
  const rank = Math.max(...shares.map(({ label }) => label?.rank ?? 0));
  return shares.filter(({ label }) => (label?.rank ?? 0) === rank);
}

function ratioOf(text: string, field: 'homeRatio' | 'actualRatio', shares: readonly Share[]): Reading {
  const fractions = shares.map(({ figure }) => ({ ...figure, value: fractionOf(figure) }));
  const { value, trouble } = oneOf(text, fractions);
  return { bill: value === undefined ? {} : { [field]: value }, trouble, spans: shares.flatMap(spansOf) };
}

function reductionOf(shares: readonly Share[]): Reading {
  const first = shares[0];
  if (first === undefined || first.figure.wrong) return NOTHING;
  const value = fractionOf(first.figure);
  const reduction: Reduction =
    first.slot === 'factor' || first.figure.kind === 'discount' ? { factor: value } : { points: value };
  const bill: Bill = { reduction };
  return { bill, trouble: [], spans: spansOf(first) };
}

/** 85% and 8.5折 as 0.85. */
export function fractionOf({ kind, value }: Figure): Decimal {
  return value.dividedBy(kind === 'discount' ? new Decimal(10) : new Decimal(100));
}
