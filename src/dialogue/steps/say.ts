import { type Situation, tell } from '../../knowledge/answer.js';
import type { Entry } from '../../knowledge/entry.js';
import { isStated, wrongFigure } from '../../knowledge/premise.js';
import { fill } from '../../knowledge/quote.js';
import { isMunicipality, isProvince } from '../../policy/region.js';
import type { Draft, Turn } from '../context.js';
import { entryChoices, hotline } from '../reply.js';
import type { Frame } from '../session.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';

/** An entry to be answered, with what the question said that must be denied first. */
export type Asked = {
  readonly entry: Entry;
  readonly claim?: number | undefined;
  readonly text?: string;
  readonly assumed?: string;
};

/** The curated answer of an entry for the situation of this turn, corrections first, next steps as buttons. */
export function answerEntry({ entry, claim, text = '', assumed }: Asked, turn: Turn, frame: Frame): Draft {
  const { knowledge } = turn.tools;
  const told = tell(entry, situationOf(frame, turn), knowledge);
  const denial = denialOf(entry, claim, text, told.text);
  const parts = [
    denial,
    told.startsLater === undefined ? '' : wording.startsLater(told.startsLater, turn.day),
    told.ended === undefined ? '' : wording.ended(told.ended),
    withoutEcho(told.text, denial),
    told.localMissing ? missing(entry, frame, turn) : '',
    fill(entry.next ?? '', knowledge),
  ];
  const note = assumed !== undefined && told.region !== '000000' ? `\n${wording.assumed(assumed)}` : '';
  return {
    status: statusOf(entry, told.localMissing, told.startsLater !== undefined || told.ended !== undefined),
    text: parts.filter((part) => part !== '').join('') + note,
    sources: told.sources,
    region: told.localMissing ? frame.insured?.code : told.region,
    choices: entryChoices(entry.offer.slice(0, 3), turn.tools, turn.tag),
  };
}

/** An answer that begins by repeating what the denial before it said goes on without that sentence. */
function withoutEcho(text: string, denial: string): string {
  const [first = ''] = /^[^。]*。/.exec(text) ?? [];
  const echoed = first !== '' && first !== text && denial.includes(first.slice(0, -1));
  return echoed ? text.slice(first.length) : text;
}

export const situationOf = (frame: Frame, turn: Turn): Situation => ({
  insured: frame.insured?.code,
  care: frame.care?.code,
  kind: frame.kind,
  insurance: frame.insurance,
  day: turn.day,
});

function denialOf(entry: Entry, claim: number | undefined, question: string, answer: string): string {
  if (claim !== undefined && isStated(question)) return entry.claims[claim]?.say ?? wording.denied;
  const figure = wrongFigure(question, answer);
  return figure === undefined ? '' : wording.notThatFigure(figure);
}

function missing(entry: Entry, frame: Frame, turn: Turn): string {
  const { code, name } = frame.insured ?? { code: '', name: '' };
  const say = isProvince(code) && !isMunicipality(code) ? wording.provinceMissing : wording.localMissing;
  return say(name, entry.local ?? '', hotline(turn.tools));
}

function statusOf(entry: Entry, localMissing: boolean, otherDay: boolean): Status {
  if (entry.status !== undefined) return entry.status;
  if (localMissing) return 'unanswerable_region';
  return otherDay ? 'unanswerable_date' : 'answered_curated';
}
