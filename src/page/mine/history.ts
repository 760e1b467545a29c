import type { WebSource } from '../../channels/web/contract.js';
import type { Task } from '../do/task.js';
import { keep, recall } from '../shared/memory.js';
import type { Exchange } from '../shared/use-conversation.js';

const NAME = 'history';
const MOST = 30;

const TASK = '/start f_';

/** What is said to begin a task. */
export const beginning = (flow: string): string => TASK + flow;

/** True if saying this begins a task. */
export const isBeginning = (say: string): boolean => say.startsWith(TASK);

/** Something asked on this device, with its answer. */
export type Kept = {
  readonly day: string;
  readonly asked: string;
  /** What to say to ask it again. */
  readonly say: string;
  readonly text: string;
  readonly region: string;
  readonly on: string;
  readonly sources: readonly WebSource[];
};

const dayOf = (now: Date): string => now.toLocaleDateString('zh-CN');

/**
 * Keeps an exchange that ended in an answer or in the end of a task; nothing else is worth coming back to. `task`: the one that
 * ended with it; it is kept by its title and begun again by its name, as its last answer alone says nothing.
 */
export function remember({ body, shown, outcome }: Exchange, now: Date, task?: Task): void {
  if (outcome.is !== 'answered') return;
  const { status, blocks, region, on, sources } = outcome.reply;
  if (!status.startsWith('answered') && status !== 'outcome') return;
  const text = blocks
    .flatMap((block) => ('text' in block ? [block.text] : 'steps' in block ? block.steps : []))
    .join('\n');
  const said = task ? beginning(task.flow) : 'text' in body ? body.text : shown;
  const asked = task?.title ?? shown;
  const kept: Kept = { day: dayOf(now), asked, say: said, text, region: region?.name ?? '', on, sources };
  keep(NAME, JSON.stringify([kept, ...history()].slice(0, MOST)));
}

/** What was kept, latest first; nothing if it cannot be read. */
export function history(): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(recall(NAME) || '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** What an older page kept otherwise is left out. */
const isKept = (one: Partial<Kept> | null): one is Kept =>
  typeof one?.asked === 'string' &&
  typeof one.say === 'string' &&
  [one.text, one.day, one.region, one.on].every((part) => typeof part === 'string') &&
  Array.isArray(one.sources) &&
  one.sources.every((source: WebSource | null) => typeof source?.title === 'string');

/** Deletes all that was kept. */
export const forgetAll = (): void => keep(NAME, '');
