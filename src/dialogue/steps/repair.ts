import { parseAnswer } from '../../flows/answers/parse.js';
import type { Draft, Turn } from '../context.js';
import { labelOf, questionOf } from '../guided/find.js';
import { show } from '../guided/go.js';
import { answer, currentRun, openRun, positionOf, takeBack } from '../guided/runs.js';
import type { Choice } from '../types.js';
import { wording } from '../wording.js';

const say = wording.guided;
const END = '[吧了啊呀。!！~]*$';
const BACK = new RegExp(
  `^(我要|请)?(上一步|上一题|上一个|返回上一步|退回上一步|回到?上一步|退一步|后退|返回|退回去?|往回)${END}`,
);
const CANCEL = new RegExp(
  `^(我?(先|现在)?(取消|不办|不填|不弄|不算|不做|停下|停|退出|结束|算了?|不想办|不用|放弃|以后再说|回头再说|改天再办))(这个|它)?${END}`,
);
const RESTART = /重新?来|从头(来|开始|再来|填|办)|重新(填|开始|办|选|走|答|算|弄)|再来一(遍|次)|推倒重来|清空/;
const GO_ON = new RegExp(`^(我?(要|想)?(继续|接着)(办|填|来|弄|走|做|算|上次的?|刚才的?)?|接着上次|\\/continue)${END}`);
const CHANGE = /改一?下|修改|更正|改成|改为|换成|(填|选|答|说|写|点)错了?|弄错/;
const LONGEST_COMMAND = 24;

/** Words that steer a task: back, out, again, on, and changing one answer. Nothing to steer: the message is for others. */
export function repair(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const { text } = turn.heard;
  if (text.length > LONGEST_COMMAND) return undefined;
  const current = currentRun(turn);
  if (GO_ON.test(text)) return current ? resume(turn) : { status: 'clarify', text: say.nothingOpen };
  if (!current) return undefined;
  if (openRun(turn)) {
    if (BACK.test(text)) return back(turn);
    if (CANCEL.test(text)) return cancel(turn);
  }
  if (CHANGE.test(text) && !RESTART.test(text)) return change(turn);
  return RESTART.test(text) ? restart(turn) : undefined;
}

/** The last answer is taken back and its question asked again. */
export function back(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return { status: 'clarify', text: say.nothingOpen };
  const slot = positionOf(current, turn).path.at(-1);
  if (slot === undefined) return show(current, turn, say.nothingBefore);
  takeBack(current, slot);
  return show(current, turn, say.backTo);
}

/** Stops the task; what was answered is kept, and the task it was begun inside goes on. */
export function cancel(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return { status: 'clarify', text: say.nothingOpen };
  current.run.done = true;
  const outer = turn.session.runs.length > 1 ? turn.session.runs.at(-2) : undefined;
  const said = say.cancelled(current.flow.title);
  if (outer && !outer.done) {
    turn.session.runs = [current.run, ...turn.session.runs.slice(0, -1)];
    const inner = openRun(turn);
    if (inner) return show(inner, turn, `${said}\n${say.goOn}`);
  }
  return { status: 'clarify', text: said, choices: [{ press: `f:resume:${turn.tag}`, label: say.resume }] };
}

export function restart(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return { status: 'clarify', text: say.nothingOpen };
  const { answers } = current.run;
  current.run.previous = { ...current.run.previous, ...answers };
  current.run.answers = {};
  current.run.done = false;
  return show(current, turn, say.restarted);
}

export function resume(turn: Turn): Draft {
  const current = currentRun(turn);
  return current ? show(current, turn) : { status: 'clarify', text: say.nothingOpen };
}

/** Which answer is meant: named with its new value, named alone, or asked by buttons. */
export function change(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return { status: 'clarify', text: say.nothingOpen };
  const { flow } = current;
  const answered = positionOf(current, turn).path.flatMap((slot) => questionOf(flow, slot) ?? []);
  const text = 'text' in turn.incoming.message ? turn.heard.text : '';
  const named = answered.find((item) => text.includes(labelOf(item)));
  const rest = text.replace(/^.*?(改成|改为|换成|应该是|是)/, '');
  if (named && rest !== text && rest !== '') {
    const parsed = parseAnswer(named, rest, turn.tools.language.hear(rest), {
      today: turn.day,
      known: positionOf(current, turn).known,
    });
    if (parsed && 'value' in parsed) {
      answer(current, named.id, parsed.value, turn);
      return show(current, turn, say.noted(`${labelOf(named)} ${parsed.label}`));
    }
  }
  if (named) return edit(named.id, turn);
  if (answered.length === 0) return show(current, turn, say.nothingBefore);
  const choices = answered.map(
    (item): Choice => ({ press: editPress(current.flow.items.indexOf(item), turn), label: labelOf(item) }),
  );
  return { status: 'clarify', text: say.whichChange, choices };
}

export const editPress = (index: number, { tag }: Turn): string => `f:edit.${index}:${tag}`;

/** One question asked again, its old answer among the choices; all other answers stay. */
export function edit(slot: string, turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return { status: 'clarify', text: say.nothingOpen };
  takeBack(current, slot);
  return show(current, turn);
}
