import type { Flow } from '../../flows/flow.js';
import type { Draft, Turn } from '../context.js';
import { show } from '../guided/go.js';
import { bringUp, type Current, positionOf } from '../guided/runs.js';
import { entryChoices } from '../reply.js';
import { wording } from '../wording.js';

/** The list to take along of the task that came to its end last; without one, the tasks that end with a list. */
export function checklist(turn: Turn): Draft {
  const { session, tools, tag } = turn;
  const finished = session.runs.flatMap((run): Current[] => {
    const flow = tools.flows.get(run.flow);
    return flow && endsWithList({ run, flow }, turn) ? [{ run, flow }] : [];
  });
  const last = finished.at(-1);
  if (last) {
    bringUp(last, turn);
    return show(last, turn);
  }
  const offers = [...tools.flows.values()].filter(hasList).map(({ flow }) => `flow:${flow}`);
  const choices = entryChoices(offers, tools, tag);
  return { status: 'smalltalk', alone: true, text: wording.commands.noChecklist, choices };
}

function endsWithList(current: Current, turn: Turn): boolean {
  const position = positionOf(current, turn);
  return position.at === 'end' && position.checklist.length > 0;
}

const hasList = ({ items }: Flow): boolean => items.some((item) => item.is === 'end' && item.checklist.length > 0);
