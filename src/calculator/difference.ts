import type { Decimal } from './amount.js';
import type { MistakeCode } from './mistakes.js';
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

export type Why =
  | { readonly code: 'mistakes'; readonly mistakes: readonly MistakeCode[] }
  | { readonly code: 'does_not_add_up'; readonly parts: readonly Printable[] }
  | { readonly code: 'implied'; readonly ratio: Decimal; readonly base: Decimal }
  | { readonly code: 'differs' };
