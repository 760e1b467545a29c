import { z } from 'zod';
import { MOST_YUAN } from './amount.js';
import { type Case, caseSchema, type Given, givenSchema } from './case.js';
import type { Request } from './plan.js';
import type { Regions } from './region.js';
import { TIERS } from './situation.js';
import { totalOf } from './stages/scope.js';
import { problemWords } from './wording.js';

/** Why a request cannot be settled; `message` is plain Chinese for the person who sent it. */
export type Problem = {
  readonly code: 'bad_input' | 'unknown_region' | 'unknown_rule' | 'contradiction';
  /** Where in the request: `case.cost.total`. */
  readonly field: string;
  readonly message: string;
};

export const requestSchema = z.strictObject({ case: caseSchema, rules: givenSchema.default({}) });

/** What is needed to judge a request: the regions held, and whether a code names a place at all. */
export type Judge = { readonly regions: Regions; readonly isPlace: (code: string) => boolean };

/** A request as sent, read and judged; or the first problem with it. Nothing is defaulted that is not told in the result. */
export function readRequest(input: unknown, judge: Judge): Request | Problem {
  const parsed = requestSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return problemOf(parsed.error);
  const request: Request = { case: parsed.data.case, rules: parsed.data.rules as Given };
  return judged(request, judge) ?? request;
}

export const isProblem = (value: object): value is Problem => 'message' in value;

/** The first thing wrong with a parsed request in a schema's eyes, as a problem in words. */
export function problemOf(error: z.ZodError): Problem {
  const issue = deepest(error.issues[0] as z.core.$ZodIssue);
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    const code = issue.path[0] === 'rules' ? 'unknown_rule' : 'bad_input';
    return {
      code,
      field: [field, name].filter((part) => part !== '').join('.'),
      message: problemWords.unknownField(name),
    };
  }
  const mode = unknownMode(issue);
  if (mode !== undefined) return { code: 'unknown_rule', field, message: problemWords.unknownMode(mode) };
  const wrong = problemWords.figures[issue.message];
  return { code: 'bad_input', field, message: wrong ? wrong(field, MOST_YUAN) : problemWords.malformed(field) };
}

/** Of a union the last branch that looked into the input: a list or a shape rather than a figure, or the first if none did. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = (issue.errors.findLast(isInside) ?? issue.errors[0])?.[0];
  return inner ? deepest({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

/** A branch that looked into the input, and did not merely say that it wants something else. */
const isInside = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0);

/** The name of a shape that nobody knows, if that is what is wrong. */
function unknownMode(issue: z.core.$ZodIssue): string | undefined {
  if (!('discriminator' in issue)) return undefined;
  const { mode } = issue.input as { mode?: unknown };
  return typeof mode === 'string' ? mode : undefined;
}

function judged({ case: bill, rules }: Request, { regions, isPlace }: Judge): Problem | undefined {
  if (bill.region !== undefined && !regions.has(bill.region) && !isPlace(bill.region)) {
    return { code: 'unknown_region', field: 'case.region', message: problemWords.noSuchPlace(bill.region) };
  }
  return wrongName(bill, rules, regions) ?? contradiction(bill);
}

/** A tier or grade that neither the nation, nor the region, nor the caller's own rules know. */
function wrongName(bill: Case, rules: Given, regions: Regions): Problem | undefined {
  const region = bill.region === undefined ? undefined : regions.get(bill.region);
  const own = namesIn(rules);
  const tiers = [...TIERS, ...Object.keys(region?.tiers ?? {}), ...own.tiers];
  if (bill.tier !== undefined && !tiers.includes(bill.tier)) {
    return { code: 'bad_input', field: 'case.tier', message: problemWords.unknownName(bill.tier, tiers) };
  }
  const grades = [...Object.keys(region?.grades ?? {}), ...own.grades];
  if (bill.grade !== undefined && grades.length > 0 && !grades.includes(bill.grade)) {
    return { code: 'bad_input', field: 'case.grade', message: problemWords.unknownName(bill.grade, grades) };
  }
  return undefined;
}

/** Tiers and grades that the caller's rules name. */
function namesIn(value: unknown): { tiers: string[]; grades: string[] } {
  const found = { tiers: [] as string[], grades: [] as string[] };
  const look = (item: unknown): void => {
    if (typeof item !== 'object' || item === null) return;
    if ('tier' in item) found.tiers.push(...[item.tier].flat().map(String));
    if ('grade' in item) found.grades.push(...[item.grade].flat().map(String));
    for (const inner of Object.values(item)) look(inner);
  };
  look(value);
  return found;
}

/** Parts of a case that cannot all be true. */
function contradiction({ cost, insurance, person, age }: Case): Problem | undefined {
  const problem = (field: string, message: string): Problem => ({ code: 'contradiction', field, message });
  const parts = totalOf({ ...cost, total: undefined });
  const total = cost.total;
  if (total && cost.inScope?.greaterThan(total)) return problem('case.cost.inScope', problemWords.moreThanTotal);
  if (total && parts.greaterThan(total)) return problem('case.cost.total', problemWords.partsAboveTotal);
  if (total && cost.classA && !parts.equals(total)) return problem('case.cost.total', problemWords.partsNotTotal);
  if (cost.inScope && cost.seriousIllnessBase) return problem('case.cost.seriousIllnessBase', problemWords.twoStarts);
  if (insurance === 'employee' && person === 'child') return problem('case.person', problemWords.childEmployee);
  if (person === 'child' && age !== undefined && age >= 40) return problem('case.age', problemWords.childAge);
  return undefined;
}
