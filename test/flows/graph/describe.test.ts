import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionSchema } from '../../../src/flows/condition.js';
import { describe } from '../../../src/flows/graph/describe.js';
import { exampleFlow } from '../example.js';

test.each([
  ['{}', ''],
  ['{ purpose: emergency }', '情况 = 在外地突发急诊'],
  ['{ purpose: [referral, gone] }', '情况 ∈ {参保地医院已开转诊、gone}'],
  [
    '{ purpose: referral, admitted_on: { from: 2025-01-01, before: $today } }',
    '情况 = 参保地医院已开转诊 ∧ admitted_on ≥ 2025-01-01 ∧ admitted_on < $today',
  ],
  ['{ any: [{ purpose: referral }, { not: { cost: { gt: "5" } } }] }', '(情况 = 参保地医院已开转诊 ∨ ¬(cost > 5))'],
  ['{ insured_region: { within: ["110000", $care] } }', '参保地 ⊂ {110000、$care}'],
  ['{ cost: { unknown: true } }', 'cost = ?'],
  ['{ cost: { answered: false } }', 'cost ∄'],
])('%s', (yaml, told) => {
  expect(describe(conditionSchema.parse(parse(yaml)), exampleFlow())).toBe(told);
});
