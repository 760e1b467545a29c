import type { Need } from './settlement.js';
import type { Deductible } from './shapes/deductible.js';
import type { Ratio } from './shapes/ratio.js';
import { type For, matches, type Situation } from './situation.js';

/** The part of the situation that a rule's own terms ask for and nobody has told: person, age, days of the stay ... */
export function needOf(rule: Deductible | Ratio, situation: Situation): Need | undefined {
  if (situation.person === undefined && 'retiree' in rule) return 'person';
  if (situation.age === undefined && ('age_points' in rule || rule.mode === 'age_line')) return 'age';
  if (situation.stayDays === undefined && 'every_days' in rule) return 'stayDays';
  if (situation.enrolledYears === undefined && 'enrolment' in rule) return 'enrolledYears';
  if ('bonuses' in rule) return openCondition(rule.bonuses, situation);
  return 'adjust' in rule ? openCondition(rule.adjust, situation) : undefined;
}

type Conditional = readonly { readonly when: For }[];

function openCondition(conditions: Conditional = [], situation: Situation): Need | undefined {
  for (const { when } of conditions) {
    const fits = matches(when, situation);
    if (typeof fits === 'object') return fits[0];
  }
  return undefined;
}
