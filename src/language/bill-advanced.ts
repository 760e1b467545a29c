import { mayBeTotal } from './bill-figure.js';
import type { Named } from './bill-turns.js';

const STILL_TO_PAY = /能报|可以报|给报|能给|会报|能退/;
const SELF_PAID = /自费(?:了|垫|先|花|[^,。;]{0,8}看)/;
const COSTS: readonly Named['slot'][] = ['total', 'spent', 'part', 'paidByFund'];

/** 自己掏了3万, 自费看的: whoever still asks what is paid back has advanced the whole cost, if no other is named. */
export function withAdvanced(text: string, sums: readonly Named[]): readonly Named[] {
  const cost = sums.some(({ slot, figure }) => (slot === undefined ? mayBeTotal(figure) : COSTS.includes(slot)));
  if (cost || !STILL_TO_PAY.test(text)) return sums;
  const self = sums.some(({ slot }) => slot === 'paidBySelf');
  if (!self && !SELF_PAID.test(text)) return sums;
  return sums.map((sum) => (sum.slot === (self ? 'paidBySelf' : 'ownFunded') ? { ...sum, slot: 'spent' } : sum));
}
