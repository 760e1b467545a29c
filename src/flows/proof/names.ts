import type { Computations } from '../computation.js';
import { slotClauses } from '../condition.js';
import { type Compute, type Flow, type Item, nameOf } from '../flow.js';
import { slotsIn, textsOf } from '../marks.js';
import { conditionsOf } from './conditions.js';
import type { FlowProblem, FlowProblemCode } from './problem.js';
import { type Slot, slotOfOutput, slotOfQuestion, wrongIn } from './tests.js';

/** What can be named at some place of a flow: the slots and the computations above it. */
type Scope = { readonly slots: Map<string, Slot>; readonly computations: Set<string> };

/** Names that nothing above has, values that no answer has, and ids used twice. */
export function nameProblems(flow: Flow, computations: Computations): FlowProblem[] {
  const scope: Scope = { slots: new Map(), computations: new Set() };
  const names = flow.items.map(nameOf);
  const problems = flow.items.flatMap((item, index) => {
    const found = [
      ...(names.indexOf(nameOf(item)) < index ? [problem([], 'duplicate_id', nameOf(item))] : []),
      ...duplicatesIn(item),
      ...conditionProblems(item, scope),
      ...textProblems(item, scope),
      ...(item.is === 'compute' ? computeProblems(item, scope, computations) : []),
      ...(item.is === 'end' ? endProblems(item, scope) : []),
    ];
    declare(item, scope, computations);
    return found.map(({ at, ...rest }) => ({ at: ['items', index, ...at], ...rest }));
  });
  const last = flow.items.at(-1);
  const ends = last?.is === 'end' && last.when === undefined;
  const at = ['items', flow.items.length - 1];
  return ends ? problems : [...problems, { at, code: 'last_end', detail: last ? nameOf(last) : '' }];
}

const problem = (at: readonly PropertyKey[], code: FlowProblemCode, detail: string): FlowProblem => ({
  at,
  code,
  detail,
});

function declare(item: Item, { slots, computations }: Scope, registry: Computations): void {
  if (item.is === 'question') slots.set(item.id, slotOfQuestion(item));
  if (item.is !== 'compute') return;
  computations.add(item.id);
  for (const [output, values] of Object.entries(registry[item.compute]?.outputs ?? {}))
    slots.set(`${item.id}.${output}`, slotOfOutput(values));
}

function duplicatesIn(item: Item): FlowProblem[] {
  const twice = (name: string, code: FlowProblemCode, parts: readonly { readonly id: string }[]) => {
    const ids = parts.map(({ id }) => id);
    return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [problem([name, i], code, id)] : []));
  };
  if (item.is === 'end')
    return [
      ...twice('checklist', 'duplicate_id', item.checklist),
      ...twice('deadlines', 'duplicate_id', item.deadlines),
    ];
  return item.is === 'question' && item.type === 'choice' ? twice('choices', 'duplicate_choice', item.choices) : [];
}

/** An answer that is refused is tested before it is known to anything else. */
const withOwn = (item: Item, slots: ReadonlyMap<string, Slot>): ReadonlyMap<string, Slot> =>
  item.is === 'question' ? new Map(slots).set(item.id, slotOfQuestion(item)) : slots;

const conditionProblems = (item: Item, { slots }: Scope): FlowProblem[] =>
  conditionsOf(item).flatMap(({ at, when, own }) => {
    const visible = own ? withOwn(item, slots) : slots;
    return slotClauses(when).flatMap((clause) =>
      wrongIn(clause, visible).map(({ code, detail }) => problem(at, code, detail)),
    );
  });

const textProblems = (item: Item, { slots }: Scope): FlowProblem[] =>
  textsOf(item).flatMap(({ at, text }) => {
    const visible = at[0] === 'refuse' ? withOwn(item, slots) : slots;
    return slotsIn(text)
      .filter((slot) => !visible.has(slot))
      .map((slot) => problem(at, 'unknown_slot', slot));
  });

function computeProblems(item: Compute, { slots }: Scope, registry: Computations): FlowProblem[] {
  const computation = registry[item.compute];
  if (!computation) return [problem(['compute'], 'unknown_computation', item.compute)];
  return Object.entries(item.with).flatMap(([name, given]) => [
    ...(computation.inputs.includes(name)
      ? []
      : [problem(['with', name], 'unknown_argument', `${item.compute}.${name}`)]),
    ...(typeof given !== 'string' || slots.has(given) ? [] : [problem(['with', name], 'unknown_slot', given)]),
  ]);
}

function endProblems(item: Extract<Item, { is: 'end' }>, { slots, computations }: Scope): FlowProblem[] {
  const { result } = item;
  const dates = item.deadlines.flatMap(({ after }, i) => {
    const slot = slots.get(after);
    if (slot?.type === 'date') return [];
    return [problem(['deadlines', i, 'after'], slot ? 'not_a_date' : 'unknown_slot', after)];
  });
  const missing = result === undefined || computations.has(result);
  return missing ? dates : [...dates, problem(['result'], 'not_a_computation', result)];
}
