import { fold } from '../language/fold.js';
import type { Turn } from './context.js';

const YES = /^(是的?|对的?|嗯+|好的?|没错|就是|就问这个)[吧了啊呀,。.!！~]*$/;

/**
 * The turn in which words that were heard are confirmed, as if they had been typed; any other turn as it is. What was heard is
 * kept for one turn only.
 */
export function confirmed(turn: Turn): Turn {
  const { incoming, session, tag } = turn;
  const { spoken } = session;
  session.spoken = undefined;
  if (spoken === undefined) return turn;
  const { message } = incoming;
  const says =
    'press' in message ? message.press === `c:heard:${tag}` : 'text' in message && YES.test(fold(message.text));
  return says ? { ...turn, incoming: { ...incoming, message: { text: spoken } } } : turn;
}
