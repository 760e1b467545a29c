import { type Flow, type Item, nameOf } from '../flow.js';
import type { FlowProblem } from './problem.js';

/**
 * What a search of all ways came by. `reached`: items by their index, and parts of items (`3/notes/0`; choices by their id).
 * `stuck`: questions at which no answer is accepted.
 */
type Seen = { readonly reached: ReadonlySet<string>; readonly stuck: ReadonlySet<number> };

/** What no way comes to, and where ways get stuck. */
export function unreachedIn(flow: Flow, { reached, stuck }: Seen): FlowProblem[] {
  return flow.items.flatMap((item, index): FlowProblem[] => {
    const at = ['items', index];
    if (!reached.has(String(index))) return [{ at, code: 'unreached', detail: nameOf(item) }];
    const missed = partsOf(item).filter(({ key }) => !reached.has(`${index}/${key}`));
    return [
      ...(stuck.has(index) ? [{ at, code: 'no_answer', detail: nameOf(item) } as const] : []),
      ...missed.map((part) => ({ at: [...at, ...part.at], code: 'unreached', detail: part.key }) as const),
    ];
  });
}

/** The parts of an item that need not be there on every way. */
function partsOf(item: Item): { key: string; at: PropertyKey[] }[] {
  const listed = (name: string, parts: readonly unknown[]) =>
    parts.map((_, i) => ({ key: `${name}/${i}`, at: [name, i] }));
  if (item.is === 'compute') return [];
  if (item.is === 'end')
    return [
      ...listed('checklist', item.checklist),
      ...listed('deadlines', item.deadlines),
      ...listed('notes', item.notes),
    ];
  const choices = item.type === 'choice' ? item.choices : [];
  return [
    ...choices.map(({ id }, i) => ({ key: `choices/${id}`, at: ['choices', i] })),
    ...listed('refuse', item.refuse),
  ];
}
