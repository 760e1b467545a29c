import type { RegionCode } from '../policy/region.js';
import type { Decimal } from './amount.js';
import type { NotDefined, Reading } from './read.js';
import type { Segments } from './segments.js';
import type { Situation } from './situation.js';

/** The stages of a settlement, in their order. */
export const STAGES = [
  'own_funded',
  'class_b',
  'over_limit',
  'in_scope',
  'self_first',
  'deductible',
  'pool',
  'ceiling',
  'large',
  'serious_illness',
  'aid',
  'tilted_aid',
  'supplement',
  'self',
  'account',
  'cash',
] as const;

export type Stage = (typeof STAGES)[number];

/** Whose rule a line is: the catalogue of the care region, the benefits of the insured region, or what the caller supplied. */
export type Whose = 'care' | 'insured' | 'given';

/** One traced step: what it is worth in yuan, how a person would write the sum, and what it rests on. The text is made when asked for. */
export type Line = {
  readonly id: Stage;
  readonly value: Decimal;
  readonly working: () => string;
  readonly whose: Whose;
  readonly from: readonly Reading[];
};

/** Something taken to be so because nobody said; `detail` names it where the code alone doesn't. */
export type Assumption = { readonly code: AssumptionCode; readonly detail?: string | undefined };

export type AssumptionCode =
  | 'setting_inpatient'
  | 'on_today'
  | 'first_admission'
  | 'nothing_used'
  | 'all_in_scope'
  | 'filed'
  | 'as_at_home'
  | 'rounded_by_line'
  | 'self_first_before'
  | 'after_bonus'
  | 'clamped'
  | 'no_ceiling'
  | 'no_layers'
  | 'counts_unsaid'
  | 'not_poor'
  | 'undated'
  | 'as_of'
  | 'upcoming'
  | 'paid_from_scope_only';

/** What is lacking to go on: a rule that nobody states, or a part of the situation that decides which rule holds. */
export type Missing =
  | { readonly what: 'rule'; readonly key: string; readonly reason: NotDefined }
  | { readonly what: 'situation'; readonly key: string; readonly need: Need; readonly all?: readonly Need[] }
  | { readonly what: 'cost'; readonly key: 'cost' };

export type Need = keyof Situation;

/**
 * A bill settled as far as it can be. All amounts in yuan to the fen; `pool` is the basic pooling fund, `fund` every payer but the
 * patient together, `self` = total − fund, `account` what the personal account covers of it, `cash` the rest. If `missing` is not
 * empty the lines end where the first of it is needed, and the sums are absent.
 */
export type Settlement = {
  readonly region?: RegionCode | undefined;
  readonly on: string;
  readonly lines: readonly Line[];
  readonly total?: Decimal;
  readonly inScope?: Decimal;
  readonly pool?: Decimal;
  readonly fund?: Decimal;
  readonly self?: Decimal;
  readonly account?: Decimal;
  readonly cash?: Decimal;
  /** The ratios that were applied, and those at home, as tables. */
  readonly ratios?: { readonly applied: Segments; readonly home: Segments };
  readonly assumed: readonly Assumption[];
  readonly missing: readonly Missing[];
};
