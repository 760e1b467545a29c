import { referencesOf, slotClauses } from '../condition.js';
import type { Flow, Item } from '../flow.js';
import { conditionsOf } from './conditions.js';

/**
 * A place where ways may part: a question, an end, or a tested output of a computation. An output is only settled where
 * something first depends on it, so that outputs that are used apart do not multiply.
 */
export type Stop = {
  readonly index: number;
  readonly item: Item;
  /** What is settled here; none at an end, and where a computation is merely passed. */
  readonly slot?: string;
  /** The slots that anything from here on depends on. */
  readonly needs: ReadonlySet<string>;
};

/**
 * The stops of a flow, in the order of its list.
 * @param outputs the slots of outputs that are tested anywhere
 */
export function stopsOf(flow: Flow, outputs: ReadonlySet<string>): Stop[] {
  const settled = new Set<string>();
  const stops = flow.items.flatMap((item, index): Omit<Stop, 'needs'>[] => {
    const first = [...dependenciesOf(item)].filter((slot) => outputs.has(slot) && !settled.has(slot));
    for (const slot of first) settled.add(slot);
    const own = { index, item, ...(item.is === 'question' && { slot: item.id }) };
    return [...first.map((slot) => outputStop(slot, flow)), own];
  });
  const needs = new Set<string>();
  const backwards = stops.toReversed().map((stop) => {
    for (const slot of dependenciesOf(stop.item)) needs.add(slot);
    return { ...stop, needs: new Set(needs) };
  });
  return backwards.toReversed();
}

function outputStop(slot: string, flow: Flow): Omit<Stop, 'needs'> {
  const id = slot.split('.')[0];
  const index = flow.items.findIndex((item) => item.is === 'compute' && item.id === id);
  const item = flow.items[index];
  if (!item) throw new RangeError(`no computation gives ${slot}`);
  return { index, item, slot };
}

/** Every slot that decides something about an item. */
function dependenciesOf(item: Item): Set<string> {
  const clauses = conditionsOf(item).flatMap(({ when }) => slotClauses(when));
  const days = item.is === 'end' ? item.deadlines.map(({ after }) => after) : [];
  return new Set([...clauses.flatMap(({ slot, test }) => [slot, ...referencesOf(test)]), ...days]);
}
