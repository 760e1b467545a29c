import { type Situation, type Told, tell } from '../../knowledge/answer.js';
import type { Entry } from '../../knowledge/entry.js';
import { isStated, wrongFigure } from '../../knowledge/premise.js';
import { fill } from '../../knowledge/quote.js';
import { isMunicipality, isProvince, NATION } from '../../policy/region.js';
import type { Draft, Turn } from '../context.js';
import { entryChoices, hotline } from '../reply.js';
import type { Frame } from '../session.js';
import type { Status } from '../types.js';
import { wording } from '../wording.js';

/** Units in which a figure said wrongly is denied; what regions decide is denied only by the region's own rule. */
const NATIONAL_UNITS = ['工作日', '种', '家'];
const LOCAL_UNITS = [...NATIONAL_UNITS, '百分点', '百分比', '月', '天', '年'];

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
  const denial = denialOf({ entry, claim, text }, told);
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

/** A wrong belief or a wrong figure is denied first; a share of payment only by the rule of the region itself. */
function denialOf({ entry, claim, text = '' }: Asked, told: Told): string {
  if (claim !== undefined && isStated(text)) return entry.claims[claim]?.say ?? wording.denied;
  const figure = wrongFigure(text, told.text, told.region === NATION ? NATIONAL_UNITS : LOCAL_UNITS);
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
