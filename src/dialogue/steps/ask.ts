import type { Chosen } from '../../knowledge/choose.js';
import { questionsIn } from '../../language/split.js';
import type { Heard } from '../../language/understand.js';
import { isMunicipality, poolOf, provinceOf } from '../../policy/region.js';
import type { Draft, Turn } from '../context.js';
import { entryChoices, hotline } from '../reply.js';
import type { Frame, Session } from '../session.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';
import { type Asked, answerEntry } from './say.js';

const MOST_ANSWERS = 3;
/** A part of a message is answered on its own only when it is plainly a question we know. */
const PART_SURE = 0.42;
/** The concept and the topic of questions about documents, and the score from which such an entry is plainly meant. */
const DOCUMENT = '文号';
const DOCUMENTS = 'documents';
const PLAINLY = 0.6;

/** Answers a question of this turn: each part of it, completed from the conversation where it leans on it. */
export function ask(turn: Turn): Draft {
  const parts = questionsIn(turn.heard.text);
  const whole = understand(turn.heard, turn);
  if (parts.length < 2) return conclude(whole, turn);
  const each = parts.map((part) => inContext(understand(turn.tools.language.hear(part), turn), turn));
  const good = each.filter((u) => u.chosen.sure && u.chosen.score >= PART_SURE);
  const distinct = good.filter((u, i) => good.findIndex((o) => entryOf(o) === entryOf(u)) === i);
  if (distinct.length < 2) return conclude(best([whole, ...each]), turn);
  return joined(distinct.slice(0, MOST_ANSWERS).map((u) => conclude(u, turn)));
}

const entryOf = ({ chosen }: Understood) => (chosen.sure ? chosen.entry.entry : undefined);

/** A part of a message keeps what the whole message says of the situation. */
const inContext = (part: Understood, turn: Turn): Understood => ({
  ...part,
  frame: { ...part.frame, ...frameOf(turn.heard), ...frameOf(part.heard) },
});

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
  /** True if what is asked is the document and place a rule stands in. */
  readonly basis?: boolean;
};

const FOLLOWS =
  /^(那|那么|换成|要是|如果|假如|若是|他|她|它|这个|这种|还|再|可是|但|但是|不过|也)|呢[?？。!！]*$|也(这样|一样|是|如此|这么)|一样[不吗么]?[?？]*$/;

/** Which entry is meant, in which situation; a question that leans on the one before is completed from it. */
function understand(heard: Heard, turn: Turn): Understood {
  const { session, tools } = turn;
  const own = frameOf(heard);
  const asked = ruleAsked(heard, turn);
  if (asked) return { heard, chosen: asked, frame: { ...session.frame, ...own }, basis: true };
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
    { ...heard, text: `${last.question} ${heard.text}`, before: { text: left.stem, concepts: left.concepts } },
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

/** The rule whose document is asked for (「这条是哪个文件定的」), unless a document itself is plainly meant. */
function ruleAsked(heard: Heard, { tools }: Turn): Chosen | undefined {
  if (!heard.concepts.includes(DOCUMENT)) return undefined;
  const direct = tools.choose(heard);
  if (direct.sure && direct.entry.topic === DOCUMENTS && direct.score >= PLAINLY) return undefined;
  const rule = tools.choose(tools.language.hear(tools.language.drop(heard.text, DOCUMENT)));
  return rule.sure && rule.entry.topic !== DOCUMENTS && rule.entry.status === undefined && rule.score >= PART_SURE
    ? rule
    : undefined;
}

/** The draft with its sources named first. */
const withBasis = (draft: Draft): Draft => ({ ...draft, text: `${wording.basis(draft.sources ?? [])}${draft.text}` });

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
function conclude({ heard, chosen, frame, assumed, basis }: Understood, turn: Turn): Draft {
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
  const draft = answerEntry(elsewhere(asked, heard, turn) ?? asked, turn, frame);
  return basis ? withBasis(draft) : draft;
}

/** What a trip inside one province or abroad is answered with, whatever was asked of it: our rules do not reach there. */
function elsewhere(asked: Asked, heard: Heard, { tools }: Turn): Asked | undefined {
  const { trips, entries } = tools.knowledge;
  if (asked.entry.status !== undefined || asked.entry.tense !== 'present') return undefined;
  const id =
    heard.care?.outside || heard.insured?.outside
      ? trips.abroad
      : insideProvince(heard)
        ? trips.withinProvince
        : undefined;
  const entry = id === undefined ? undefined : entries.get(id);
  return entry && { entry };
}

const insideProvince = ({ insured, care }: Heard): boolean =>
  insured !== undefined &&
  care !== undefined &&
  !isMunicipality(insured.code) &&
  poolOf(insured.code) !== poolOf(care.code) &&
  provinceOf(insured.code) === provinceOf(care.code);

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
