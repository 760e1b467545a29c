import type { Draft, Turn } from '../context.js';
import { hotline } from '../reply.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';
import { asking } from './asking.js';
import { openRun, positionOf } from './runs.js';

/** After these nothing else is asked: help comes first, or the task itself has just spoken. */
const ALONE: readonly Status[] = ['asking', 'outcome', 'emergency', 'handed_off', 'limited_rate', 'guarded_length'];

const NOT_UNDERSTOOD: readonly Status[] = ['unanswerable_no_fact', 'clarify'];
const ASKS = /[?？]|吗|什么|怎么|多少|哪|为|咋|啥|几|能不能|要不要|可不可以|是不是/;

/** A reply to something else while a question is open: it is asked again below, with its buttons. What was no question at all counts as an answer not understood. */
export function againAfter(draft: Draft, turn: Turn): Draft {
  if (draft.open !== undefined || ALONE.includes(draft.status)) return draft;
  const current = openRun(turn);
  const position = current && positionOf(current, turn);
  if (!current || position?.at !== 'question') return draft;
  const again = asking({ ...current, position }, turn);
  if (isLost(draft, turn)) return { ...asking({ ...current, position }, turn, notUnderstood(turn)) };
  const choices = [...(again.choices ?? []), ...(draft.choices ?? []).slice(0, 2)];
  return {
    ...draft,
    after: `${wording.guided.goOn}\n${again.text}`,
    choices,
    ...(again.open && { open: again.open }),
  };
}

const isLost = ({ status }: Draft, { incoming, heard }: Turn): boolean =>
  'text' in incoming.message && NOT_UNDERSTOOD.includes(status) && !ASKS.test(heard.text);

function notUnderstood(turn: Turn): string {
  turn.session.unclear += 1;
  return turn.session.unclear > 1 ? wording.guided.notThisAgain(hotline(turn.tools)) : wording.guided.notThis;
}
