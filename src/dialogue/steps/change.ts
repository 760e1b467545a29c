import { type Parsed, parseAnswer } from '../../flows/answers/parse.js';
import type { Question } from '../../flows/question.js';
import type { Draft, Turn } from '../context.js';
import { takeBack } from '../guided/answers.js';
import { steer } from '../guided/buttons.js';
import { labelOf, questionOf } from '../guided/find.js';
import { show } from '../guided/go.js';
import { whyNot } from '../guided/refused.js';
import { type Current, openRun, positionOf, todayOf } from '../guided/runs.js';
import { noted, take } from '../guided/told.js';
import type { Choice } from '../types.js';
import { wording } from '../wording.js';

const say = wording.guided;
const CHANGE = /改|修改|更正|换成|(填|选|答|说|写|点|弄|按|输)错/;
const BARE =
  /^(我|想|要|请|帮我|刚才|刚刚|前面|上面|有个?|答案|那个)*(改(一?下|一?改|个答案|一个答案|答案)?|修改|更正|(填|选|答|说|写|点|弄|按|输)错)(一?下)?(答案|前面的?|上面的?|刚才的?|一个|东西)*[吧了啊呀。!！~]*$/;
const TO = /^.*?(改成|改为|换成|应该是|是)/;

/** A message that changes an answer: names it with its new value, names it alone, or asks to change one. */
export function changeIn(text: string, current: Current, turn: Turn): Draft | undefined {
  if (!CHANGE.test(text)) return undefined;
  const answered = answeredIn(current, turn);
  const named = namedIn(text, answered);
  const value = text.replace(TO, '');
  if (value !== text && value !== '') return changed(value, named ? [named] : answered, current, turn);
  if (named) return edit(named.id, turn, current);
  return BARE.test(text) ? change(current, turn) : undefined;
}

const answeredIn = (current: Current, turn: Turn): Question[] =>
  positionOf(current, turn).path.flatMap((slot) => questionOf(current.flow, slot) ?? []);

/** The answer that is meant: by its whole name, or by a part of it that no other has. */
function namedIn(text: string, answered: readonly Question[]): Question | undefined {
  const whole = answered.find((item) => text.includes(labelOf(item)));
  if (whole) return whole;
  const part = text.replace(
    /改(一?下|成.*|为.*)?|修改|更正|换成.*|(填|选|答|说|写|点|弄|按|输)错了?|[^\p{L}]|我|要|想|请|帮|把|的/gu,
    '',
  );
  const meant = part.length < 2 ? [] : answered.filter((item) => labelOf(item).includes(part));
  return meant.length === 1 ? meant[0] : undefined;
}

/** Takes a new value for the one question it answers. */
function changed(value: string, among: readonly Question[], current: Current, turn: Turn): Draft | undefined {
  const heard = turn.tools.language.hear(value);
  const { known } = positionOf(current, turn);
  const fitting = among.flatMap((item): { item: Question; parsed: Parsed }[] => {
    const parsed = parseAnswer(item, value, heard, { today: todayOf(turn), known });
    return parsed ? [{ item, parsed }] : [];
  });
  const [only, ...more] = fitting;
  if (!only || more.length > 0) return undefined;
  const { item, parsed } = only;
  const why = whyNot(item, parsed, { flow: current.flow, known }, turn);
  if (why !== undefined || !('value' in parsed)) return show(current, turn, why);
  const said = take(current, item.id, parsed.value, turn);
  return show(current, turn, noted(current.flow, [[item.id, parsed.value]], turn) + said);
}

/** Asks which answer is to be changed. */
export function change(current: Current, turn: Turn): Draft {
  const answered = answeredIn(current, turn);
  if (answered.length === 0) return show(current, turn, say.nothingBefore);
  const { flow } = current.flow;
  const choices = answered.map((item): Choice => ({ press: steer('edit', flow, turn, item.id), label: labelOf(item) }));
  const position = positionOf(current, turn);
  const open = openRun(turn) && position.at === 'question' ? { open: { flow, slot: position.item.id } } : {};
  const keep = { press: steer('keep', flow, turn), label: say.keep };
  return { status: 'clarify', text: say.whichChange, choices: [...choices, keep], ...open };
}

/** One question asked again, its old answer among the choices; all other answers stay. */
export function edit(slot: string, turn: Turn, current: Current): Draft {
  takeBack(current, slot);
  return show(current, turn);
}
