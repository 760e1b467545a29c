import type { Chosen } from '../../knowledge/choose.js';
import { questionsIn } from '../../language/split.js';
import type { Heard } from '../../language/understand.js';
import type { Draft, Turn } from '../context.js';
import { entryChoices, hotline } from '../reply.js';
import type { Frame, Session } from '../session.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';
import { answerEntry } from './say.js';

const MOST_ANSWERS = 3;

/** Answers a question of this turn: each part of it, completed from the conversation where it leans on it. */
export function ask(turn: Turn): Draft {
  const parts = questionsIn(turn.heard.text);
  if (parts.length < 2) return answerQuestion(turn.heard.text, turn);
  const whole = understand(turn.heard, turn);
  const each = parts.map((part) => understand(turn.tools.language.hear(part), turn));
  const distinct = each.filter(
    (u, i) =>
      u.chosen.sure && each.findIndex((o) => o.chosen.sure && u.chosen.sure && o.chosen.entry === u.chosen.entry) === i,
  );
  if (distinct.length < 2) return conclude(best([whole, ...each]), turn);
  const frame = { ...turn.session.frame, ...frameOf(turn.heard) };
  const drafts = distinct
    .slice(0, MOST_ANSWERS)
    .map((u) => conclude({ ...u, frame: { ...frame, ...frameOf(u.heard) } }, turn));
  return joined(drafts);
}

/** Answers one question, as text. */
export function answerQuestion(text: string, turn: Turn): Draft {
  const heard = text === turn.heard.text ? turn.heard : turn.tools.language.hear(text);
  return conclude(understand(heard, turn), turn);
}

type Understood = {
  readonly heard: Heard;
  readonly chosen: Chosen;
  readonly frame: Frame;
  readonly assumed?: string | undefined;
};

const FOLLOWS =
  /^(那|那么|换成|要是|如果|假如|若是|他|她|它|这个|这种|还|再|可是|但|但是|不过|也)|呢[?？。!！]*$|也(这样|一样|是|如此|这么)|一样[不吗么]?[?？]*$/;

/** Which entry is meant, in which situation; a question that leans on the one before is completed from it. */
function understand(heard: Heard, turn: Turn): Understood {
  const { session, tools } = turn;
  const own = frameOf(heard);
  const alone = tools.choose(heard);
  const last = session.last;
  const leans = last !== undefined && (FOLLOWS.test(heard.text) || heard.stem.replace(/[^\p{L}]/gu, '').length <= 4);
  const kept = {
    ...(session.frame.insured && { insured: session.frame.insured }),
    ...(session.frame.insurance && { insurance: session.frame.insurance }),
  };
  if (!last || !(leans || !alone.sure) || (alone.sure && alone.score > 0.8)) {
    return {
      heard,
      chosen: alone,
      frame: { ...kept, ...own },
      ...(!own.insured && kept.insured && { assumed: wording.insuredIn(kept.insured.name) }),
    };
  }
  const left = tools.language.leave(last, heard);
  const completed = tools.choose(
    {
      text: `${last.question} ${heard.text}`,
      core: `${left.stem} ${heard.core}`,
      concepts: [...new Set([...left.concepts, ...heard.concepts])],
      kind: heard.kind,
    },
    onlySituation(heard, last.entry, turn) ? last.entry : undefined,
  );
  const better = completed.sure && (!alone.sure || leans);
  const frame = better ? { ...session.frame, ...own } : { ...kept, ...own };
  return { heard, chosen: better ? completed : alone, frame, assumed: assumption(session, own) };
}

/** True if a follow-up changes the situation alone, and the entry asked before has an answer for it. */
function onlySituation(heard: Heard, entry: string | undefined, { tools }: Turn): boolean {
  if (!heard.concepts.every(tools.language.isKind)) return false;
  const answers = tools.knowledge.entries.get(entry ?? '')?.answers ?? [];
  return heard.kind === undefined || answers.some((answer) => answer.who?.includes(heard.kind ?? 'posted'));
}

function assumption({ frame }: Session, own: Frame): string | undefined {
  return !own.insured && frame.insured ? wording.insuredIn(frame.insured.name) : undefined;
}

/** What a text itself says of the situation. */
function frameOf(heard: Heard): Frame {
  return {
    ...(heard.insured && { insured: { code: heard.insured.code, name: heard.insured.name } }),
    ...(heard.care && { care: { code: heard.care.code, name: heard.care.name } }),
    ...(heard.kind && { kind: heard.kind }),
    ...(heard.insurance && { insurance: heard.insurance }),
  };
}

const best = (all: readonly Understood[]): Understood => all.reduce((a, b) => (rank(b) > rank(a) ? b : a));

const rank = ({ chosen }: Understood) => (chosen.sure ? 1 : 0) + chosen.score;

/** The reply to what was understood, remembered for the next turn. */
function conclude({ heard, chosen, frame, assumed }: Understood, turn: Turn): Draft {
  const { session } = turn;
  session.frame = frame;
  const question = heard.text.slice(0, 200);
  if (!chosen.sure)
    return unsure(
      chosen.candidates.map((entry) => entry.entry),
      turn,
    );
  session.unclear = 0;
  session.last = {
    stem: heard.stem,
    concepts: heard.concepts.filter((c) => c !== heard.kind),
    question,
    entry: chosen.entry.entry,
  };
  const asked = {
    entry: chosen.entry,
    claim: chosen.claim,
    text: heard.text,
    ...(assumed !== undefined && { assumed }),
  };
  return answerEntry(asked, turn, frame);
}

function unsure(candidates: readonly string[], turn: Turn): Draft {
  if (candidates.length > 0) {
    return { status: 'clarify', text: wording.clarify, choices: entryChoices(candidates, turn.tools, turn.tag) };
  }
  turn.session.unclear += 1;
  const line = hotline(turn.tools);
  return {
    status: 'unanswerable_no_fact',
    text: turn.session.unclear > 1 ? wording.unclearAgain(line) : wording.nothing(line),
  };
}

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
  const status =
    drafts.map((d) => d.status).sort((a, b) => CERTAINTY.indexOf(a) - CERTAINTY.indexOf(b))[0] ?? 'clarify';
  return {
    status,
    text: drafts.map((draft, i) => wording.also(i) + draft.text).join('\n'),
    sources: drafts.flatMap((d) => d.sources ?? []),
    choices: drafts.flatMap((d) => d.choices ?? []).slice(0, 3),
    region: drafts.find((d) => d.region !== undefined && d.region !== '000000')?.region,
  };
}
