import type { Draft, Turn } from '../context.js';
import { type Steering, steer } from '../guided/buttons.js';
import { show, start } from '../guided/go.js';
import { bringUp, type Current, currentRun, positionOf, runOf } from '../guided/runs.js';
import { takeDoubt } from '../guided/told.js';
import { wording } from '../wording.js';
import { change, edit } from './change.js';
import { compared } from './estimate.js';
import { back, cancel, restart } from './repair.js';

const say = wording.guided;

/** What a steering button does, by its command `act.flow`, and where it is about one answer its slot or its new value. One made for another task or step changes nothing. */
export function steered(command: string, turn: Turn): Draft | undefined {
  const [act = '', name = '', ...about] = command.split('.');
  if (act === 'compare') return compared(turn);
  if (act === 'start' || act === 'resume') return goTo(act, name, turn);
  const current = currentRun(turn);
  if (current?.flow.flow !== name) return otherTask(name, turn);
  return STEPS.get(act)?.(current, about.join('.'), turn);
}

type Step = (current: Current, about: string, turn: Turn) => Draft;

const BY_NAME: Readonly<Record<string, Step>> = {
  keep: (current, _, turn) => show(current, turn, say.unchanged),
  change: (current, _, turn) => change(current, turn),
  back: (current, slot, turn) => (isOpen(current, slot, turn) ? back(turn) : otherStep(current, turn)),
  cancel: (current, _, turn) => (current.run.done ? otherStep(current, turn) : cancel(turn)),
  restart: (current, _, turn) => (current.run.done ? restart(current, turn) : otherStep(current, turn)),
  edit: (current, slot, turn) =>
    positionOf(current, turn).path.includes(slot) ? edit(slot, turn, current) : otherStep(current, turn),
  set,
};

const STEPS: ReadonlyMap<string, Step> = new Map(Object.entries(BY_NAME));

function isOpen(current: Current, slot: string, turn: Turn): boolean {
  const position = positionOf(current, turn);
  return !current.run.done && position.at === 'question' && position.item.id === slot;
}

/** Only what was asked in the last reply can be confirmed. */
function set(current: Current, value: string, turn: Turn): Draft {
  const { doubt } = current.run;
  return doubt && Object.values(doubt)[0] === value ? takeDoubt(current, doubt, turn) : otherStep(current, turn);
}

/** Goes to a task by its name; one already begun is gone on with, unless it has come to its end and is to be started. */
function goTo(act: Steering, name: string, turn: Turn): Draft | undefined {
  const flow = turn.tools.flows.get(name);
  const begun = runOf(name, turn);
  if (!begun || (act === 'start' && begun.run.done)) return flow && start(flow, {}, turn);
  bringUp(begun, turn);
  return show(begun, turn);
}

/** A button of a task that is not the one at hand; nothing if there is no such task. */
export function otherTask(name: string, turn: Turn): Draft | undefined {
  const flow = turn.tools.flows.get(name);
  if (!flow) return undefined;
  const label = runOf(name, turn) ? say.goBackTo(flow.title) : say.startHere(flow.title);
  const current = currentRun(turn);
  const text = current ? say.otherTask(flow.title) : say.oldButton;
  return { status: 'clarify', text, choices: [{ press: steer('resume', name, turn), label }] };
}

/** A button of a question that is not the open one. */
export const otherStep = ({ flow }: Current, turn: Turn): Draft => ({
  status: 'clarify',
  text: say.otherStep,
  choices: [
    { press: steer('change', flow.flow, turn), label: say.change },
    { press: steer('resume', flow.flow, turn), label: say.resume },
  ],
});
