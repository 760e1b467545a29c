import { SLOT } from './condition.js';
import type { Item } from './flow.js';

const SLOT_MARK = new RegExp(`\\{\\$(${SLOT})\\}`, 'g');
const KEY_MARK = /\{=([^{}\s]+)\}|\[=([^[\]\s]+)\]/g;

/** The slots a text shows (`{$slot}`, `{$compute.output}`), each once, in the order of the text. */
export const slotsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(SLOT_MARK)].map((mark) => mark[1] ?? '')),
];

/** The keys of facts a text asks for (`{=key}`, `[=key]`), each once, in the order of the text. */
export const keysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(KEY_MARK)].map((mark) => mark[1] ?? mark[2] ?? '')),
];

/** A text with its slots filled; marks of facts and documents are left for whoever holds those. */
export const fillSlots = (text: string, show: (slot: string) => string): string =>
  text.replace(SLOT_MARK, (_, slot: string) => show(slot));

/** A text of an item that may hold marks, and where it stands in the item. */
export type Text = { readonly at: readonly PropertyKey[]; readonly text: string };

/** Every text of an item that may hold marks. */
export function textsOf(item: Item): Text[] {
  if (item.is === 'compute') return [];
  if (item.is === 'question')
    return [
      { at: ['ask'], text: item.ask },
      ...(item.help === undefined ? [] : [{ at: ['help'], text: item.help }]),
      ...item.refuse.map((rule, i) => ({ at: ['refuse', i, 'say'], text: rule.say })),
    ];
  return [
    { at: ['title'], text: item.title },
    ...(item.body === undefined ? [] : [{ at: ['body'], text: item.body }]),
    ...item.steps.map((text, i) => ({ at: ['steps', i], text })),
    ...item.checklist.map(({ text }, i) => ({ at: ['checklist', i, 'text'], text })),
    ...item.deadlines.map(({ title }, i) => ({ at: ['deadlines', i, 'title'], text: title })),
    ...item.deadlines.map(({ period }, i) => ({ at: ['deadlines', i, 'period'], text: period })),
    ...item.notes.map(({ text }, i) => ({ at: ['notes', i, 'text'], text })),
  ];
}
