import { AMOUNT_LABELS, type AmountSlot } from './bill-amount-labels.js';
import { ALL_IN_SCOPE } from './bill-amounts.js';
import { takenBack } from './bill-facts.js';
import { createLabeller, type Label } from './bill-labels.js';
import type { Bill } from './bill-types.js';

/** What a bill that is all in scope has none of. */
const OUT_OF_SCOPE: readonly (keyof Bill)[] = ['ownFunded', 'classB', 'overLimit'];

const labelsIn = createLabeller(AMOUNT_LABELS);

const BEFORE =
  /(?:不算|不考虑|去掉|除去|不管|别管|别算|先不算|取消|刨掉|刨去|忽略|删掉|删了|不计|不要算|不用算|撇开|抛开|拿掉|不看)[^,。;]{0,8}$/;
const AFTER = /^[^,。;]{0,6}(?:去掉|不算|先不管|不考虑|别算|不要了|删掉|取消|不计|先不算|拿掉|撤掉)/;

/** The fields a follow-up takes out of the bill: 不算那5000自费, 不是低保. */
export function unsetIn(text: string): (keyof Bill)[] {
  const gone = labelsIn(text)
    .filter(({ start, end }) => BEFORE.test(text.slice(0, start)) || AFTER.test(text.slice(end)))
    .flatMap(fieldOf);
  const scope = ALL_IN_SCOPE.test(text) ? OUT_OF_SCOPE : [];
  return [...new Set([...gone, ...takenBack(text), ...scope])];
}

function fieldOf({ slot }: Label<AmountSlot>): (keyof Bill)[] {
  if (slot === 'other' || slot === 'part') return [];
  return [slot === 'spent' ? 'total' : slot];
}
