import { parseAnswer } from '../../flows/answers/parse.js';
import type { Answers } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import { questionOf } from '../guided/find.js';
import { show } from '../guided/go.js';
import { type Current, openRun, todayOf } from '../guided/runs.js';
import { takeDoubt } from '../guided/told.js';
import { wording } from '../wording.js';

const YES =
  /^(是的?|对的?|嗯+|好的?|行|可以|没错|确[定认]|要改?|改|改成(它|这个|新的))[吧了啊呀哦,。.!！~]*(改[吧了]?[。.!！]*)?$/;
const NO =
  /^(不(改|用|要|是|对|变)了?|别改|不用改|保持|还是(原来|前面|之前)的?|按(原来|前面|之前)的?|否|没有)[吧了啊呀,。.!！~]*$/;

/** The answer, in words, to whether an earlier answer is to be changed; anything else leaves it as it was. */
export function confirm(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const current = openRun(turn);
  const doubt = current?.run.doubt;
  if (!current || !doubt) return undefined;
  current.run.doubt = undefined;
  const { text } = turn.heard;
  const answers = Object.keys(doubt).map((slot) => ({ slot, said: valueIn(current, slot, turn) }));
  const names = (values: Answers) => answers.some(({ slot, said }) => said !== undefined && said === values[slot]);
  if (NO.test(text) || names(current.run.answers)) return show(current, turn, wording.guided.unchanged);
  return YES.test(text) || names(doubt) ? takeDoubt(current, doubt, turn) : undefined;
}

/** The value that is named, if one of the two is: 「改成呼和浩特」, 「呼和浩特」. */
function valueIn({ flow }: Current, slot: string, turn: Turn): string | undefined {
  const item = questionOf(flow, slot);
  const text = turn.text.replace(/^((是的?|对的?|嗯+|好的?|行)[,，]?)?(那就?|就)?(改成|改为|换成|是|按|用)?/, '');
  const parsed = item && parseAnswer(item, text, turn.tools.language.hear(text), { today: todayOf(turn) });
  return parsed && 'value' in parsed ? parsed.value : undefined;
}
