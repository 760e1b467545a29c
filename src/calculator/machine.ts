import { z } from 'zod';
import type { IsoDate } from '../policy/dates.js';
import { Decimal, money } from './amount.js';
import { compare } from './compare.js';
import { PRINTABLE, type Printed } from './difference.js';
import { inverse } from './inverse.js';
import type { Request } from './plan.js';
import { range, UNKNOWABLE } from './range.js';
import { reconcile } from './reconcile.js';
import type { Regions } from './region.js';
import { isProblem, type Judge, type Problem, problemOf, readRequest, requestSchema } from './request.js';
import { settle } from './settle.js';
import { type Out, settlementOut, text } from './settlement-out.js';
import { missingText, problemWords, whyText } from './wording.js';

export const MODES = ['settle', 'compare', 'range', 'inverse', 'reconcile'] as const;
export type Mode = (typeof MODES)[number];

const unknownSchema = z
  .strictObject({ key: z.enum(UNKNOWABLE), low: money, high: money })
  .refine(({ low, high }) => low.lessThanOrEqualTo(high), { error: 'low_above_high', path: ['low'] })
  .refine(({ key, high }) => key.endsWith('deductible') || high.lessThanOrEqualTo(1), {
    error: 'fraction_range',
    path: ['high'],
  });

/** What each mode takes beside the case and the rules. */
const EXTRA = {
  settle: z.strictObject({}),
  compare: z.strictObject({}),
  range: z.strictObject({
    unknown: z
      .array(unknownSchema)
      .max(6)
      .optional()
      .describe('bounds of what is not known; absent: those of the thing itself'),
  }),
  inverse: z.strictObject({
    target: z
      .strictObject({ fund: money.optional(), self: money.optional(), cash: money.optional() })
      .refine((target) => Object.keys(target).length === 1, { error: 'one_target' })
      .describe('the sum that is known, in yuan'),
    solve: z.enum(['total', 'ratio', 'deductible']),
  }),
  reconcile: z.strictObject({
    printed: z.partialRecord(z.enum(PRINTABLE), money).describe('the figures of the sheet, by line id, total or fund'),
    tolerance: money.default(new Decimal('0.05')).describe('yuan; 0.05 for real bills, 0 for teaching examples'),
  }),
} as const;

/** A request as this mode takes it, and what each mode gives: for `estimate --schema`. */
export const inputSchema = (mode: Mode) => requestSchema.extend(EXTRA[mode].shape);

/**
 * Answers one request of the machine side: an object in, an object out, amounts as decimal strings in yuan.
 * @returns the result of the mode, or `{ error }`
 */
export function answer(mode: Mode, input: unknown, judge: Judge, today: IsoDate): Out {
  const { own, rest } = split(mode, input);
  const extra = EXTRA[mode].safeParse(own);
  if (!extra.success) return { error: problemOf(extra.error) };
  const request = readRequest(rest, judge);
  if (isProblem(request)) return { error: request };
  return RUN[mode](judge.regions, request, today, extra.data as never);
}

/** The parts of an input that belong to the mode, apart from case and rules. */
function split(mode: Mode, input: unknown): { own: Out; rest: unknown } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { own: {}, rest: input };
  const names = Object.keys(EXTRA[mode].shape);
  const entries = Object.entries(input);
  const rest = Object.fromEntries(entries.filter(([name]) => !names.includes(name)));
  return {
    own: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    rest: mode === 'reconcile' && !('case' in rest) ? { ...rest, case: {} } : rest,
  };
}

type Extra<M extends Mode> = z.output<(typeof EXTRA)[M]>;

const RUN = {
  settle: (regions: Regions, request: Request, today: IsoDate): Out => settlementOut(settle(regions, request, today)),
  compare: (regions: Regions, request: Request, today: IsoDate): Out => ({
    rows: compare(regions, request, today).map(({ kind, filing, fund, self, against, settlement }) => ({
      kind,
      filing,
      fund: text(fund),
      self: text(self),
      against: text(against),
      undefined: settlement.missing[0] ? missingText(settlement.missing[0]) : null,
    })),
  }),
  range: (regions: Regions, request: Request, today: IsoDate, { unknown }: Extra<'range'>): Out => {
    const found = range(regions, request, today, unknown ?? []);
    if (!found) return { error: unsolved(regions, request, today) };
    const ends = ({ low, high }: { low: Decimal; high: Decimal }) => ({ low: low.toFixed(2), high: high.toFixed(2) });
    return {
      fund: ends(found.fund),
      self: ends(found.self),
      unknown: found.unknown.map(({ key, low, high }) => ({ key, low: low.toFixed(), high: high.toFixed() })),
    };
  },
  inverse: (regions: Regions, request: Request, today: IsoDate, { target, solve }: Extra<'inverse'>): Out => {
    const [of, amount] = Object.entries(target)[0] as ['fund' | 'self' | 'cash', Decimal];
    const found = inverse(regions, request, today, { of, amount }, solve);
    return found
      ? { low: found.low.toFixed(), high: found.high.toFixed() }
      : { error: unsolved(regions, request, today, 'target') };
  },
  reconcile: (regions: Regions, request: Request, today: IsoDate, { printed, tolerance }: Extra<'reconcile'>): Out => {
    const first = reconcile(regions, request, today, printed as Printed, tolerance);
    if (!first) return { agrees: true, first: null };
    const { id, step, ours, printed: figure } = first;
    return {
      agrees: false,
      first: { id, ours: ours.toFixed(2), printed: figure.toFixed(2), step, why: whyText(first) },
    };
  },
} as const;

function unsolved(regions: Regions, request: Request, today: IsoDate, field = 'case'): Problem {
  const missing = settle(regions, request, today).missing.find((item) => item.what !== 'cost' || field === 'case');
  return { code: 'bad_input', field, message: missing ? missingText(missing) : problemWords.noSolution };
}

/** Shapes that stand in many places are written once: the schema of a mode is 40 kB so, and 2 MB otherwise. */
const WRITTEN = { io: 'input', unrepresentable: 'any', reused: 'ref' } as const;

/** JSON Schemas of what each mode takes, from the zod that reads it. */
export const schemas = (): Record<string, unknown> =>
  Object.fromEntries(MODES.map((mode) => [mode, z.toJSONSchema(inputSchema(mode), WRITTEN)]));
