import { questionsIn } from '../../language/split.js';
import type { Draft, Turn } from '../context.js';
import { asks } from '../guided/asks.js';
import { openRun } from '../guided/runs.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';
import { conclude } from './conclude.js';
import { frameOf, PLAINLY, type Understood, understand } from './understand.js';

const MOST_ANSWERS = 3;

/** Answers a question of this turn: each part of it, completed from the conversation where it leans on it. */
export function ask(turn: Turn): Draft {
  const parts = questionsIn(turn.heard.text);
  const whole = understand(turn.heard, turn);
  if (isNoAnswer(whole, turn) || isBare(whole)) return { status: 'clarify', text: wording.unclear, lost: true };
  if (parts.length < 2) return conclude(whole, turn);
  const each = parts.map((part) => inContext(understand(turn.tools.language.hear(part), turn), turn));
  const good = each.filter(({ chosen }) => chosen.sure && chosen.score >= PLAINLY);
  const distinct = good.filter((u, i) => good.findIndex((other) => entryOf(other) === entryOf(u)) === i);
  if (distinct.length < 2) return conclude(best([whole, ...each]), turn);
  return joined(distinct.slice(0, MOST_ANSWERS).map((u) => conclude(u, turn)));
}

/** From this score on something told amid a task that asks something else is surely about an entry. */
const SURELY = 0.72;

/** What is told, not asked, while a question is open is more likely an answer to it that was not understood. */
const isNoAnswer = ({ heard, chosen }: Understood, turn: Turn): boolean =>
  openRun(turn) !== undefined && !asks(heard.text) && !(chosen.sure && chosen.score >= SURELY);

/** A letter or two, a figure, an ordinal, a mere yes: whatever they were found in was found by chance. */
const BARE = /^(?:[a-z\d]{1,2}|第\d{1,2}[个种条]?|(?:[是对嗯好行]的?[,，]?)+没错)$/;

const isBare = ({ heard, chosen }: Understood): boolean =>
  BARE.test(heard.core) && !(chosen.sure && chosen.entry.status === 'smalltalk');

/** Answers one question, as text. */
export function answerQuestion(text: string, turn: Turn): Draft {
  const heard = text === turn.heard.text ? turn.heard : turn.tools.language.hear(text);
  return conclude(understand(heard, turn), turn);
}

const entryOf = ({ chosen }: Understood) => (chosen.sure ? chosen.entry.entry : undefined);

/** A part of a message keeps what the whole message says of the situation. */
const inContext = (part: Understood, turn: Turn): Understood => ({
  ...part,
  frame: { ...part.frame, ...frameOf(turn.heard), ...frameOf(part.heard) },
});

const best = (all: readonly Understood[]): Understood => all.reduce((a, b) => (rank(b) > rank(a) ? b : a));

const rank = ({ chosen }: Understood) => (chosen.sure ? 1 : 0) + chosen.score;

/** From the least certain to the most: several answers in one reply take the least certain one's status. */
const CERTAINTY: readonly Status[] = [
  'unanswerable_no_fact',
  'unanswerable_scope',
  'unanswerable_region',
  'unanswerable_date',
  'clarify',
  'answered_curated',
];

function joined(drafts: readonly Draft[]): Draft {
  const statuses = drafts.map((draft) => draft.status).sort((a, b) => CERTAINTY.indexOf(a) - CERTAINTY.indexOf(b));
  return {
    status: statuses[0] ?? 'clarify',
    text: drafts.map((draft, i) => wording.also(i) + draft.text).join('\n'),
    sources: drafts.flatMap((draft) => draft.sources ?? []),
    choices: drafts.flatMap((draft) => draft.choices ?? []).slice(0, 3),
    region: drafts.find((draft) => draft.region !== undefined && draft.region !== '000000')?.region,
  };
}
