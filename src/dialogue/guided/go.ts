import type { Flow } from '../../flows/flow.js';
import type { Answers } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import type { FlowRun } from '../session.js';
import { asking } from './asking.js';
import { outcome } from './outcome.js';
import { begin, positionOf, SELF } from './runs.js';

/** The reply to where a run stands now: its open question, or its end. */
export function show(current: { run: FlowRun; flow: Flow }, turn: Turn, before = ''): Draft {
  const position = positionOf(current, turn);
  return position.at === 'end'
    ? outcome({ ...current, position }, turn, before)
    : asking({ ...current, position }, turn, before);
}

/** Begins a task and shows its first open question; answers of the sentence that started it are taken over. */
export function start(flow: Flow, answers: Answers, turn: Turn, before = ''): Draft {
  const person = answers['for_whom'] ?? SELF;
  return show(begin(flow, person, answers, turn), turn, before);
}
