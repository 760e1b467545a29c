import type { Tools, Turn } from './context.js';
import { blankTurn, withText } from './new-turn.js';
import { finish } from './reply.js';
import { LONGEST_MESSAGE } from './steps/guard.js';
import { answerEntry } from './steps/say.js';
import { frameOf } from './steps/understand.js';
import type { Found, Lookup } from './types.js';

const MOST = 10;
/** An entry much farther from the words than the best one is no answer to them. */
const NEAR_BEST = 0.5;

/**
 * Prepares the look-up by key words. It finds plain answers only: what is dangerous, forbidden or holds a personal number
 * finds nothing, for the answer is put where others read it.
 */
export const createLookup =
  (tools: Tools): Lookup =>
  (text, at) => {
    const turn = withText(blankTurn({ channel: 'telegram', user: '', at, message: { text }, shared: true }, tools));
    if (turn.masked || turn.text.length > LONGEST_MESSAGE) return [];
    if (tools.watch(turn.heard.text)) return [];
    return entriesFor(turn)
      .flatMap((id) => answered(id, turn))
      .slice(0, MOST);
  };

function entriesFor({ heard, tools }: Turn): string[] {
  const chosen = tools.choose(heard);
  if (!chosen.sure && chosen.near.length === 0) return [];
  return tools
    .rank(heard)
    .filter(({ score }) => score >= chosen.score * NEAR_BEST)
    .map(({ entry }) => entry);
}

function answered(id: string, turn: Turn): Found[] {
  const entry = turn.tools.knowledge.entries.get(id);
  if (!entry || entry.status !== undefined) return [];
  const draft = answerEntry({ entry }, turn, frameOf(turn.heard));
  return [{ id, title: entry.title, reply: finish(draft, turn) }];
}
