import { Decimal } from 'decimal.js';
import { withAdvanced } from './bill-advanced.js';
import { AMOUNT_LABELS, type AmountSlot } from './bill-amount-labels.js';
import { bind } from './bill-bind.js';
import { denied } from './bill-denied.js';
import { type Figure, isMoney } from './bill-figure.js';
import { createLabeller, type Label } from './bill-labels.js';
import { joined, NOTHING, spansOf } from './bill-reading.js';
import { oneOf, sumOf } from './bill-several.js';
import { totalOf } from './bill-total.js';
import { type Named, named } from './bill-turns.js';
import type { AmountField, Bill, Reading, Span } from './bill-types.js';

const labelsIn = createLabeller(AMOUNT_LABELS);

/** Fields of which a bill may name several parts that add up. */
const ADD_UP: readonly AmountField[] = ['classA', 'ownFunded', 'overLimit'];

const FIELDS: readonly Exclude<AmountField, 'total'>[] = [
  'classA',
  'ownFunded',
  'overLimit',
  'inScope',
  'seriousIllnessBase',
  'deductible',
  'ceiling',
  'usedPool',
  'usedDeductible',
  'accountBalance',
  'paidByFund',
  'paidBySelf',
];

/** Words that say that nothing of a bill is out of scope. */
export const ALL_IN_SCOPE =
  /(?:全部?|都|全都)(?:是|在|属于)?(?:能报|可报|可以报|能报销|可报销|可以报销|医保目录内|目录内|医保内|政策范围内|合规)(?!吗|么|不|多少|[?])|没有?(?:一分)?不能报/;

/** The sums of money that a text names; those of class B are handed on with their places. */
export function amountsIn(text: string, figures: readonly Figure[]): Reading & { classB: readonly Figure[] } {
  const labels = labelsIn(text).map((label) => ({ label, none: denied(text, label) }));
  const free = labels.filter(({ none }) => none === undefined).map(({ label }) => label);
  const bonds = bind(text, figures.filter(isMoney), free);
  const sums = withAdvanced(text, named(text, bonds));
  const classB = sums.filter(({ slot }) => slot === 'classB');
  const total = totalReading(text, sums);
  const fields = FIELDS.map((field) =>
    fieldOf(
      text,
      field,
      sums.filter((sum) => sum.slot === field),
    ),
  );
  const scope = scopeOf(text, total.bill.total);
  const own = { ...NOTHING, spans: classB.flatMap(spansOf) };
  return { ...joined([zeros(labels), total, scope, ...fields, own]), classB: classB.map(({ figure }) => figure) };
}

function fieldOf(text: string, field: AmountField, sums: readonly Named[]): Reading {
  if (sums.length === 0) return NOTHING;
  const figures = sums.map(({ figure }) => figure);
  const { value, trouble } = ADD_UP.includes(field) ? sumOf(text, figures) : oneOf(text, figures);
  const bill: Bill = value === undefined ? {} : { [field]: value };
  return { bill, trouble, spans: sums.flatMap(spansOf) };
}

function totalReading(text: string, sums: readonly Named[]): Reading {
  const { value, trouble, figures } = totalOf(text, sums);
  const spans = sums.filter(({ figure }) => figures.includes(figure)).flatMap(spansOf);
  return { bill: value === undefined ? {} : { total: value }, trouble, spans };
}

/** 都能报: all of the total is in scope. */
function scopeOf(text: string, total: Decimal | undefined): Reading {
  const said = ALL_IN_SCOPE.exec(text);
  if (said === null || total === undefined) return NOTHING;
  return {
    bill: { inScope: total },
    trouble: [],
    spans: [{ start: said.index, end: said.index + said[0].length }],
  };
}

/** Nothing of what the text says there is none of. */
function zeros(labels: readonly { label: Label<AmountSlot>; none: Span | undefined }[]): Reading {
  const none = labels.filter((item) => item.none !== undefined);
  const fields = none.map(({ label }) => label.slot).filter((slot) => slot !== 'classB');
  const bill: Bill = Object.fromEntries(fields.map((slot) => [slot, new Decimal(0)]));
  return { bill, trouble: [], spans: none.flatMap((item) => item.none ?? []) };
}
