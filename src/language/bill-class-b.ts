import type { Figure } from './bill-figure.js';
import { fractionOf } from './bill-ratios.js';
import type { Bill, ClassB } from './bill-types.js';

/** How far after its sum the prepaid share of a class B item may stand. */
const NEAR = 20;

/** The class B sums with the prepaid share named right after each; a share that follows no sum holds for all class B. */
export function classBOf(allSums: readonly Figure[], allPrepays: readonly Figure[]): Bill {
  const sums = allSums.filter(isRight);
  const prepays = allPrepays.filter(isRight);
  const owner = (prepay: Figure) => sums.findLast(({ end }) => end <= prepay.start && prepay.start - end <= NEAR);
  const general = prepays.find((prepay) => owner(prepay) === undefined);
  const classB = sums.map((sum): ClassB => {
    const prepay = prepays.find((item) => owner(item) === sum);
    return { amount: sum.value, ...(prepay && { prepay: fractionOf(prepay) }) };
  });
  return {
    ...(classB.length > 0 && { classB }),
    ...(general && { classBPrepay: fractionOf(general) }),
  };
}

const isRight = ({ wrong }: Figure): boolean => wrong === undefined;
