import type { Chosen } from '../../knowledge/choose.js';
import type { Heard } from '../../language/understand.js';
import type { Turn } from '../context.js';
import { personIn } from '../guided/find.js';
import { frameFor } from '../guided/people.js';
import type { Frame, Session } from '../session.js';
import { wording } from '../wording.js';

/** What a question was taken to mean: which entry, in which situation. */
export type Understood = {
  readonly heard: Heard;
  readonly chosen: Chosen;
  readonly frame: Frame;
  /** What was taken over from the conversation, in words. */
  readonly assumed?: string | undefined;
  /** True if what is asked is the document and place a rule stands in. */
  readonly basis?: boolean;
};

/** From this score on an entry is plainly meant: a part of a message is then answered on its own. */
export const PLAINLY = 0.42;

const FOLLOWS =
  /^(那|那么|换成|要是|如果|假如|若是|他|她|它|这个|这种|还|再|可是|但|但是|不过|也)|呢[?？。!！]*$|也(这样|一样|是|如此|这么)|一样[不吗么]?[?？]*$/;
/** Words that only tie a follow-up to what came before. */
const TIES = /那么?|换成|要是|如果|的话|时候|情况|这种|这样|一样|也|还|再|不|是|吗|呢|年|\d+|[^\p{L}]/gu;
/** A follow-up with a meaning of its own this clear needs nothing from before. */
const SELF_SUFFICIENT = 0.8;

/** Which entry is meant, in which situation; a question that leans on the one before is completed from it. */
export function understand(heard: Heard, turn: Turn): Understood {
  const { tools } = turn;
  const session = { ...turn.session, frame: frameFor(heard.text, personIn(heard.text), turn) };
  const own = frameOf(heard);
  const rule = ruleAsked(heard, turn);
  if (rule) return { heard, chosen: rule, frame: { ...session.frame, ...own }, basis: true };
  const alone = tools.choose({ ...heard, insured: own.insured ?? session.frame.insured });
  const last = chatted(turn) ? undefined : session.last;
  const leans = last !== undefined && (FOLLOWS.test(heard.text) || lettersOf(heard.stem) <= 4);
  const chatting = alone.sure && alone.entry.status === 'smalltalk' && alone.score > PLAINLY;
  const enough = alone.sure && (chatting || !leans || alone.score > SELF_SUFFICIENT);
  if (!last || enough)
    return { heard, chosen: alone, frame: { ...standing(session), ...own }, assumed: assumption(session, own) };
  const completed = complete(heard, last, turn);
  const better = completed.sure && (!alone.sure || leans);
  const frame = { ...(better ? session.frame : standing(session)), ...own };
  return { heard, chosen: better ? completed : alone, frame, assumed: assumption(session, own) };
}

/** True if the message before was small talk: nothing leans on that. */
const chatted = ({ session, tools }: Turn): boolean =>
  tools.knowledge.entries.get(session.last?.entry ?? '')?.status === 'smalltalk';

/** What a text itself says of the situation. */
export function frameOf(heard: Heard): Frame {
  return {
    ...(heard.insured && { insured: { code: heard.insured.code, name: heard.insured.name } }),
    ...(heard.care && { care: { code: heard.care.code, name: heard.care.name } }),
    ...(heard.kind && { kind: heard.kind }),
    ...(heard.insurance && { insurance: heard.insurance }),
  };
}

/** The choice for a question together with the one before: either only its situation is new, or it asks something new of it. */
function complete(heard: Heard, last: NonNullable<Session['last']>, { tools }: Turn): Chosen {
  const left = tools.language.leave(last, heard);
  const text = `${last.question} ${heard.text}`;
  const situationAlone = heard.concepts.every(tools.language.isKind) && lettersOf(heard.stem.replace(TIES, '')) <= 2;
  if (!situationAlone) return tools.choose({ ...heard, text, before: { text: left.stem, concepts: left.concepts } });
  const question = { ...heard, text, core: left.stem, concepts: [...left.concepts, ...heard.concepts] };
  return tools.choose(question, answersKind(last.entry, heard, tools) ? last.entry : undefined);
}

/** True if the entry asked before has an answer for the kind of person named now. */
function answersKind(entry: string | undefined, { kind }: Heard, { knowledge }: Turn['tools']): boolean {
  const answers = knowledge.entries.get(entry ?? '')?.answers ?? [];
  return kind === undefined || answers.some((answer) => answer.who?.includes(kind));
}

/** The concept and the topic of questions about documents, and the score from which such an entry is surely meant. */
const DOCUMENT = '文号';
const DOCUMENTS = 'documents';
const SURELY = 0.6;

/** The rule whose document is asked for (「这条是哪个文件定的」), unless a document itself is meant. */
function ruleAsked(heard: Heard, { tools }: Turn): Chosen | undefined {
  if (!heard.concepts.includes(DOCUMENT)) return undefined;
  const direct = tools.choose(heard);
  if (direct.sure && direct.entry.topic === DOCUMENTS && direct.score >= SURELY) return undefined;
  const rule = tools.choose(tools.language.hear(tools.language.drop(heard.text, DOCUMENT)));
  const fits = rule.sure && rule.entry.topic !== DOCUMENTS && rule.entry.status === undefined && rule.score >= PLAINLY;
  return fits ? rule : undefined;
}

/** What stays true of a person from one question to the next. */
const standing = ({ frame }: Session): Frame => ({
  ...(frame.insured && { insured: frame.insured }),
  ...(frame.insurance && { insurance: frame.insurance }),
});

const assumption = ({ frame }: Session, own: Frame): string | undefined =>
  !own.insured && frame.insured ? wording.insuredIn(frame.insured.name) : undefined;

const lettersOf = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;
