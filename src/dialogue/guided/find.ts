import { findAnswers } from '../../flows/answers/find.js';
import { showAnswer } from '../../flows/answers/show.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import type { Answers } from '../../flows/walk.js';
import { readBill } from '../../language/bill.js';
import type { Turn } from '../context.js';
import { answersOf } from '../estimate/slots.js';
import { FOR_WHOM } from './runs.js';

const RELATIVES: readonly (readonly [RegExp, string])[] = [
  [/我?(爸|父亲|老爸|爹|老爷子|公公|岳父)/, 'father'],
  [/我?(妈|母亲|老妈|娘|婆婆|岳母)/, 'mother'],
  [/(老公|老婆|爱人|丈夫|妻子|先生|太太|媳妇)/, 'spouse'],
  [/(儿子|女儿|孩子|小孩|宝宝|娃)/, 'child'],
  [/(爷爷|奶奶|外公|外婆|姥姥|姥爷|亲戚|朋友|同事|哥|姐|弟|妹|舅|姑|姨|叔|伯)/, 'other'],
];

/** For whom a message says a task is done; undefined if it names nobody. */
export const personIn = (text: string): string | undefined => RELATIVES.find(([words]) => words.test(text))?.[1];

export const questionOf = (flow: Flow, slot: string): Question | undefined =>
  flow.items.find((item): item is Question => item.is === 'question' && item.id === slot);

/** Everything a sentence tells of a flow's slots: the situation, whom it is for, and figures of a bill. */
export function toldIn(flow: Flow, { tools, heard, day }: Turn): Answers {
  const person = personIn(heard.text);
  const found: Answers = {
    ...findAnswers(flow, heard),
    ...answersOf(readBill(heard.text, day).bill),
    ...(person && { [FOR_WHOM]: person }),
  };
  const held = Object.entries(found).filter(([slot]) => questionOf(flow, slot) !== undefined);
  return Object.fromEntries(held.filter(([slot, value]) => !isWideRegion(slot, value, tools)));
}

/** A province is no place one is insured in, but for the four municipalities. */
const isWideRegion = (slot: string, value: string, _tools: Turn['tools']): boolean =>
  slot === 'insured_region' && /^\d{2}0000$/.test(value) && !['110000', '120000', '310000', '500000'].includes(value);

export const labelOf = (item: Question): string => item.label ?? item.ask.replace(/[？?].*$/s, '');

export const shown = (item: Question, value: string, { tools }: Turn): string =>
  showAnswer(item, value, tools.language.nameOf);
