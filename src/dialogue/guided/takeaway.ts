import type { Flow } from '../../flows/flow.js';
import type { AtEnd } from '../../flows/walk.js';
import type { Fact } from '../../knowledge/fact.js';
import { periodAfter } from '../../policy/dates.js';
import type { Turn } from '../context.js';
import type { FlowRun } from '../session.js';
import type { File } from '../types.js';
import { wording } from '../wording.js';
import { calendarOf, type Deadline } from './calendar-file.js';
import { filled } from './fill.js';

type At = { readonly run: FlowRun; readonly flow: Flow; readonly position: AtEnd };
type Part = { readonly text: string; readonly facts: readonly Fact[] };

/** What a person takes away: the list with boxes to tick, the days worked out from their dates, and both as files. */
export function takeaway(
  { flow, position }: At,
  turn: Turn,
): { text: string; parts: readonly Part[]; files: readonly File[] } {
  const filling = { flow, known: position.known };
  const items = position.checklist.map(({ text }) => filled(text, filling, turn));
  const named = position.deadlines.map((deadline) => ({
    ...deadline,
    said: filled(deadline.title, filling, turn),
    period: filled(deadline.period, filling, turn),
  }));
  const deadlines = named.flatMap(({ id, said, period, after }): Deadline[] => {
    const day = periodAfter(position.known[after] ?? '', period.text);
    return day === undefined ? [] : [{ id, title: said.text, day }];
  });
  const list = items.map(({ text }) => wording.guided.box(text));
  const days = deadlines.map(({ title, day }) => wording.guided.deadline(title, day));
  const title = filled(position.item.title, filling, turn).text;
  const text = [
    ...(list.length > 0 ? [wording.guided.checklist, ...list] : []),
    ...(days.length > 0 ? [wording.guided.deadlines, ...days] : []),
  ].join('\n');
  const printable =
    text === ''
      ? []
      : [
          {
            name: `${flow.flow}.txt`,
            type: 'text/plain; charset=utf-8',
            content: `${flow.title} · ${title}\n${text}\n`,
          },
        ];
  const calendar =
    deadlines.length === 0
      ? []
      : [
          {
            name: `${flow.flow}.ics`,
            type: 'text/calendar; charset=utf-8',
            content: calendarOf(flow.flow, deadlines, turn.incoming.at),
          },
        ];
  return {
    text,
    parts: [...items, ...named.flatMap(({ said, period }) => [said, period])],
    files: [...printable, ...calendar],
  };
}
