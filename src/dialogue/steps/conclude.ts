import { tell } from '../../knowledge/answer.js';
import type { Entry } from '../../knowledge/entry.js';
import type { Heard } from '../../language/understand.js';
import { isMunicipality, poolOf, provinceOf } from '../../policy/region.js';
import type { Draft, Turn } from '../context.js';
import { entryChoices, hotline } from '../reply.js';
import { wording } from '../wording.js';
import { type Asked, answerEntry, situationOf } from './say.js';
import type { Understood } from './understand.js';

const LONGEST_KEPT = 200;

/** The reply to what was understood, remembered for the next turn. */
export function conclude({ heard, chosen, frame, assumed, basis }: Understood, turn: Turn): Draft {
  const { session } = turn;
  const first = session.last === undefined;
  session.frame = frame;
  const entry = chosen.sure ? chosen.entry.entry : undefined;
  const concepts = heard.concepts.filter((concept) => !turn.tools.language.isKind(concept));
  const isAside = session.last !== undefined && chosen.sure && chosen.entry.status === 'smalltalk';
  session.last = isAside
    ? session.last
    : {
        stem: heard.stem,
        concepts,
        question: heard.text.slice(0, LONGEST_KEPT),
        ...(entry !== undefined && { entry }),
      };
  if (first && namesPlaceOnly(heard)) return placeOnly(turn);
  if (first && isOneWord(heard) && chosen.near.length > 1 && chosen.score < EXACT) return askWhich(chosen.near, turn);
  if (!chosen.sure) return chosen.near.length > 0 ? askWhich(chosen.near, turn) : nothing(turn);
  session.unclear = 0;
  const asked = {
    entry: chosen.entry,
    claim: chosen.claim,
    text: heard.text,
    ...(assumed !== undefined && { assumed }),
  };
  const draft = answerEntry(elsewhere(asked, heard, turn) ?? asked, turn, frame);
  return basis ? withBasis(draft) : draft;
}

/** From this score on even a single word is a question we know (你好, 谢谢). */
const EXACT = 0.66;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A message that names a place and asks nothing: 成都, 我在呼和浩特参保. */
const namesPlaceOnly = ({ insured, care, concepts, stem }: Heard): boolean =>
  (insured !== undefined || care !== undefined) && concepts.length === 0 && lettersOf(stem).length <= 3;

const isOneWord = ({ core }: Heard): boolean => lettersOf(core).length <= 2;

function placeOnly(turn: Turn): Draft {
  const entry = turn.tools.knowledge.entries.get(turn.tools.knowledge.routes.placeOnly);
  return entry ? answerEntry({ entry }, turn, turn.session.frame) : nothing(turn);
}

/** The draft with its sources named first. */
const withBasis = (draft: Draft): Draft => ({ ...draft, text: `${wording.basis(draft.sources ?? [])}${draft.text}` });

/** What a trip inside one province or abroad is answered with, whatever was asked of it: our rules do not reach there. */
function elsewhere(asked: Asked, heard: Heard, { tools }: Turn): Asked | undefined {
  const { routes, entries } = tools.knowledge;
  if (asked.entry.status !== undefined || asked.entry.tense !== 'present') return undefined;
  const abroad = heard.care?.outside === true || heard.insured?.outside === true;
  const id = abroad ? routes.abroad : insideProvince(heard) ? routes.withinProvince : undefined;
  const entry = id === undefined ? undefined : entries.get(id);
  return entry && { entry };
}

const insideProvince = ({ insured, care }: Heard): boolean =>
  insured !== undefined &&
  care !== undefined &&
  !isMunicipality(insured.code) &&
  poolOf(insured.code) !== poolOf(care.code) &&
  provinceOf(insured.code) === provinceOf(care.code);

/** Asks which entry is meant, with the short answer of each of the two nearest: often that is already enough. */
const askWhich = (near: readonly Entry[], turn: Turn): Draft => ({
  status: 'clarify',
  lost: true,
  text: [wording.clarify, ...near.slice(0, 2).map((entry) => shortAnswer(entry, turn))].join('\n'),
  sources: near
    .slice(0, 2)
    .flatMap((entry) => tell(entry, situationOf(turn.session.frame, turn), turn.tools.knowledge).sources),
  choices: entryChoices(
    near.map(({ entry }) => entry),
    turn.tools,
    turn.tag,
  ),
});

function shortAnswer(entry: Entry, turn: Turn): string {
  const { text } = tell(entry, situationOf(turn.session.frame, turn), turn.tools.knowledge);
  const [sentence = text] = /^[^。？?]{8,}[。？?]|^[^。？?]*[。？?][^。？?]*[。？?]/.exec(text) ?? [];
  return wording.either(entry.title, sentence);
}

function nothing(turn: Turn): Draft {
  turn.session.unclear += 1;
  const line = hotline(turn.tools);
  const text = turn.session.unclear > 1 ? wording.unclearAgain(line) : wording.nothing(line);
  return { status: 'unanswerable_no_fact', text, lost: true };
}
