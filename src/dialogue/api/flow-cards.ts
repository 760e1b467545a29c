import { type Option, optionsOf } from '../../flows/answers/options.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import { fill } from '../../knowledge/quote.js';
import { FIRST_TASKS } from '../first-tasks.js';

/** One question of a guided task, as a form may show it; texts that depend on earlier answers are left out. */
export type QuestionCard = {
  readonly slot: string;
  readonly type: Question['type'];
  readonly label: string;
  readonly ask: string;
  readonly help: string;
  readonly choices: readonly Pick<Option, 'value' | 'label'>[];
};

/** A guided task for a list of them. */
export type FlowCard = {
  readonly flow: string;
  readonly title: string;
  readonly summary: string;
  readonly questions: readonly QuestionCard[];
};

type Facts = Pick<Knowledge, 'facts' | 'sources'>;

/** Most wanted first, the rest in the order they are kept. */
const place = ({ flow }: Flow): number => (FIRST_TASKS.includes(flow) ? FIRST_TASKS.indexOf(flow) : FIRST_TASKS.length);

/** All guided tasks, those first that most people come for. */
export const flowCards = (flows: ReadonlyMap<string, Flow>, facts: Facts): FlowCard[] =>
  [...flows.values()]
    .sort((a, b) => place(a) - place(b))
    .map(({ flow, title, summary, items }) => ({
      flow,
      title,
      summary,
      questions: items.filter((item): item is Question => item.is === 'question').map((item) => cardOf(item, facts)),
    }));

/** The answers of a question that can be picked, as shown. */
export const choicesOf = (item: Question): QuestionCard['choices'] =>
  optionsOf(item).map(({ value, label }) => ({ value, label }));

function cardOf(item: Question, facts: Facts): QuestionCard {
  const ask = plain(item.ask, facts);
  return {
    slot: item.id,
    type: item.type,
    label: item.label ?? ask,
    ask: ask === '' ? (item.label ?? '') : ask,
    help: plain(item.help ?? '', facts),
    choices: choicesOf(item),
  };
}

/** The text with its facts filled in; nothing if it also wants what only a run knows. */
function plain(text: string, facts: Facts): string {
  const filled = fill(text, facts);
  return /[{}[\]]/.test(filled) ? '' : filled;
}
