import type { Draft, Turn } from '../context.js';
import { hotline } from '../reply.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';
import { asking } from './asking.js';
import { asks } from './asks.js';
import { steer } from './buttons.js';
import { openRun, positionOf } from './runs.js';

/** After these nothing else is asked: help comes first, or the task itself has just asked. */
const ALONE: readonly Status[] = ['asking', 'emergency', 'handed_off', 'limited_rate', 'guarded_length'];

/** A reply to something else while a question is open: it is asked again below, with its buttons. What was no question at all counts as an answer not understood. */
export function againAfter(draft: Draft, turn: Turn): Draft {
  if (draft.open !== undefined || ALONE.includes(draft.status)) return draft;
  const current = openRun(turn);
  const position = current && positionOf(current, turn);
  if (!current || position?.at !== 'question') return draft;
  if (isLost(draft, turn)) return asking({ ...current, position }, turn, notUnderstood(draft, turn));
  const again = asking({ ...current, position }, turn);
  const begins = steer('start', current.flow.flow, turn);
  const offered = (draft.choices ?? []).filter((choice) => choice.press !== begins);
  const choices = [...(again.choices ?? []), ...offered.slice(0, 2)];
  return {
    ...draft,
    after: `${wording.guided.goOn}\n${again.text}`,
    choices,
    ...(again.open && { open: again.open }),
  };
}

const isLost = ({ lost = false }: Draft, { heard }: Turn): boolean => lost && !asks(heard.text);

/** What nothing was found for has been counted already. */
function notUnderstood({ status }: Draft, turn: Turn): string {
  if (status === 'clarify') turn.session.unclear += 1;
  return turn.session.unclear > 1 ? wording.guided.notThisAgain(hotline(turn.tools)) : wording.guided.notThis;
}
