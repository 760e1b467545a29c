import { basis, picture } from '../commands/basis.js';
import { checklist } from '../commands/checklist.js';
import { begin, help, start } from '../commands/greet.js';
import { askForget, dropRegion, forget, setShort, settings } from '../commands/settings.js';
import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';
import { ESTIMATE } from './estimate.js';
import { handOff } from './human.js';
import { cancel, resume } from './repair.js';

const say = wording.commands;

const QUESTION = /^\s*[/／]ask(?:@\w+)?\s+(?=\S)/i;
const COMMAND = /^\s*[/／]([a-z_]+)(?:\s+(.*?))?\s*$/is;

/** What a message asks: `/ask` before a question is only a way to speak to us where others talk too. */
export const questionOf = (text: string): string => text.replace(QUESTION, '');

type Act = (rest: string, turn: Turn) => Draft | undefined;

const COMMANDS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['start', start],
  ['help', (_, turn) => help(turn)],
  ['ask', () => ({ status: 'smalltalk', text: say.askWhat })],
  ['estimate', (_, turn) => begin(ESTIMATE, turn)],
  ['continue', (_, turn) => resume(turn)],
  ['cancel', (_, turn) => cancel(turn)],
  ['checklist', (_, turn) => checklist(turn)],
  ['settings', (_, turn) => settings(turn)],
  ['forget', (_, turn) => askForget(turn)],
  ['human', (_, turn) => handOff(turn)],
]);

/** The buttons of these replies: `c:<act>.<rest>:<tag>`. */
const BUTTONS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['short', (value, turn) => setShort(value === 'on', turn)],
  ['noregion', (_, turn) => dropRegion(turn)],
  ['forget', (_, turn) => forget(turn)],
  ['stay', () => ({ status: 'smalltalk', text: say.stayed })],
  ['why', basis],
  ['picture', (_, turn) => picture(turn)],
]);

/** Commands (`/estimate`) and the buttons of their replies, the same in every channel. A button of another conversation is left to `press`. */
export function command(turn: Turn): Draft | undefined {
  const { message } = turn.incoming;
  if ('press' in message) return pressed(message.press, turn);
  const [, name, rest = ''] = COMMAND.exec(turn.text) ?? [];
  if (name === undefined) return undefined;
  return COMMANDS.get(name.toLowerCase())?.(rest, turn) ?? help(turn, say.unknown);
}

function pressed(press: string, turn: Turn): Draft | undefined {
  const [kind, what = '', tag] = press.split(':');
  if (kind !== 'c' || tag !== turn.tag) return undefined;
  const [act = '', ...rest] = what.split('.');
  return BUTTONS.get(act)?.(rest.join('.'), turn);
}
