import type { Flow } from '../../flows/flow.js';
import type { AtEnd } from '../../flows/walk.js';
import { citedFacts } from '../../knowledge/quote.js';
import type { Draft, Turn } from '../context.js';
import { showEstimate } from '../estimate/show.js';
import { entryChoices } from '../reply.js';
import type { FlowRun } from '../session.js';
import type { Choice } from '../types.js';
import { wording } from '../wording.js';
import { steer } from './buttons.js';
import { filled, sourcesOf } from './fill.js';
import { insuredOf, todayOf, unfinishedBelow } from './runs.js';
import { takeaway } from './takeaway.js';

type At = { readonly run: FlowRun; readonly flow: Flow; readonly position: AtEnd };

/** Where a run ends: the result, what to do, what to take along, by when; with ways on. `before` is said first. */
export function outcome(at: At, turn: Turn, before = ''): Draft {
  const { flow, run, position } = at;
  run.done = true;
  const { item } = position;
  const filling = { flow, known: position.known };
  const said = [item.title, item.body ?? ''].map((text) => filled(text, filling, turn));
  const notes = position.notes.map(({ text }) => filled(text, filling, turn));
  const steps = item.steps.map((text) => filled(text, filling, turn));
  const cited = citedFacts(item.cite.map((id) => `[${id}]`).join(''), turn.tools.knowledge);
  const taken = takeaway(at, turn);
  const result = item.result === undefined ? undefined : showEstimate(position, { ...turn, day: todayOf(turn) });
  const facts = [...said, ...steps, ...notes, ...taken.parts].flatMap((part) => part.facts);
  return {
    status: 'outcome',
    text: joined([before, ...said.map(({ text }) => text), result?.text ?? '']),
    steps: steps.map(({ text }) => text),
    ...withAfter(joined([...notes.map(({ text }) => text), taken.text])),
    ...(result?.working && { working: result.working }),
    files: taken.files,
    choices: [...(result?.choices ?? []), ...offers(item.offer, turn), ...after(flow, turn)],
    sources: unique([...(result?.sources ?? []), ...sourcesOf([...facts, ...cited], turn)]),
    region: insuredOf(run),
  };
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** What to know and to take along stands after what to do. */
const withAfter = (text: string): Pick<Draft, 'after'> => (text === '' ? {} : { after: text });

const unique = (sources: NonNullable<Draft['sources']>): NonNullable<Draft['sources']> =>
  sources.filter(
    (one, i) => sources.findIndex((other) => other.source.id === one.source.id && other.place === one.place) === i,
  );

/** Buttons that lead on to other flows and answers. */
export const offers = (offer: readonly string[], { tools, tag }: Turn): Choice[] =>
  entryChoices(
    offer.map((to) => to.replace(/^entry:/, '')),
    tools,
    tag,
  );

/** The task this one was begun inside first; then what can be done with this one. */
function after({ flow }: Flow, turn: Turn): Choice[] {
  const outer = unfinishedBelow(turn);
  const on = outer
    ? [{ press: steer('resume', outer.flow.flow, turn), label: wording.guided.goBackTo(outer.flow.title) }]
    : [];
  return [
    ...on,
    { press: steer('change', flow, turn), label: wording.guided.change },
    { press: steer('restart', flow, turn), label: wording.guided.restart },
  ];
}
