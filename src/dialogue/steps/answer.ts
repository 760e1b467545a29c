import { parseAnswer } from '../../flows/answers/parse.js';
import type { Question } from '../../flows/question.js';
import { UNKNOWN } from '../../flows/values.js';
import type { AtQuestion } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import { asks } from '../guided/asks.js';
import { toldIn } from '../guided/find.js';
import { show } from '../guided/go.js';
import { whyNot } from '../guided/refused.js';
import { type Current, openRun, positionOf, todayOf } from '../guided/runs.js';
import { take, takeTold } from '../guided/told.js';
import { wording } from '../wording.js';

const say = wording.guided;

/** A message that answers the open question, wholly or along with more; one that asks something is for the steps after. */
export function answer(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const current = openRun(turn);
  const position = current && positionOf(current, turn);
  if (!current || position?.at !== 'question') return undefined;
  const whole = wholly(current, position, turn);
  if (whole || asks(turn.heard.text)) return whole;
  return takeTold(current, toldIn(current.flow, turn), turn);
}

/** The text is an answer to the open question and nothing else. */
function wholly(current: Current, position: AtQuestion, turn: Turn): Draft | undefined {
  const { item, known } = position;
  const parsed = parseAnswer(item, turn.text, turn.heard, { today: todayOf(turn), known });
  if (!parsed) return isUnknown(item, turn) ? show(current, turn, mustAnswer(item)) : undefined;
  const why = whyNot(item, parsed, { flow: current.flow, known }, turn);
  if (why !== undefined || !('value' in parsed)) return show(current, turn, why);
  return show(current, turn, take(current, item.id, parsed.value, turn));
}

/** 「不知道」 where one must answer. */
const isUnknown = (item: Question, turn: Turn): boolean => {
  const parsed = parseAnswer({ ...item, unknown: true }, turn.text, turn.heard, { today: todayOf(turn) });
  return parsed !== undefined && 'value' in parsed && parsed.value === UNKNOWN;
};

const mustAnswer = ({ type }: Question): string =>
  type === 'choice' || type === 'yesno' ? say.mustChoose : say.mustTell;
