import { z } from 'zod';
import { type Decimal, fraction, money } from '../amount.js';
import type { Situation } from '../situation.js';

/** C1–C3. The most the pooling fund pays in a year, or the most cost it looks at. */
export const ceilingSchema = z.union([
  money.transform((amount) => ({ on: 'payment' as const, amount })),
  z
    .strictObject({ on: z.enum(['payment', 'cost']), amount: money })
    .describe('C1: on what is paid; C2: on the cost in scope'),
  z
    .strictObject({
      on: z.enum(['payment', 'cost']),
      by_months: z.array(z.strictObject({ from: z.int().min(0), amount: money })).min(1),
    })
    .describe('C3: by months of continuous enrolment; the last step reached counts'),
]);

export type Ceiling = z.infer<typeof ceilingSchema>;

/** The ceiling of the year in yuan; undefined if no step of enrolment is reached. */
export function ceilingOf(rule: Ceiling, { enrolledMonths = 0 }: Situation): Decimal | undefined {
  if ('amount' in rule) return rule.amount;
  return rule.by_months.filter(({ from }) => enrolledMonths >= from).at(-1)?.amount;
}

/** R13. No more than this share of the cost is paid by the pooling fund. */
export const maxRateSchema = z.union([
  fraction.transform((rate) => ({ rate, base: 'in_scope' as const })),
  z.strictObject({ rate: fraction, base: z.enum(['total', 'in_scope']) }),
]);
