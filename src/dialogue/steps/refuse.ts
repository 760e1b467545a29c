import { citations } from '../../knowledge/answer.js';
import type { Guard } from '../../knowledge/guard.js';
import { isStated } from '../../knowledge/premise.js';
import { citedFacts, fill } from '../../knowledge/quote.js';
import type { Draft, Turn } from '../context.js';
import { answerQuestion } from './ask.js';
import { answerEntry } from './say.js';

/** Danger first, then what must not be done for anyone; a real question beside an instruction is still answered. */
export function refuse(turn: Turn): Draft | undefined {
  const guard = turn.tools.watch(turn.heard.text);
  return guard && refusal(guard, turn);
}

function refusal(guard: Guard, turn: Turn): Draft {
  const { knowledge } = turn.tools;
  const facts = citedFacts(guard.say, knowledge);
  const said = { status: guard.status, text: fill(guard.say, knowledge), sources: citations(facts, knowledge) };
  const rest = guard.answers_rest ? restOf(guard, turn) : undefined;
  if (rest) return { ...rest, text: rest.text };
  const entry = guard.follow === undefined ? undefined : knowledge.entries.get(guard.follow);
  const more = entry && answerEntry({ entry }, turn, turn.session.frame);
  return more
    ? { ...said, text: `${said.text}\n${more.text}`, sources: [...said.sources, ...(more.sources ?? [])] }
    : said;
}

/** The answer to what remains of the message once the sentences that fired are gone, if it is surely a question of ours. */
function restOf(guard: Guard, turn: Turn): Draft | undefined {
  const sentences = turn.heard.text.match(/[^。！？!?；;，,.\n]+[。！？!?；;，,.\n]*/g) ?? [];
  const rest = sentences
    .filter((s) => !guard.when.some((groups) => groups.some((words) => words.some((w) => s.includes(w)))))
    .join('');
  if (rest.length < 4 || isStated(rest) || turn.tools.watch(rest)) return undefined;
  const draft = answerQuestion(rest, turn);
  return draft.status === 'answered_curated' ? draft : undefined;
}
