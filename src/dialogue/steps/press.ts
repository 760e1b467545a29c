import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';
import { handOff } from './human.js';
import { answerEntry } from './say.js';

/** A pressed button is an exact command; one of another conversation or of withdrawn content says so. */
export function press(turn: Turn): Draft | undefined {
  if (!('press' in turn.incoming.message)) return undefined;
  const [act, ...rest] = turn.incoming.message.press.split(':');
  const tag = rest.at(-1);
  if (tag !== turn.tag) return { status: 'clarify', text: wording.stalePress };
  if (act === 'human') return handOff(turn);
  if (act === 'wrong') return { status: 'smalltalk', text: wording.wrong.thanks };
  const entry = act === 'ask' ? turn.tools.knowledge.entries.get(rest[0] ?? '') : undefined;
  if (!entry) return { status: 'clarify', text: wording.stalePress };
  turn.session.last = {
    stem: entry.questions[0] ?? entry.title,
    concepts: [],
    question: entry.title,
    entry: entry.entry,
  };
  return answerEntry({ entry }, turn, turn.session.frame);
}
