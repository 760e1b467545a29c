import type { Decimal } from './amount.js';
import type { MistakeCode } from './difference.js';
import type { Stage } from './settlement.js';
import * as slip from './slips.js';

/** Slips met in published examples and at counters, each as another way of settling the same bill. */
export type Mistake = {
  readonly code: MistakeCode;
  /** The stage that is done wrongly. */
  readonly step: Stage;
  readonly apply: slip.Slip;
  /** What the slip takes off the payment afterwards, in yuan. */
  readonly less?: (right: slip.Right) => Decimal;
};

/** In the order they are tried: what happens most often first. */
export const MISTAKES: readonly Mistake[] = [
  {
    code: 'deductible_after_ratio',
    step: 'deductible',
    apply: slip.withoutDeductible,
    less: ({ deductible }) => deductible,
  },
  { code: 'deductible_ignored', step: 'deductible', apply: slip.withoutDeductible },
  { code: 'prepay_ignored', step: 'class_b', apply: slip.withoutPrepay },
  { code: 'prepay_after_deductible', step: 'class_b', apply: slip.prepayAfterDeductible },
  { code: 'own_funded_ignored', step: 'own_funded', apply: slip.asInScope('ownFunded') },
  { code: 'over_limit_ignored', step: 'over_limit', apply: slip.asInScope('overLimit') },
  { code: 'points_as_factor', step: 'pool', apply: slip.pointsAsFactor },
  { code: 'factor_as_points', step: 'pool', apply: slip.factorAsPoints },
  { code: 'self_first_after_deductible', step: 'self_first', apply: slip.selfFirstAfter },
  { code: 'self_first_as_points', step: 'self_first', apply: slip.selfFirstAsPoints },
  { code: 'reduction_ignored', step: 'pool', apply: slip.withoutReduction },
  { code: 'ceiling_ignored', step: 'ceiling', apply: slip.withoutCeiling },
  { code: 'ceiling_on_payment', step: 'ceiling', apply: slip.otherCeiling('cost') },
  { code: 'ceiling_on_cost', step: 'ceiling', apply: slip.otherCeiling('payment') },
  { code: 'bounds_including', step: 'pool', apply: slip.otherBounds('excluding_deductible') },
  { code: 'bounds_excluding', step: 'pool', apply: slip.otherBounds('including_deductible') },
  { code: 'layer_absolute', step: 'serious_illness', apply: slip.otherBasis('excess') },
  { code: 'layer_excess', step: 'serious_illness', apply: slip.otherBasis('absolute') },
];
