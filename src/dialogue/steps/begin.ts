import type { Flow } from '../../flows/flow.js';
import { fold } from '../../language/fold.js';
import type { Draft, Turn } from '../context.js';
import { personIn, toldIn } from '../guided/find.js';
import { show, start } from '../guided/go.js';
import { bringUp, runOf } from '../guided/runs.js';
import { noteFrame, takeTold } from '../guided/told.js';

/** Begins a task that a message asks to be led through, or goes on with it. A plain question is none: it is answered, and offers the task. */
export function begin(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const flow = flowAsked(turn);
  if (!flow) return undefined;
  const told = toldIn(flow, turn);
  const begun = runOf(flow.flow, turn);
  if (begun && !begun.run.done) {
    bringUp(begun, turn);
    return takeTold(begun, told, turn) ?? show(begun, turn);
  }
  for (const [slot, value] of Object.entries(told)) noteFrame(slot, value, turn);
  return start(flow, told, turn, { person: personIn(turn.heard.text) ?? '' });
}

/** The flow one of whose triggers is the whole of what is asked: beside it stand only places, persons and courtesies. */
export function flowAsked({ heard, tools }: Turn): Flow | undefined {
  const bare = lettersOf(heard.core);
  const whole = lettersOf(heard.text);
  return [...tools.flows.values()].find((flow) =>
    flow.triggers.some((trigger) => {
      const wanted = lettersOf(fold(trigger));
      return whole === wanted || bare === wanted || lettersOf(tools.language.read(trigger).core) === bare;
    }),
  );
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
