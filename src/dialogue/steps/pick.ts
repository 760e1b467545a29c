import { fits, refusalOf } from '../../flows/fits.js';
import { versionOf } from '../../flows/flow.js';
import type { AtQuestion } from '../../flows/walk.js';
import type { Draft, Turn } from '../context.js';
import { steer } from '../guided/buttons.js';
import { filled } from '../guided/fill.js';
import { isTooWide } from '../guided/find.js';
import { show } from '../guided/go.js';
import { type Current, currentRun, positionOf, todayOf } from '../guided/runs.js';
import { take } from '../guided/told.js';
import { wording } from '../wording.js';
import { otherStep, otherTask } from './steer.js';

/** What a button that answers a question says: flow, version, item, value. */
type Picked = { readonly flow: string; readonly version: string; readonly index: number; readonly value: string };

/** An answer by button: taken only for the question that is open, in the version it was shown in. */
export function pick({ flow: name, version, index, value }: Picked, turn: Turn): Draft | undefined {
  const current = currentRun(turn);
  if (current?.flow.flow !== name) return otherTask(name, turn);
  if (version !== versionOf(current.flow)) return newer(current, turn);
  const item = current.flow.items[index];
  if (item?.is !== 'question') return undefined;
  const position = positionOf(current, turn);
  const isOpen = position.at === 'question' && !current.run.done && position.item.id === item.id;
  if (isOpen) return picked(current, position, value, turn);
  return position.path.includes(item.id) ? answered(current, item.id, turn) : otherStep(current, turn);
}

function picked(current: Current, { item, known }: AtQuestion, value: string, turn: Turn): Draft | undefined {
  if (!fits(item, value) || isTooWide(item.id, value)) return undefined;
  const refusal = refusalOf(item, value, { today: todayOf(turn), slots: new Map(Object.entries(known)) });
  if (refusal) return show(current, turn, filled(refusal.say, { flow: current.flow, known }, turn).text);
  return show(current, turn, take(current, item.id, value, turn));
}

const newer = ({ flow }: Current, turn: Turn): Draft => ({
  status: 'clarify',
  text: wording.guided.newerFlow,
  choices: [{ press: steer('resume', flow.flow, turn), label: wording.guided.resume }],
});

const answered = ({ flow }: Current, slot: string, turn: Turn): Draft => ({
  status: 'clarify',
  text: wording.guided.oldButton,
  choices: [
    { press: steer('edit', flow.flow, turn, slot), label: wording.guided.change },
    { press: steer('resume', flow.flow, turn), label: wording.guided.resume },
  ],
});
