import { useRef } from 'preact/hooks';
import { keepForVisit, recallForVisit } from '../shared/memory.js';
import type { Exchange } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { isSteering, type Stand, standAfter, type Task } from './task.js';

const NAME = 'task';

/** The title of the task that this visit left open, also before a reload; empty if there is none. */
export const unfinished = (): string => recallForVisit(NAME);

const kept = (): Stand => ({ task: { flow: '', title: unfinished() }, open: unfinished() !== '' });

/**
 * Follows the task at hand as exchanges end, and keeps its title (never an answer) for this visit: the server still holds
 * the task after a reload, so it can be taken up again.
 * @returns what is to be told of each exchange; it gives the task that the exchange brought to its end
 */
export function useTask(): (exchange: Exchange) => Task | undefined {
  const stand = useRef<Stand>(undefined);
  return (exchange) => {
    const before = stand.current ?? kept();
    const after = standAfter(before, exchange);
    stand.current = after;
    keepForVisit(NAME, after.open ? after.task?.title || wording.do.aTask : '');
    return endedBy(exchange, before, after);
  };
}

/** What told everything in one sentence is worth keeping as it was said: it ended no task that was open. */
function endedBy({ body, outcome }: Exchange, before: Stand, { task }: Stand): Task | undefined {
  if (outcome.is !== 'answered' || outcome.reply.status !== 'outcome') return undefined;
  if (!task || task.flow === '' || !(before.open || isSteering(body))) return undefined;
  return { ...task, title: task.title || wording.do.aTask };
}
