import { versionOf } from '../../flows/flow.js';
import type { Draft, Turn } from '../context.js';
import { show, start } from '../guided/go.js';
import { currentRun, positionOf, answer as put } from '../guided/runs.js';
import { wording } from '../wording.js';
import { noteFrame } from './answer.js';
import { compared } from './estimate.js';
import { handOff } from './human.js';
import { back, cancel, change, edit, editPress, restart, resume } from './repair.js';
import { answerEntry } from './say.js';

/** Acts on a pressed button exactly as it says; one of another conversation, version or step explains itself and changes nothing. */
export function press(turn: Turn): Draft | undefined {
  if (!('press' in turn.incoming.message)) return undefined;
  const [act, ...rest] = turn.incoming.message.press.split(':');
  if (rest.at(-1) !== turn.tag) return { status: 'clarify', text: wording.stalePress };
  return ACTS[act ?? '']?.(rest.slice(0, -1), turn) ?? { status: 'clarify', text: wording.stalePress };
}

const ACTS: Readonly<Record<string, (rest: readonly string[], turn: Turn) => Draft | undefined>> = {
  human: (_, turn) => handOff(turn),
  wrong: () => ({ status: 'smalltalk', text: wording.wrong.thanks }),
  ask: ([id = ''], turn) => askEntry(id, turn),
  a: ([flow = '', version = '', index = '', value = ''], turn) =>
    pickedAnswer({ flow, version, index: Number(index), value }, turn),
  f: ([command = ''], turn) => steered(command, turn),
};

function askEntry(id: string, turn: Turn): Draft | undefined {
  const entry = turn.tools.knowledge.entries.get(id);
  if (!entry) return undefined;
  const stem = entry.questions[0] ?? entry.title;
  turn.session.last = { stem, concepts: [], question: entry.title, entry: entry.entry };
  return answerEntry({ entry }, turn, turn.session.frame);
}

type Picked = { readonly flow: string; readonly version: string; readonly index: number; readonly value: string };

/** An answer by button: taken only for the question that is open, in the version it was shown in. */
function pickedAnswer({ flow: name, version, index, value }: Picked, turn: Turn): Draft | undefined {
  const flow = turn.tools.flows.get(name);
  if (!flow) return undefined;
  const startAgain = { press: `f:start.${name}:${turn.tag}`, label: wording.guided.startHere(flow.title) };
  const current = currentRun(turn);
  if (current?.flow.flow !== name) return { status: 'clarify', text: wording.guided.oldButton, choices: [startAgain] };
  if (version !== versionOf(flow)) {
    return {
      status: 'clarify',
      text: wording.guided.newerFlow,
      choices: [{ press: `f:resume:${turn.tag}`, label: wording.guided.resume }],
    };
  }
  const item = flow.items[index];
  const position = positionOf(current, turn);
  const open = position.at === 'question' && !current.run.done ? position.item.id : undefined;
  if (item?.is !== 'question') return undefined;
  if (item.id !== open) {
    const choices = [
      { press: editPress(index, turn), label: wording.guided.change },
      { press: `f:resume:${turn.tag}`, label: wording.guided.resume },
    ];
    return { status: 'clarify', text: wording.guided.oldButton, choices };
  }
  put(current, item.id, value, turn);
  noteFrame(item.id, value, turn);
  return show(current, turn);
}

function steered(command: string, turn: Turn): Draft | undefined {
  const [name = '', first = '', ...more] = command.split('.');
  const current = currentRun(turn);
  const item = current?.flow.items[Number(first)];
  const slot = item?.is === 'question' ? item.id : undefined;
  switch (name) {
    case 'start':
      return begun(first, turn);
    case 'back':
      return back(turn);
    case 'cancel':
      return cancel(turn);
    case 'restart':
      return restart(turn);
    case 'resume':
    case 'keep':
      return resume(turn);
    case 'change':
      return change(turn);
    case 'edit':
      return slot === undefined ? undefined : edit(slot, turn);
    case 'set':
      return current && slot !== undefined ? changedTo(slot, more.join('.'), turn) : undefined;
    case 'compare':
      return current ? compared(turn) : undefined;
    default:
      return undefined;
  }
}

/** Starting the task that is already under way goes on with it. */
function begun(name: string, turn: Turn): Draft | undefined {
  const flow = turn.tools.flows.get(name);
  const current = currentRun(turn);
  if (current && !current.run.done && current.flow.flow === name) return show(current, turn);
  return flow && start(flow, {}, turn);
}

function changedTo(slot: string, value: string, turn: Turn): Draft | undefined {
  const current = currentRun(turn);
  if (!current) return undefined;
  put(current, slot, value, turn);
  noteFrame(slot, value, turn);
  return show(current, turn);
}
