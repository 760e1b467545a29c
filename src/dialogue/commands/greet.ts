import type { Draft, Turn } from '../context.js';
import { FIRST_TASKS } from '../first-tasks.js';
import { entryChoices } from '../reply.js';
import { press } from '../steps/press.js';
import { wording } from '../wording.js';

const say = wording.commands;

/** Acts as the button of this press would. */
const pressing = (act: string, turn: Turn): Draft | undefined =>
  press({ ...turn, incoming: { ...turn.incoming, message: { press: `${act}:${turn.tag}` } } });

const withTasks = (text: string, turn: Turn): Draft => ({
  status: 'smalltalk',
  alone: true,
  text,
  choices: entryChoices(
    FIRST_TASKS.map((flow) => `flow:${flow}`),
    turn.tools,
    turn.tag,
  ),
});

/** `/start`: a greeting, or what its link leads to: `f_<flow>` begins a task, `e_<entry>` answers an entry. */
export function start(payload: string, turn: Turn): Draft {
  if (payload === '') return withTasks(say.hello, turn);
  const [, kind, id = ''] = /^([fe])_([\w-]{1,62})$/.exec(payload) ?? [];
  const led = kind === 'f' ? begin(id, turn) : kind === 'e' ? entry(id, turn) : undefined;
  return led ?? withTasks(`${say.unknownLink}\n${say.hello}`, turn);
}

/** Begins a task, or goes on with it. */
export const begin = (flow: string, turn: Turn): Draft | undefined =>
  turn.tools.flows.has(flow) ? pressing(`f:start.${flow}`, turn) : undefined;

const entry = (id: string, turn: Turn): Draft | undefined =>
  turn.tools.knowledge.entries.has(id) ? pressing(`ask:${id}`, turn) : undefined;

/** What can be asked, and every command. `before` is said first. */
export function help(turn: Turn, before = ''): Draft {
  const list = say.list.map(({ command, description }) => `/${command}　${description}`);
  return withTasks([before, say.help, ...list].filter((line) => line !== '').join('\n'), turn);
}
