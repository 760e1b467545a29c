import type { Decimal } from './amount.js';
import { STAGES, type Stage } from './settlement.js';

/** A figure of a settlement sheet: a stage, or one of the sums. */
export const PRINTABLE = ['total', ...STAGES.slice(0, 13), 'fund', ...STAGES.slice(13)] as const;
export type Printable = (typeof PRINTABLE)[number];
export type Printed = Readonly<Partial<Record<Printable, Decimal>>>;

/** The first figure that differs from ours, the stage that is wrong if a known slip explains it, and why. */
export type Difference = {
  readonly id: Printable;
  readonly ours: Decimal;
  readonly printed: Decimal;
  readonly step: Stage | Printable;
  readonly why: Why;
};

/** Known slips by name. */
export type MistakeCode =
  | 'deductible_after_ratio'
  | 'deductible_ignored'
  | 'prepay_ignored'
  | 'prepay_after_deductible'
  | 'own_funded_ignored'
  | 'over_limit_ignored'
  | 'reduction_ignored'
  | 'points_as_factor'
  | 'factor_as_points'
  | 'self_first_after_deductible'
  | 'self_first_as_points'
  | 'ceiling_ignored'
  | 'ceiling_on_payment'
  | 'ceiling_on_cost'
  | 'bounds_including'
  | 'bounds_excluding'
  | 'layer_absolute'
  | 'layer_excess';

export type Why =
  | { readonly code: 'mistakes'; readonly mistakes: readonly MistakeCode[] }
  | { readonly code: 'does_not_add_up'; readonly parts: readonly Printable[] }
  | { readonly code: 'implied'; readonly ratio: Decimal; readonly base: Decimal }
  | { readonly code: 'differs' };
