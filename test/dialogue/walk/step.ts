import { expect } from 'vitest';
import { visibleText } from '../../../src/channels/terminal/json.js';
import type { Session } from '../../../src/dialogue/session.js';
import { type Reply, STATUSES, type Status } from '../../../src/dialogue/types.js';
import { lost } from './frame.js';
import { answerTo, isExplained, type Move, nextMove } from './moves.js';
import { type Dice, dice } from './prng.js';
import type { World } from './world.js';

/** One person walking at random. */
export type Walk = {
  readonly user: string;
  readonly dice: Dice;
  readonly seen: string[];
  readonly statuses: Set<Status>;
  /** Flows that were walked to an end. */
  readonly ended: Set<string>;
  readonly trail: string[];
  reply: Reply | undefined;
  /** What the application keeps, as it was read last; undefined if something has been sent since. */
  session: Session | undefined;
};

export const newWalk = (user: string, seed: number): Walk => ({
  user,
  dice: dice(seed),
  seen: [],
  statuses: new Set(),
  ended: new Set(),
  trail: [],
  reply: undefined,
  session: undefined,
});

const MOST_BYTES = 64;
const MOST_SEEN = 400;
const LAST = 8;
/** Help comes first: the open question is left unsaid. */
const ALONE: readonly Status[] = ['emergency', 'handed_off', 'limited_rate', 'guarded_length'];

/** Makes a random move and checks all that must hold after it. */
export async function step(walk: Walk, world: World, questions: readonly string[]): Promise<void> {
  const before = walk.session ?? (await world.session(walk.user));
  const open = world.open(before);
  const move = nextMove({ ...walk, open }, { content: world.content, questions }, walk.dice);
  const reply = await world.sends(walk.user, move.message);
  const after = await world.session(walk.user);
  walk.session = after;
  note(walk, move, reply);
  const where = walk.trail.slice(-LAST).join('\n');
  expect(lost({ before, open, flows: world.content.flows }, move, after), where).toEqual([]);
  checkReply(reply, where);
  checkOpen(reply, after, world, where);
  if (walk.dice.once(150)) await checkButtons(walk, after, world, where);
}

function note(walk: Walk, { means, message }: Move, reply: Reply): void {
  walk.reply = reply;
  walk.statuses.add(reply.status);
  walk.trail.push(
    `${means}: ${'text' in message ? message.text : message.press} -> ${reply.status} ${reply.open?.slot ?? ''}`,
  );
  walk.seen.push(...reply.choices.map(({ press }) => press));
  walk.seen.splice(0, Math.max(0, walk.seen.length - MOST_SEEN));
}

function checkReply(reply: Reply, where: string): void {
  const presses = [...reply.choices, ...reply.actions].map(({ press }) => press);
  if (!STATUSES.includes(reply.status) || reply.status === 'error_internal') expect.fail(`${reply.status}\n${where}`);
  if (visibleText(reply).trim() === '') expect.fail(`an empty reply\n${where}`);
  const long = presses.filter((press) => Buffer.byteLength(press) > MOST_BYTES);
  if (long.length > 0) expect.fail(`${long.join(' ')}\n${where}`);
}

/** An open question is named, with a way out. */
function checkOpen(reply: Reply, after: Session, world: World, where: string): void {
  const open = world.open(after);
  if (ALONE.includes(reply.status)) return;
  const asked = after.runs.findLast(({ doubt }) => doubt !== undefined)?.flow;
  expect(reply.open?.flow, where).toBe(asked ?? open?.flow);
  const isOut = ({ press }: { press: string }) => /^f:(cancel|keep)\./.test(press);
  if (open && !reply.choices.some(isOut)) expect.fail(`no way out\n${where}`);
}

/** Each button of a reply, pressed at once, does what it says: the session is put back after each. */
async function checkButtons(walk: Walk, session: Session, world: World, where: string): Promise<void> {
  for (const { press, label } of walk.reply?.choices ?? []) {
    const reply = await world.sends(walk.user, { press });
    await world.put(walk.user, session);
    if (isExplained(visibleText(reply))) expect.fail(`「${label}」 ${press} is not accepted\n${where}`);
    if (reply.status === 'error_internal') expect.fail(`「${label}」 fails\n${where}`);
  }
}

/** Walks on to the end of the task at hand, by answers alone. */
export async function finish(walk: Walk, world: World): Promise<void> {
  const first = world.open(await world.session(walk.user));
  walk.session = undefined;
  if (!first) return;
  const most = 4 * (world.content.flows.get(first.flow)?.items.length ?? 0);
  for (let count = 0; ; count += 1) {
    const open = world.open(await world.session(walk.user));
    if (open?.flow !== first.flow) break;
    expect(count, walk.trail.slice(-LAST).join('\n')).toBeLessThan(most);
    const picks = (walk.reply?.choices ?? []).filter(({ press }) => press.startsWith(`a:${open.flow}:`));
    const pressed = picks.length > 0 && walk.dice.once(2) ? { press: walk.dice.one(picks).press } : undefined;
    const message = pressed ?? { text: answerTo(open.item, walk.dice) };
    const reply = await world.sends(walk.user, message);
    note(walk, { means: 'answer', message }, reply);
    if (reply.status === 'outcome') walk.ended.add(open.flow);
  }
}
