import { parseAnswer } from '../../flows/answers/parse.js';
import type { Draft, Turn } from '../context.js';
import { takeAllBack, takeBack } from '../guided/answers.js';
import { asks } from '../guided/asks.js';
import { steer } from '../guided/buttons.js';
import { show } from '../guided/go.js';
import {
  askedBefore,
  bringUp,
  type Current,
  currentRun,
  openRun,
  positionOf,
  todayOf,
  unfinishedBelow,
} from '../guided/runs.js';
import { wording } from '../wording.js';
import { changeIn } from './change.js';

const say = wording.guided;
const END = '[吧了啊呀。!！~]*$';
const BACK = new RegExp(
  `^(我要|请)?(上一步|上一题|上一个|返回上一步|退回上一步|回到?上一步|退一步|后退|返回|退回去?|往回)${END}`,
);
const CANCEL = new RegExp(
  `^(我?(先|现在)?(取消|不办|不填|不弄|不算|不做|停下|停|退出|结束|算了?|不想办|不用|放弃|以后再说|回头再说|改天再办))(这个|它)?${END}`,
);
const RESTART = new RegExp(
  `^(我(要|想)?|请|还是|全部|都|那就?)*(重来|重新来|从头(来|开始|再来|填|办)|重新(填|开始|办|选|走|答|算|弄)|再来一(遍|次)|推倒重来|清空(重来)?)(一?遍|一?次|一下)?${END}`,
);
const GO_ON = new RegExp(
  `^(我?(要|想)?(继续|接着)(办|填|来|弄|走|做|算)?(上次的?|刚才的?|前面的?)?|接着上次(的|办|填|来)?|\\/continue)${END}`,
);
const LONGEST_COMMAND = 24;

/** Words that steer a task: back, out, again, on, and changing one answer. Nothing to steer: the message is for others. */
export function repair(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const { text } = turn.heard;
  if (text.length > LONGEST_COMMAND || answersOpen(turn)) return undefined;
  const current = currentRun(turn);
  if (GO_ON.test(text)) return resume(turn);
  if (BACK.test(text)) return back(turn);
  if (!current || asks(text)) return undefined;
  if (CANCEL.test(text) && !current.run.done) return cancel(turn);
  const clauses = text.split(/[,，。;；]/);
  return clauses.some((clause) => RESTART.test(clause)) ? restart(current, turn) : changeIn(text, current, turn);
}

/** A word that is an answer to the open question steers nothing: 「不用」 says no where that is asked. */
function answersOpen(turn: Turn): boolean {
  const current = openRun(turn);
  const position = current && positionOf(current, turn);
  if (position?.at !== 'question') return false;
  const { item, known } = position;
  return parseAnswer(item, turn.text, turn.heard, { today: todayOf(turn), known }) !== undefined;
}

const nothingOpen = (): Draft => ({ status: 'clarify', text: say.nothingOpen });

/** The last answer is taken back and its question asked again. */
export function back(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return nothingOpen();
  const slot = askedBefore(current, turn);
  if (slot === undefined) return show(current, turn, say.nothingBefore);
  takeBack(current, slot);
  return show(current, turn, say.backTo);
}

/** Stops the task; what was answered is kept, and the task it was begun inside goes on. */
export function cancel(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return nothingOpen();
  current.run.done = true;
  const said = say.cancelled(current.flow.title);
  const outer = unfinishedBelow(turn);
  if (outer) {
    bringUp(outer, turn);
    return show(outer, turn, `${said}\n${say.goOn}`);
  }
  return {
    status: 'clarify',
    text: said,
    choices: [{ press: steer('resume', current.flow.flow, turn), label: say.resume }],
  };
}

/** All answers are taken back, and offered again on the way. */
export function restart(current: Current, turn: Turn): Draft {
  takeAllBack(current);
  return show(current, turn, say.restarted);
}

/** Goes on with the task at hand; if that is done, with the one it was begun inside. */
export function resume(turn: Turn): Draft {
  const current = currentRun(turn);
  if (!current) return nothingOpen();
  const outer = current.run.done && positionOf(current, turn).at === 'end' ? unfinishedBelow(turn) : undefined;
  if (outer) bringUp(outer, turn);
  return show(outer ?? current, turn);
}
