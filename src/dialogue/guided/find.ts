import { findAnswers } from '../../flows/answers/find.js';
import { showAnswer } from '../../flows/answers/show.js';
import { fits } from '../../flows/fits.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import type { Answers } from '../../flows/walk.js';
import { readBill } from '../../language/bill.js';
import { isMunicipality, isProvince } from '../../policy/region.js';
import type { Turn } from '../context.js';
import { answersOf } from '../estimate/slots.js';
import { FOR_WHOM } from './people.js';
import { todayOf } from './runs.js';

const RELATIVES: readonly (readonly [RegExp, string])[] = [
  [/我?(爸|父亲|老爸|爹|老爷子|公公|岳父)/, 'father'],
  [/我?(妈|母亲|老妈|(?<![姑新])娘|婆婆|岳母)/, 'mother'],
  [/(老公|老婆|爱人|丈夫|妻子|我(家|的)?(先生|太太)|媳妇)/, 'spouse'],
  [/(儿子|女儿|孩子|小孩|宝宝|娃)/, 'child'],
  [/(爷爷|奶奶|外公|外婆|姥姥|姥爷|亲戚|朋友|同事|哥|姐|弟|妹|舅|姑(?!苏)|姨|叔|伯)/, 'other'],
];

/** For whom a message says a task is done; undefined if it names nobody, or several. */
export function personIn(text: string): string | undefined {
  const [only, ...more] = RELATIVES.filter(([words]) => words.test(text));
  return more.length === 0 ? only?.[1] : undefined;
}

export const questionOf = (flow: Flow, slot: string): Question | undefined =>
  flow.items.find((item): item is Question => item.is === 'question' && item.id === slot);

/** Everything a sentence tells of a flow's slots: the situation, whom it is for, and figures of a bill. */
export function toldIn(flow: Flow, { heard, incoming }: Turn): Answers {
  const person = personIn(heard.text);
  const found: Answers = {
    ...findAnswers(flow, heard),
    ...answersOf(readBill(heard.text, todayOf({ incoming })).bill),
    ...(person && { [FOR_WHOM]: person }),
  };
  return fittingFlow(flow, found);
}

/** Values as the flow's questions know them: a choice named by its label becomes its id; what is no answer is left out. */
export function fittingFlow(flow: Flow, found: Answers): Answers {
  const held = Object.entries(found).flatMap(([slot, value]): [string, string][] => {
    const item = questionOf(flow, slot);
    const known = item && valueFor(item, value);
    return known === undefined || isTooWide(slot, known) ? [] : [[slot, known]];
  });
  return Object.fromEntries(held);
}

function valueFor(item: Question, value: string): string | undefined {
  if (fits(item, value)) return value;
  if (item.type !== 'choice') return undefined;
  return item.choices.find(({ label, say }) => label === value || say.includes(value))?.id;
}

/** A province is no place one is insured in, but for the four municipalities. */
export const isTooWide = (slot: string, value: string): boolean =>
  slot === 'insured_region' && isProvince(value) && !isMunicipality(value);

export const labelOf = (item: Question): string => item.label ?? item.ask.replace(/[？?].*$/s, '');

export const shown = (item: Question, value: string, { tools }: Turn): string =>
  showAnswer(item, value, tools.language.nameOf);
