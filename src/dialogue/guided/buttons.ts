import { type Flow, versionOf } from '../../flows/flow.js';
import type { Turn } from '../context.js';

/** What a button can do with a task. */
export type Steering = 'start' | 'resume' | 'keep' | 'back' | 'cancel' | 'change' | 'restart' | 'edit' | 'set';

/** The press of a button that steers a task: it names the task, and where it is about one answer its slot or its new value. */
export const steer = (act: Steering, flow: string, { tag }: Pick<Turn, 'tag'>, ...more: readonly string[]): string =>
  `f:${[act, flow, ...more].join('.')}:${tag}`;

/** The presses of buttons that answer a question: which flow, in which version, which item, which value. */
export function picking(flow: Flow, slot: string, { tag }: Pick<Turn, 'tag'>): (value: string) => string {
  const index = flow.items.findIndex((item) => item.is === 'question' && item.id === slot);
  const question = `a:${flow.flow}:${versionOf(flow)}:${index}`;
  return (value) => `${question}:${value}:${tag}`;
}
