import type { WebSource } from '../../channels/web/contract.js';
import { keep, recall } from '../shared/memory.js';
import type { Exchange } from '../shared/use-conversation.js';
import { wording } from '../wording.js';

const NAME = 'history';
const MOST = 30;

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

/** Long runs of digits are somebody's number: they are kept nowhere. */
const masked = (text: string): string => text.replace(/\d(?:[\s-]?\d){6,}[xX]?/g, wording.mine.masked);

const dayOf = (now: Date): string => now.toLocaleDateString('zh-CN');

/** Keeps an exchange that ended in an answer or in the end of a task; nothing else is worth coming back to. */
export function remember({ body, shown, outcome }: Exchange, now: Date): void {
  if (outcome.is !== 'answered') return;
  const { status, blocks, region, on, sources } = outcome.reply;
  if (!status.startsWith('answered') && status !== 'outcome') return;
  const text = blocks
    .flatMap((block) => ('text' in block ? [block.text] : 'steps' in block ? block.steps : []))
    .join('\n');
  const say = masked('text' in body ? body.text : shown);
  const kept: Kept = { day: dayOf(now), asked: masked(shown), say, text, region: region?.name ?? '', on, sources };
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
  typeof one.text === 'string' &&
  Array.isArray(one.sources);

/** Deletes all that was kept. */
export const forgetAll = (): void => keep(NAME, '');
