import type { Flow, Item } from '../flow.js';
import { describe } from './describe.js';

/** One item of the list as the picture shows it. */
export type Row = {
  readonly kind: Item['is'];
  /** The formula it depends on; empty if it always applies. */
  readonly when: string;
  readonly title: string;
  /** Choices with what they depend on, or what a computation takes. */
  readonly details: readonly string[];
};

/** The rows of a flow's picture, in the order of the list. */
export const rowsOf = (flow: Flow): Row[] =>
  flow.items.map((item) => ({ kind: item.is, when: dependenceOf(item, flow), ...wordsOf(item, flow) }));

/** When an item applies; after a `?`, when its question may be passed over. */
function dependenceOf(item: Item, flow: Flow): string {
  const optional = item.is === 'question' && item.optional ? `? ${describe(item.optional, flow)}` : '';
  return [describe(item.when, flow), optional.trim()].filter((part) => part !== '').join('  ');
}

function wordsOf(item: Item, flow: Flow): Pick<Row, 'title' | 'details'> {
  const dependent = (text: string, when: string) => (when === '' ? text : `${text}  [${when}]`);
  if (item.is === 'end')
    return {
      title: item.title,
      details: item.notes.map((note) => dependent(`+ ${note.text}`, describe(note.when, flow))),
    };
  if (item.is === 'compute') {
    const taken = Object.values(item.with).map((given) => (typeof given === 'string' ? given : given.value));
    return { title: `${item.id} ← ${item.compute}(${taken.join(', ')})`, details: [] };
  }
  const choices =
    item.type === 'choice' ? item.choices.map((one) => dependent(`· ${one.label}`, describe(one.when, flow))) : [];
  const refused = item.refuse.map((rule) => `× ${describe(rule.when, flow)}`);
  return { title: item.ask, details: [...choices, ...refused] };
}
