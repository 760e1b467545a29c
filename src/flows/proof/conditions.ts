import type { Condition, SlotClause } from '../condition.js';
import { slotClauses } from '../condition.js';
import type { Flow, Item } from '../flow.js';

/** A condition of an item and where it stands in it. `own`: it may test the very answer it is about. */
type Placed = { readonly at: readonly PropertyKey[]; readonly when: Condition; readonly own: boolean };

type Conditional = { readonly when?: Condition | undefined };

const listed = (name: string, parts: readonly Conditional[], own = false): Placed[] =>
  parts.flatMap(({ when }, i) => (when === undefined ? [] : [{ at: [name, i, 'when'], when, own }]));

/** Every condition of an item. */
export function conditionsOf(item: Item): Placed[] {
  const itself = item.when === undefined ? [] : [{ at: ['when'], when: item.when, own: false }];
  if (item.is === 'compute') return itself;
  if (item.is === 'question') {
    const choices = item.type === 'choice' ? listed('choices', item.choices) : [];
    const optional = item.optional === undefined ? [] : [{ at: ['optional'], when: item.optional, own: false }];
    return [...itself, ...optional, ...choices, ...listed('refuse', item.refuse, true)];
  }
  const { checklist, deadlines, notes } = item;
  return [...itself, ...listed('checklist', checklist), ...listed('deadlines', deadlines), ...listed('notes', notes)];
}

/** Every test of a slot in a flow. */
export const testsOf = (flow: Flow): SlotClause[] =>
  flow.items.flatMap((item) => conditionsOf(item).flatMap(({ when }) => slotClauses(when)));
