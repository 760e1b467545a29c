import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';
import { handOff } from './human.js';
import { pick } from './pick.js';
import { answerEntry } from './say.js';
import { steered } from './steer.js';

/** Acts on a pressed button exactly as it says; one of another conversation, version or step explains itself and changes nothing. */
export function press(turn: Turn): Draft | undefined {
  if (!('press' in turn.incoming.message)) return undefined;
  const [act, ...rest] = turn.incoming.message.press.split(':');
  const stale: Draft = { status: 'clarify', text: wording.stalePress, stale: true };
  if (rest.at(-1) !== turn.tag) return stale;
  const draft = ACTS.get(act ?? '')?.(rest.slice(0, -1), turn);
  for (const run of turn.session.runs) run.doubt = undefined;
  return draft ?? stale;
}

type Act = (rest: readonly string[], turn: Turn) => Draft | undefined;

const BY_NAME: Readonly<Record<string, Act>> = {
  human: (_, turn) => handOff(turn),
  wrong: () => ({ status: 'smalltalk', text: wording.wrong.thanks }),
  ask: ([id = ''], turn) => askEntry(id, turn),
  a: ([flow = '', version = '', index = '', value = ''], turn) =>
    pick({ flow, version, index: Number(index), value }, turn),
  f: ([command = ''], turn) => steered(command, turn),
};

const ACTS: ReadonlyMap<string, Act> = new Map(Object.entries(BY_NAME));

function askEntry(id: string, turn: Turn): Draft | undefined {
  const entry = turn.tools.knowledge.entries.get(id);
  if (!entry) return undefined;
  const stem = entry.questions[0] ?? entry.title;
  turn.session.last = { stem, concepts: [], question: entry.title, entry: entry.entry };
  return answerEntry({ entry }, turn, turn.session.frame);
}
