import type { Need } from './settlement.js';
import type { Deductible } from './shapes/deductible.js';
import type { Ratio } from './shapes/ratio.js';
import { type For, matches, type Situation } from './situation.js';

/** The part of the situation that a rule's own terms ask for and nobody has told: person, age, days of the stay ... */
export function needOf(rule: Deductible | Ratio, situation: Situation): Need | undefined {
  return (
    NEEDS.find(({ asks, need }) => situation[need] === undefined && asks(rule))?.need ?? openCondition(rule, situation)
  );
}

const has = (rule: object, field: string): boolean =>
  field in rule && (rule as Record<string, unknown>)[field] !== undefined;

const NEEDS: readonly { readonly need: Need; readonly asks: (rule: Deductible | Ratio) => boolean }[] = [
  { need: 'person', asks: (rule) => has(rule, 'retiree') },
  { need: 'age', asks: (rule) => has(rule, 'age_points') || rule.mode === 'age_line' },
  { need: 'stayDays', asks: (rule) => has(rule, 'every_days') },
  { need: 'enrolledYears', asks: (rule) => has(rule, 'enrolment') },
];

function openCondition(rule: Deductible | Ratio, situation: Situation): Need | undefined {
  const conditions: readonly { readonly when: For }[] = [
    ...('bonuses' in rule ? (rule.bonuses ?? []) : []),
    ...('adjust' in rule ? (rule.adjust ?? []) : []),
  ];
  for (const { when } of conditions) {
    const fits = matches(when, situation);
    if (typeof fits === 'object') return fits[0];
  }
  return undefined;
}
