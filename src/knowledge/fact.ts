import { z } from 'zod';
import { INSURANCES, KINDS } from '../policy/kinds.js';
import { isWithin, NATION, type RegionCode } from '../policy/region.js';
import { isoDate, locatorSchema } from '../policy/source.js';

const code = z.string().regex(/^\d{6}(-[a-z]+)?$/);

/**
 * One statement with its place, time and source; the only home of its figures. `text` names its figures as `{key}`,
 * and `values` holds them, so that an answer can quote the whole (`{fact}`) or one figure (`{fact.key}`).
 */
export const factSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/),
    text: z.string().min(4),
    values: z.record(z.string().regex(/^[a-z0-9_]+$/), z.string().min(1)).default({}),
    from_region: z
      .record(
        z.string(),
        z.strictObject({
          key: z.string(),
          for: z.record(z.string(), z.string()).default({}),
          field: z.string(),
          unit: z.string(),
        }),
      )
      .default({})
      .describe('figures that stand in the file of the first region of scope: which rule, for whom, which field'),
    key: z.string().optional().describe('facts that answer the same matter share a key; two in force may not differ'),
    scope: z.array(code).min(1).default([NATION]).describe('insured regions it holds for'),
    unified: z.boolean().default(false).describe('a province whose cities all follow it (全省统一)'),
    care: z.array(code).optional().describe('care regions it holds for, when it is about a pair or a destination'),
    who: z.array(z.enum(KINDS)).default([]).describe('kinds of persons; empty means everyone'),
    insurance: z.array(z.enum(INSURANCES)).default([]),
    from: isoDate.optional(),
    until: isoDate.optional(),
    as_of: z.string().optional().describe('the day or period a figure was true for: a statistic or an old figure'),
    certainty: z.enum(['stated', 'reported', 'common']).default('stated'),
    source: locatorSchema.optional(),
    rows: z.array(z.string()).default([]).describe('rows of the inventories it was curated from'),
    reviewed: isoDate,
  })
  .readonly();

export type Fact = z.infer<typeof factSchema>;

/** The fact's sentence with its figures filled in. */
export function factText(fact: Fact): string {
  return fact.text.replace(/\{([a-z0-9_]+)\}/g, (whole, key: string) => fact.values[key] ?? whole).trim();
}

/** True if the fact holds for a person insured in `region`: in the place itself, nationwide, or by a unified province. */
export function holdsFor(fact: Pick<Fact, 'scope' | 'unified'>, region: RegionCode): boolean {
  return fact.scope.some((place) => place === NATION || place === region || (fact.unified && isWithin(region, place)));
}
