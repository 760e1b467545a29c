import type { Decimal } from 'decimal.js';
import type { Bill } from '../../language/bill.js';

/** The slots of `flows/estimate.yaml` that its computations take. */
export const ESTIMATE_SLOTS = [
  'insured_region',
  'setting',
  'kind',
  'insurance',
  'person',
  'age',
  'grade',
  'tier',
  'poor',
  'admission',
  'stay_days',
  'discharged_on',
  'total',
  'class_a',
  'class_b',
  'class_b_prepay',
  'own_funded',
  'over_limit',
  'in_scope',
  'accept_as_of',
  'deductible',
  'ratio',
  'actual_ratio',
  'drop_points',
  'drop_factor',
  'ceiling',
  'used_pool',
  'used_deductible',
  'account_balance',
] as const;

export type EstimateSlot = (typeof ESTIMATE_SLOTS)[number];
export type EstimateAnswers = Readonly<Partial<Record<EstimateSlot, string>>>;

const text = (amount: Decimal): string => amount.toFixed();

/** Money and shares of a message, by the slot they fill. */
const AMOUNTS = {
  total: 'total',
  classA: 'class_a',
  classBPrepay: 'class_b_prepay',
  ownFunded: 'own_funded',
  overLimit: 'over_limit',
  inScope: 'in_scope',
  deductible: 'deductible',
  homeRatio: 'ratio',
  actualRatio: 'actual_ratio',
  ceiling: 'ceiling',
  usedPool: 'used_pool',
  usedDeductible: 'used_deductible',
  accountBalance: 'account_balance',
} as const satisfies Partial<Record<keyof Bill, EstimateSlot>>;

/** What a message says of a bill, as answers to the questions of the estimate. */
export function answersOf(bill: Bill): EstimateAnswers {
  const amounts = Object.entries(AMOUNTS).flatMap(([field, slot]) => {
    const amount = bill[field as keyof typeof AMOUNTS];
    return amount === undefined ? [] : [[slot, text(amount)]];
  });
  const { setting, tier, age, admission, days, on, poor, grade } = bill;
  return {
    ...Object.fromEntries(amounts),
    ...classB(bill),
    ...(setting && { setting }),
    ...(tier && { tier }),
    ...personOf(bill),
    ...(age !== undefined && { age: String(age) }),
    ...(admission !== undefined && { admission: String(admission) }),
    ...(days !== undefined && { stay_days: String(days) }),
    ...(on !== undefined && { discharged_on: on }),
    ...(grade !== undefined && { grade }),
    ...(poor && { poor: 'yes' }),
    ...(bill.filing && bill.filing !== 'filed' && { kind: bill.filing }),
    ...reductionOf(bill),
  };
}

/** Items with shares of their own are prepaid together: their sum, wholly the person's, and the rest as any cost in scope. */
function classB({ classB: items = [], classBPrepay }: Bill): EstimateAnswers {
  const [only] = items;
  if (!only) return {};
  if (items.length === 1) {
    const prepay = only.prepay ?? classBPrepay;
    return { class_b: text(only.amount), ...(prepay && { class_b_prepay: text(prepay) }) };
  }
  const shares = items.flatMap(({ amount, prepay = classBPrepay }) => (prepay ? [amount.times(prepay)] : []));
  if (shares.length < items.length)
    return { class_b: text(items.reduce((sum, item) => sum.plus(item.amount), only.amount.times(0))) };
  return { class_b: text(shares.reduce((a, b) => a.plus(b))), class_b_prepay: '1' };
}

function personOf({ person }: Bill): EstimateAnswers {
  if (person === 'student') return { person: 'child', grade: 'student' };
  return person ? { person } : {};
}

function reductionOf({ reduction }: Bill): EstimateAnswers {
  if (!reduction) return {};
  return 'points' in reduction
    ? { drop_points: text(reduction.points.times(100)) }
    : { drop_factor: text(reduction.factor) };
}
