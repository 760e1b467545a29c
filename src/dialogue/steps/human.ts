import { citations } from '../../knowledge/answer.js';
import { citedFacts, fill } from '../../knowledge/quote.js';
import type { Draft, Turn } from '../context.js';
import { hotline } from '../reply.js';

/** The way to a person at once: the hotline of the insured region, its area code first. */
export function handOff(turn: Turn): Draft {
  const guard = turn.tools.knowledge.guards.find((g) => g.status === 'handed_off');
  if (!guard) return { status: 'handed_off', text: hotline(turn.tools) };
  return {
    status: 'handed_off',
    text: fill(guard.say, turn.tools.knowledge),
    sources: citations(citedFacts(guard.say, turn.tools.knowledge), turn.tools.knowledge),
  };
}
