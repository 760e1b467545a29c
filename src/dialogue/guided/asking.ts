import { optionsOf } from '../../flows/answers/options.js';
import { showAnswer } from '../../flows/answers/show.js';
import { fits, refusalOf } from '../../flows/fits.js';
import type { Flow } from '../../flows/flow.js';
import type { AtQuestion } from '../../flows/walk.js';
import { citedFacts } from '../../knowledge/quote.js';
import type { Draft, Turn } from '../context.js';
import type { FlowRun } from '../session.js';
import type { Choice } from '../types.js';
import { wording } from '../wording.js';
import { picking, steer } from './buttons.js';
import { filled, sourcesOf } from './fill.js';
import { isTooWide } from './find.js';
import { ownerOf, personOf, SELF } from './people.js';
import { askedBefore, insuredOf, todayOf } from './runs.js';

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
    region: insuredOf(run),
  };
}

/** Where one is: 异地就医备案向导，第2步. */
function head({ flow, run, position }: At): string {
  const person = run.person === SELF ? '' : (wording.guided.people[run.person] ?? '');
  return wording.guided.head(flow.title, position.progress.done + 1, person);
}

/** The answers to pick, what was told of this person before first; then a step back where there is one, and the way out. */
function choicesOf({ flow, run, position }: At, turn: Turn): Choice[] {
  const { item } = position;
  const options = optionsOf(item);
  const told = suggestions({ run, flow, position }, turn)
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) => ({ value, label: showAnswer(item, value, turn.tools.language.nameOf) }));
  const pressOf = picking(flow, item.id, turn);
  const picks = [...told, ...options].map(({ value, label }) => ({ press: pressOf(value), label }));
  const back =
    askedBefore({ run, flow }, turn) === undefined
      ? []
      : [{ press: steer('back', flow.flow, turn, item.id), label: wording.guided.back }];
  return [...picks, ...back, { press: steer('cancel', flow.flow, turn), label: wording.guided.cancel }];
}

/** The place talked of in this conversation, unless it was told of someone else. */
function spokenOf(slot: string, turn: Turn): string | undefined {
  const { insured, care } = turn.session.frame;
  const place = { insured_region: insured?.code, care_region: care?.code }[slot];
  return place !== undefined && ownerOf(slot, place, turn) === undefined ? place : undefined;
}

/** What was answered here before, or told by this person; for oneself also the place talked of in this conversation. Only what still is an answer. */
function suggestions({ run, position: { item, known } }: At, turn: Turn): string[] {
  const remembered = item.remember ? personOf(turn, run.person)?.remembered[item.id] : undefined;
  const spoken = run.person === SELF ? spokenOf(item.id, turn) : undefined;
  const here = { today: todayOf(turn), slots: new Map(Object.entries(known)) };
  const told = [run.previous[item.id], remembered, spoken].filter((value) => value !== undefined);
  const isAnswer = (value: string) =>
    fits(item, value) && !isTooWide(item.id, value) && refusalOf(item, value, here) === undefined;
  return [...new Set(told)].filter(isAnswer);
}
