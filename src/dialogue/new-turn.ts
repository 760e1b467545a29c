import { daysIn } from '../language/days.js';
import { mask } from '../language/mask.js';
import type { Heard } from '../language/understand.js';
import { civilDay, type IsoDate } from '../policy/dates.js';
import type { Tools, Turn } from './context.js';
import { newSession } from './session.js';
import { questionOf } from './steps/command.js';
import { LONGEST_MESSAGE } from './steps/guard.js';
import type { Incoming } from './types.js';

const SILENCE: Heard = { text: '', core: '', stem: '', concepts: [], places: [] };

/** A turn of which nothing is known yet but what came in; `incoming.user` is the hashed one. */
export function blankTurn(incoming: Incoming, tools: Tools): Turn {
  return {
    incoming,
    tag: incoming.user.slice(0, 8),
    day: civilDay(incoming.at),
    text: '',
    masked: false,
    heard: SILENCE,
    session: newSession(),
    tools,
  };
}

/** Markup is no part of a question. */
const MARKUP = /<\/?[a-z][^<>]{0,100}>/gi;

/** The turn with its text masked and understood; only masked text goes any further. */
export function withText(turn: Turn): Turn {
  const { message } = turn.incoming;
  if (!('text' in message)) return turn;
  const { text, found } = mask(questionOf(message.text));
  if (text.length > LONGEST_MESSAGE) return { ...turn, text, masked: found.length > 0 };
  const heard = turn.tools.language.hear(text.replace(MARKUP, ' '));
  return { ...turn, text, masked: found.length > 0, heard, day: dayAsked(heard.text, turn.day) };
}

/** Years in these belong to documents and statistics, not to a stay in hospital. */
const OF_A_PAPER = /号|文件|通知|规程|文号|人次|多少家|几家|多少亿|统计|数据|全国|杂志|报道|新闻|公报|目标|试点/;
/** 2023年起, 去年以来: a beginning, not the day asked about. */
const SINCE = /^(起|以来|以后|之后|开始|后)/;
const OF_A_STAY = /出院|住院|看病|就医|备案|转诊|急诊|那时|当时|时候|那会|以前|之前|降|报/;

/** The day the question is about: the end of a past period it names, else today. */
function dayAsked(text: string, today: IsoDate): IsoDate {
  if (!OF_A_STAY.test(text) || OF_A_PAPER.test(text)) return today;
  const past = daysIn(text, today).filter(
    ({ raw, until }) => until < today && !SINCE.test(text.slice(text.indexOf(raw) + raw.length)),
  );
  return past.at(-1)?.until ?? today;
}
