import { expect } from 'vitest';
import { visibleText } from '../../../src/channels/terminal/json.js';
import type { Session } from '../../../src/dialogue/session.js';
import { type Reply, STATUSES, type Status } from '../../../src/dialogue/types.js';
import { lost } from './frame.js';
import { answerTo, isExplained, type Move, nextMove } from './moves.js';
import { type Dice, dice } from './prng.js';
import type { Open, World } from './world.js';

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
  standing: { readonly session: Session; readonly open: Open | undefined } | undefined;
};

export const newWalk = (user: string, seed: number): Walk => ({
  user,
  dice: dice(seed),
  seen: [],
  statuses: new Set(),
  ended: new Set(),
  trail: [],
  reply: undefined,
  standing: undefined,
});

const MOST_BYTES = 64;
const MOST_SEEN = 400;
const LAST = 8;
/** Help comes first: the open question is left unsaid. */
const ALONE: readonly Status[] = ['emergency', 'handed_off', 'limited_rate', 'guarded_length'];

/** Makes a random move and checks all that must hold after it. */
export async function step(walk: Walk, world: World, questions: readonly string[]): Promise<void> {
  const { session: before, open } = walk.standing ?? (await standingOf(walk, world));
  const move = nextMove({ ...walk, open }, { content: world.content, questions }, walk.dice);
  const reply = await world.sends(walk.user, move.message);
  walk.standing = await standingOf(walk, world);
  note(walk, move, reply);
  const { session: after } = walk.standing;
  const gone = lost({ before, open, flows: world.content.flows }, move, after);
  if (gone.length > 0) fail(walk, `${gone.join(' ')} lost`);
  checkReply(walk, reply);
  checkOpen(walk, reply, walk.standing);
  if (walk.dice.once(150)) await checkButtons(walk, after, world);
}

async function standingOf({ user }: Walk, world: World): Promise<NonNullable<Walk['standing']>> {
  const session = await world.session(user);
  return { session, open: world.open(session) };
}

const fail = ({ trail }: Walk, why: string): never => expect.fail([...trail.slice(-LAST), why].join('\n'));

function note(walk: Walk, { means, message }: Move, reply: Reply): void {
  walk.reply = reply;
  walk.statuses.add(reply.status);
  walk.trail.push(
    `${means}: ${'text' in message ? message.text : message.press} -> ${reply.status} ${reply.open?.slot ?? ''}`,
  );
  walk.seen.push(...reply.choices.map(({ press }) => press));
  walk.seen.splice(0, Math.max(0, walk.seen.length - MOST_SEEN));
}

function checkReply(walk: Walk, reply: Reply): void {
  const presses = [...reply.choices, ...reply.actions].map(({ press }) => press);
  if (!STATUSES.includes(reply.status) || reply.status === 'error_internal') fail(walk, reply.status);
  if (visibleText(reply).trim() === '') fail(walk, 'an empty reply');
  const long = presses.filter((press) => Buffer.byteLength(press) > MOST_BYTES);
  if (long.length > 0) fail(walk, `${long.join(' ')} too long`);
}

/** An open question is named, with a way out. */
function checkOpen(walk: Walk, reply: Reply, { session, open }: NonNullable<Walk['standing']>): void {
  if (ALONE.includes(reply.status)) return;
  const asked = session.runs.findLast(({ doubt }) => doubt !== undefined)?.flow ?? open?.flow;
  if (reply.open?.flow !== asked) fail(walk, `${reply.open?.flow} is said to be open, not ${asked}`);
  const isOut = ({ press }: { press: string }) => /^f:(cancel|keep)\./.test(press);
  if (open && !reply.choices.some(isOut)) fail(walk, 'no way out');
}

/** Each button of a reply, pressed at once, does what it says: the session is put back after each. */
async function checkButtons(walk: Walk, session: Session, world: World): Promise<void> {
  for (const { press, label } of walk.reply?.choices ?? []) {
    const reply = await world.sends(walk.user, { press });
    await world.put(walk.user, session);
    if (isExplained(visibleText(reply))) fail(walk, `「${label}」 ${press} is not accepted`);
    if (reply.status === 'error_internal') fail(walk, `「${label}」 fails`);
  }
}

/** Walks on to the end of the task at hand, by answers alone. */
export async function finish(walk: Walk, world: World): Promise<void> {
  const first = world.open(await world.session(walk.user));
  walk.standing = undefined;
  if (!first) return;
  const most = 4 * (world.content.flows.get(first.flow)?.items.length ?? 0);
  for (let count = 0; ; count += 1) {
    const open = world.open(await world.session(walk.user));
    if (open?.flow !== first.flow) break;
    if (count >= most) fail(walk, `no end after ${count} answers`);
    const picks = (walk.reply?.choices ?? []).filter(({ press }) => press.startsWith(`a:${open.flow}:`));
    const pressed = picks.length > 0 && walk.dice.once(2) ? { press: walk.dice.one(picks).press } : undefined;
    const message = pressed ?? { text: answerTo(open.item, walk.dice) };
    const reply = await world.sends(walk.user, message);
    note(walk, { means: 'answer', message }, reply);
    if (reply.status === 'outcome') walk.ended.add(open.flow);
  }
}
