import type { Content } from '../../../src/content/content.js';
import type { Reply } from '../../../src/dialogue/types.js';
import { wording } from '../../../src/dialogue/wording.js';
import type { Question } from '../../../src/flows/question.js';
import type { Dice } from './prng.js';
import type { Message, Open } from './world.js';

/** What a person does next: the message, and what it is meant to be. */
export type Move = {
  readonly means:
    | 'press'
    | 'answer'
    | 'nonsense'
    | 'back'
    | 'change'
    | 'restart'
    | 'cancel'
    | 'go on'
    | 'ask'
    | 'start'
    | 'tell';
  readonly message: Message;
};

/** Where a walk stands. */
export type Standing = {
  readonly reply: Reply | undefined;
  readonly open: Open | undefined;
  /** Every button seen so far. */
  readonly seen: readonly string[];
};

const PLACES = ['成都', '呼和浩特', '北京', '上海市', '长沙', '西安的', '天津', '海口', '石家庄', '拉萨', '杭州'];
const DAYS = ['昨天', '今天', '2026年11月20日', '上个月25号', '明天', '2026-02-28'];
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  money: ['1000', '5万', '六万二', '没有', '800块', '-3'],
  number: ['10', '70', '2', '0', '三百'],
  percent: ['85%', '八成', '120%', '90'],
};
const NONSENSE = [
  '啊啊啊啊',
  '哈哈哈',
  '？？',
  '……',
  'asdf qwer',
  '你说啥呢',
  '12',
  '😀😀',
  '嘟嘟嘟嘟嘟',
  '第九个',
  '吗',
];
const SENTENCES = [
  '我妈退休后跟我住上海',
  '我在成都参保，转诊去北京',
  '呼和浩特职工，住院花了5万，自费2000',
  '是给我爸办的',
  '没备案，已经结账了',
  '是的',
  '不改',
  '改成转诊',
  '参保地改成重庆',
  '花了6万能报多少',
];
const WORDS = {
  back: ['上一步', '返回', '退一步吧'],
  change: ['改一下', '填错了', '改一下参保地'],
  restart: ['重来', '重新开始'],
  cancel: ['先不办了', '算了', '取消'],
  'go on': ['继续', '接着办', '接着上次'],
} as const;

/** A likely answer to a question, as people type it; now and then one that is refused. */
export function answerTo(item: Question, { below, one, once }: Dice): string {
  if (item.unknown && once(6)) return '不知道';
  switch (item.type) {
    case 'choice':
      return once(4) ? String(1 + below(item.choices.length)) : one(item.choices).label;
    case 'yesno':
      return one(['是', '没有', '不是', '对', '有']);
    case 'region':
      return one(PLACES);
    case 'date':
      return one(DAYS);
    default:
      return one(AMOUNTS[item.type] ?? ['1']);
  }
}

/** The next move of a random walk: most are buttons. */
export function nextMove({ reply, open, seen }: Standing, { content, questions }: Script, dice: Dice): Move {
  const buttons = [...(reply?.choices ?? []), ...(reply?.actions ?? [])].filter(({ press }) => !isFinal(press));
  const roll = dice.below(100);
  if (roll < 66 && buttons.length > 0) return { means: 'press', message: { press: dice.one(buttons).press } };
  if (roll < 77 && open) return { means: 'answer', message: { text: answerTo(open.item, dice) } };
  if (roll < 82 && seen.length > 0) return { means: 'press', message: { press: dice.one(seen) } };
  if (roll < 87) return { means: 'start', message: { text: dice.one(dice.one([...content.flows.values()]).triggers) } };
  const means = dice.one([
    'back',
    'back',
    'change',
    'restart',
    'cancel',
    'go on',
    'go on',
    'nonsense',
    'tell',
    'tell',
    'ask',
  ] as const);
  const words = { ...WORDS, nonsense: NONSENSE, tell: SENTENCES, ask: questions }[means];
  return { means, message: { text: dice.one(words) } };
}

/** What walks draw from. */
export type Script = { readonly content: Content; readonly questions: readonly string[] };

/** A button that deletes everything is tested elsewhere. */
const isFinal = (press: string): boolean => press.startsWith('c:forget');

export const isExplained = (text: string): boolean =>
  [wording.stalePress, wording.guided.oldButton, wording.guided.otherStep].some((words) => text.includes(words));
