import { z } from 'zod';
import { type Decimal, fraction, ONE } from '../amount.js';

/** B. What a person pays first of class B items, before the ratio. Source: rule-shapes, table B. */
export const classBSchema = z.union([
  fraction.transform((share) => ({ mode: 'share' as const, share })),
  z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('share'), share: fraction }).describe('B1, B2: one share for all items'),
    z
      .strictObject({ mode: z.literal('groups'), groups: z.record(z.string(), fraction), other: fraction.optional() })
      .describe('B3: by group of items (relaxed, organ, domestic, imported ...); other: every group not named'),
    z
      .strictObject({ mode: z.literal('counts'), counts: fraction })
      .describe('B5: the share that counts, 0.8 for 20 % first'),
  ]),
]);

export type ClassB = z.infer<typeof classBSchema>;

/** The share paid first of an item of this group; undefined if the rule says nothing of it. */
export function prepayOf(rule: ClassB, group: string | undefined): Decimal | undefined {
  if (rule.mode === 'share') return rule.share;
  if (rule.mode === 'counts') return ONE.minus(rule.counts);
  return (group === undefined ? undefined : rule.groups[group]) ?? rule.other;
}
