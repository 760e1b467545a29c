import { FOR_WHOM } from '../../../src/dialogue/guided/people.js';
import type { FlowRun, Session } from '../../../src/dialogue/session.js';
import { ESTIMATE } from '../../../src/dialogue/steps/estimate.js';
import type { Flow } from '../../../src/flows/flow.js';
import type { Move } from './moves.js';
import type { Open } from './world.js';

/** What a move may take from the answers of a flow: these, any one of them, or all. */
type Leave = { readonly flow: string; readonly slots: readonly string[] | 'one' | 'all' };

/** Where a move is made. */
export type Scene = {
  readonly before: Session;
  readonly open: Open | undefined;
  readonly flows: ReadonlyMap<string, Flow>;
};

const MOST_RUNS = 5;

/** Answers that are gone or different after a move, though nothing in it took them back; empty if all is well. A person named takes all others' answers along. */
export function lost(scene: Scene, move: Move, after: Session): string[] {
  const leaves = leavesOf(scene, move);
  return scene.before.runs.flatMap((run) => {
    const now = after.runs.find(({ flow }) => flow === run.flow);
    if (!now) return isDropped(run, scene.before, after) ? [] : [run.flow];
    const gone = Object.keys(run.answers).filter((slot) => now.answers[slot] !== run.answers[slot]);
    if ('text' in move.message && now.person !== run.person) return [];
    const own = leaves.filter(({ flow }) => flow === run.flow);
    return own.some((leave) => covers(leave, gone)) || gone.length === 0
      ? []
      : gone.map((slot) => `${run.flow}.${slot}`);
  });
}

function covers({ slots }: Leave, gone: readonly string[]): boolean {
  if (slots === 'all') return true;
  return slots === 'one' ? gone.length === 1 : gone.every((slot) => slots.includes(slot));
}

/** Of many tasks the oldest that has ended makes room for a new one. */
const isDropped = (run: FlowRun, before: Session, after: Session): boolean =>
  before.runs.length >= MOST_RUNS &&
  (before.runs.find(({ done }) => done) ?? before.runs[0])?.flow === run.flow &&
  after.runs.some(({ flow }) => before.runs.every((one) => one.flow !== flow));

/** With the person all other answers go. */
const about = (flow: string, slots: readonly string[]): Leave[] => [
  { flow, slots: slots.includes(FOR_WHOM) ? 'all' : slots },
];

function leavesOf(scene: Scene, { means, message }: Move): Leave[] {
  const { before, open } = scene;
  const top = before.runs.at(-1);
  const doubted = top?.doubt ? about(top.flow, Object.keys(top.doubt)) : [];
  if ('press' in message) return leavesOfPress(message.press, scene, doubted);
  const answered = open ? about(open.flow, [open.item.id]) : [];
  const told = [...doubted, ...answered, ...anew(ESTIMATE, scene)];
  const own = (slots: Leave['slots']): Leave[] => (top ? [{ flow: top.flow, slots }] : []);
  if (means === 'back' || means === 'change') return [...told, ...own('one')];
  if (means === 'restart') return own('all');
  if (means === 'tell' && /改成/.test(message.text)) return [...told, ...own('one')];
  const started = [...scene.flows.values()].find(({ triggers }) => triggers.includes(message.text));
  return started ? [...told, ...anew(started.flow, scene)] : told;
}

/** A task that has ended may be begun anew. */
const anew = (name: string, { before }: Scene): Leave[] =>
  before.runs.some(({ flow, done }) => flow === name && done) ? [{ flow: name, slots: 'all' }] : [];

function leavesOfPress(press: string, scene: Scene, doubted: Leave[]): Leave[] {
  const { before, open, flows } = scene;
  const top = before.runs.at(-1);
  const [kind, what = '', , index] = press.split(':');
  const [act, flow = '', slot = ''] = what.split('.');
  if (kind === 'a') {
    const item = flows.get(what)?.items[Number(index)];
    return item?.is === 'question' && open?.flow === what && open.item.id === item.id ? about(what, [item.id]) : [];
  }
  if (kind !== 'f') return [];
  if (act === 'start') return anew(flow, scene);
  if (top?.flow !== flow) return [];
  if (act === 'back') return open?.item.id === slot ? [{ flow, slots: 'one' }] : [];
  if (act === 'restart') return top.done ? [{ flow, slots: 'all' }] : [];
  if (act === 'edit') return [{ flow, slots: [slot] }];
  return act === 'set' ? doubted : [];
}
