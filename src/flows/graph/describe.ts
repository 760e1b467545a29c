import type { Clause, Condition, Test } from '../condition.js';
import type { Flow } from '../flow.js';
import type { Question } from '../question.js';

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<', from: '≥', after: '>', until: '≤', before: '<' } as const;

/** A condition as a formula in the names a flow shows: `就医目的 = 转诊 ∧ 年龄 ≥ 60`; empty if it always holds. */
export const describe = (when: Condition | undefined, flow: Flow): string =>
  (when ?? []).map((clause) => describeClause(clause, flow)).join(' ∧ ');

function describeClause(clause: Clause, flow: Flow): string {
  if ('any' in clause) return `(${clause.any.map((one) => describe(one, flow)).join(' ∨ ')})`;
  if ('not' in clause) return `¬(${describe(clause.not, flow)})`;
  const item = questionOf(clause.slot, flow);
  const name = item?.label ?? clause.slot;
  return checksOf(clause.test, item)
    .map((check) => `${name} ${check}`)
    .join(' ∧ ');
}

function checksOf({ oneOf, within, unknown, answered, ...comparisons }: Test, item: Question | undefined): string[] {
  const values = (oneOf ?? []).map((value) => valueLabel(item, value));
  return [
    ...(values.length > 1 ? [`∈ {${values.join('、')}}`] : values.map((value) => `= ${value}`)),
    ...(within ? [`⊂ {${within.join('、')}}`] : []),
    ...(unknown === undefined ? [] : [unknown ? '= ?' : '≠ ?']),
    ...(answered === undefined ? [] : [answered ? '∃' : '∄']),
    ...Object.entries(SIGNS).flatMap(([check, sign]) => {
      const operand = comparisons[check as keyof typeof SIGNS];
      return operand === undefined ? [] : [`${sign} ${operand}`];
    }),
  ];
}

/** The question of a slot, if it is one's. */
export const questionOf = (slot: string, flow: Flow): Question | undefined =>
  flow.items.find((item): item is Question => item.is === 'question' && item.id === slot);

/** A value in the words of its choice; as it is stored if it has none. */
export const valueLabel = (item: Question | undefined, value: string): string =>
  (item?.type === 'choice' ? item.choices.find(({ id }) => id === value)?.label : undefined) ?? value;
