import { optionsOf } from '../../flows/answers/options.js';
import { showAnswer } from '../../flows/answers/show.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import type { AtQuestion } from '../../flows/walk.js';
import { citedFacts } from '../../knowledge/quote.js';
import type { Draft, Turn } from '../context.js';
import type { FlowRun } from '../session.js';
import type { Choice } from '../types.js';
import { wording } from '../wording.js';
import { filled, sourcesOf } from './fill.js';
import { personOf, SELF } from './runs.js';

type At = { readonly run: FlowRun; readonly flow: Flow; readonly position: AtQuestion };

/** The open question of a run: what is asked, its buttons, and the way back and out. `before` is said first. */
export function asking(at: At, turn: Turn, before = ''): Draft {
  const { flow, run, position } = at;
  const filling = { flow, known: position.known };
  const question = filled(position.item.ask, filling, turn);
  const help = position.item.help === undefined ? undefined : filled(position.item.help, filling, turn);
  const facts = [
    ...question.facts,
    ...(help?.facts ?? []),
    ...citedFacts(position.item.cite.map((id) => `[${id}]`).join(''), turn.tools.knowledge),
  ];
  return {
    status: 'asking',
    text: [before, head(at), question.text, help?.text ?? ''].filter((part) => part !== '').join('\n'),
    choices: choicesOf(at, turn),
    open: { flow: flow.flow, slot: position.item.id },
    sources: sourcesOf(facts, turn),
    region: run.answers['insured_region'],
  };
}

/** Where one is: 异地就医备案向导 2/6. */
function head({ flow, run, position }: At): string {
  const { done, of } = position.progress;
  return wording.guided.head(
    flow.title,
    done + 1,
    Math.max(of, done + 1),
    run.person === SELF ? '' : (wording.guided.people[run.person] ?? ''),
  );
}

/** The answers to pick, what was told of this person before first; then a step back where there is one, and the way out. */
function choicesOf({ flow, run, position }: At, turn: Turn): Choice[] {
  const { item } = position;
  const picks = optionsOf(item).map(({ value, label }) => ({ press: pressFor(flow, run, item, value, turn), label }));
  const told = suggestions(run, item, turn)
    .filter((value) => !picks.some(({ press }) => press === pressFor(flow, run, item, value, turn)))
    .map((value) => ({
      press: pressFor(flow, run, item, value, turn),
      label: showAnswer(item, value, turn.tools.language.nameOf),
    }));
  const back = position.path.length > 0 ? [{ press: `f:back:${turn.tag}`, label: wording.guided.back }] : [];
  return [...told, ...picks, ...back, { press: `f:cancel:${turn.tag}`, label: wording.guided.cancel }];
}

/** What this person told before of a slot that is remembered; for oneself also the place talked of in this conversation. */
function suggestions(run: FlowRun, item: Question, turn: Turn): string[] {
  const remembered = item.remember ? personOf(turn, run.person)?.remembered[item.id] : undefined;
  const { insured, care } = turn.session.frame;
  const spoken = { insured_region: insured?.code, care_region: care?.code }[item.id];
  return [...new Set([run.previous[item.id], remembered, spoken].filter((value) => value !== undefined))];
}

/** A button that answers a question: which flow, in which version, which item, which value. */
export const pressFor = (flow: Flow, run: FlowRun, item: Question, value: string, { tag }: Turn): string =>
  `a:${flow.flow}:${run.version}:${flow.items.findIndex((one) => one.is === 'question' && one.id === item.id)}:${value}:${tag}`;
