import { planOf } from '../../calculator/plan.js';
import { isProblem, type Judge } from '../../calculator/request.js';
import { settle } from '../../calculator/settle.js';
import type { Missing } from '../../calculator/settlement.js';
import type { Computation, Computations } from '../../flows/computation.js';
import type { IsoDate } from '../../policy/dates.js';
import { requestOf } from './request.js';
import { ESTIMATE_SLOTS, type EstimateAnswers } from './slots.js';

const YES_NO = ['yes', 'no'] as const;
const inputs = ESTIMATE_SLOTS;

/** The named computations of the estimate, for flows to call. */
export function estimateComputations(judge: Judge): Computations {
  const needs: Computation = {
    inputs,
    outputs: {
      insurance: YES_NO,
      person: YES_NO,
      age: YES_NO,
      grade: YES_NO,
      tier: YES_NO,
      deductible: YES_NO,
      ratio: YES_NO,
      out_of_area: YES_NO,
      as_of: YES_NO,
      year: 'text',
    },
    run: (args, { today }) => needsOf(args as EstimateAnswers, judge, today),
  };
  const settlement: Computation = {
    inputs,
    outputs: { state: ['settled', 'range', 'stopped'], fund: 'text', self: 'text' },
    run: (args, { today }) => stateOf(args as EstimateAnswers, judge, today),
  };
  return { estimate_needs: needs, estimate_settle: settlement };
}

/** What the region's rules still ask for: parts of the situation, and parameters that only the person can supply. */
function needsOf(answers: EstimateAnswers, judge: Judge, today: IsoDate): Record<string, string> {
  const missing = missingOf(answers, judge, today);
  const { accept_as_of: _, ...unasked } = answers;
  const years = missingOf(unasked, judge, today).flatMap(yearOf).sort();
  const flag = (value: boolean) => (value ? 'yes' : 'no');
  return {
    ...Object.fromEntries(SITUATION.map((name) => [name, flag(missing.some((item) => isOpen(item, name)))])),
    ...Object.fromEntries(RULES.map((name) => [name, flag(missing.some((item) => isLacking(item, name)))])),
    as_of: flag(years.length > 0),
    ...(years.length > 0 && { year: years.at(-1) ?? '' }),
  };
}

const SITUATION = ['insurance', 'person', 'age', 'grade', 'tier'] as const;
const RULES = ['deductible', 'ratio', 'out_of_area'] as const;

function missingOf(answers: EstimateAnswers, judge: Judge, today: IsoDate): readonly Missing[] {
  const request = requestOf(answers, judge);
  return isProblem(request) ? [] : planOf(judge.regions, request, today).missing;
}

const isOpen = (item: Missing, name: string): boolean =>
  item.what === 'situation' && (item.need === name || (item.all?.some((need) => need === name) ?? false));

const isLacking = (item: Missing, name: string): boolean => item.what === 'rule' && item.key.endsWith(`.${name}`);

const yearOf = (item: Missing): string[] =>
  item.what === 'rule' && item.reason.why === 'as_of' ? [item.reason.year ?? ''] : [];

function stateOf(answers: EstimateAnswers, judge: Judge, today: IsoDate): Record<string, string> {
  const request = requestOf(answers, judge);
  if (isProblem(request)) return { state: 'stopped' };
  const { fund, self, missing } = settle(judge.regions, request, today);
  if (fund && self) return { state: 'settled', fund: fund.toFixed(2), self: self.toFixed(2) };
  const bounded = missing.every((item) => isLacking(item, 'deductible') || isLacking(item, 'out_of_area'));
  return { state: bounded ? 'range' : 'stopped' };
}
