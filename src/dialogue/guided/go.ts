import { type Flow, versionOf } from '../../flows/flow.js';
import type { Answers } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';
import { begin } from './answers.js';
import { asking } from './asking.js';
import { outcome } from './outcome.js';
import { FOR_WHOM, SELF } from './people.js';
import { type Current, positionOf } from './runs.js';

/** The reply to where a run stands now: its open question, or its end. A flow that was changed meanwhile is said to be. */
export function show(current: Current, turn: Turn, before = ''): Draft {
  const { run, flow } = current;
  const version = versionOf(flow);
  const said = [run.version === version ? '' : wording.guided.newerFlow, before].filter((part) => part !== '');
  run.version = version;
  const position = positionOf(current, turn);
  if (position.at === 'end') return outcome({ ...current, position }, turn, said.join('\n'));
  run.done = false;
  return asking({ ...current, position }, turn, said.join('\n'));
}

/** Begins a task and shows its first open question; answers of the sentence that started it are taken over. */
export function start(flow: Flow, answers: Answers, turn: Turn, { person = '', before = '' } = {}): Draft {
  return show(begin(flow, answers[FOR_WHOM] ?? (person || SELF), answers, turn), turn, before);
}
