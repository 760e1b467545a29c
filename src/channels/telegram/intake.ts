import { type Arrival, arrivalOf, type Content, type Ourselves, type Said } from './arrival.js';
import { answerInline } from './inline.js';
import { createLanes, type Lanes } from './lanes.js';
import { acknowledge } from './press.js';
import { createSeen } from './seen.js';
import type { Tools } from './tools.js';
import { runTurn } from './turn.js';
import type { RawUpdate } from './update.js';

/** Takes updates from wherever they come (polling, webhook) and sees to their turns. */
export type Intake = {
  /** Accepts an update once there is room, and does not wait for its turn; `done` is called when that is over. */
  receive(update: RawUpdate, done?: () => void): Promise<void>;
  /** True if an update would be accepted at once. */
  hasRoom(): boolean;
  /** Resolves once no turn is under way. */
  idle(): Promise<void>;
};

const REMEMBERED = 10_000;

const albumOf = (content: Content | undefined): string | undefined =>
  content && 'unread' in content ? content.album : undefined;

/** What there is to do for an arrival, and the lane it keeps its order in. */
type Work = { readonly lane: string; readonly chat?: number; readonly job: () => Promise<void> };

function said({ user, place, content, query }: Said, update: string, username: string, tools: Tools): Work {
  if (place) tools.remembered.heard(place.chat);
  // At once, not when its turn comes: the button spins until then.
  const acknowledged = query === undefined ? Promise.resolve(true) : acknowledge(query, tools);
  return {
    ...(place ? { lane: String(place.chat), chat: place.chat } : { lane: `user:${user}` }),
    async job() {
      if (place && !tools.remembered.isShut(place.chat)) await tools.remembered.door(place.chat, true);
      if (place && content) await runTurn({ update, user, place, content, username }, tools);
      if (!(await acknowledged) && query !== undefined) await acknowledge(query, tools);
    },
  };
}

function workOf(arrival: Arrival, update: string, username: string, tools: Tools): Work {
  if ('inline' in arrival) {
    const { user, ...query } = arrival.inline;
    return { lane: `inline:${user}`, job: () => answerInline(query, tools) };
  }
  if ('door' in arrival) {
    const { chat, open } = arrival.door;
    if (open) tools.remembered.heard(chat);
    return { lane: String(chat), job: () => tools.remembered.door(chat, open) };
  }
  return said(arrival, update, username, tools);
}

function enter({ lane, chat, job }: Work, lanes: Lanes, tools: Tools, done: () => void): void {
  const accepted = lanes.enter(lane, () => job().finally(done));
  if (accepted) return;
  tools.log({ event: 'telegram_chat_flooded', ...(chat !== undefined && { chat: tools.hash(chat) }) });
  done();
}

/** Makes the intake: each update once, in order within a chat, chats side by side, a bounded number under way. */
export function createIntake(ourselves: Ourselves, tools: Tools): Intake {
  const { waiting, perChat } = tools.limits;
  const { id, username } = ourselves.me;
  const lanes = createLanes({ waiting, perKey: perChat }, () => tools.log({ event: 'telegram_turn_broken' }));
  const isNewUpdate = createSeen(REMEMBERED);
  const isNewAlbum = createSeen(REMEMBERED);
  const wanted = (update: RawUpdate): Arrival | undefined => {
    const arrival = arrivalOf(update, ourselves);
    if (arrival === 'unreadable') tools.log({ event: 'telegram_update_unreadable' });
    if (arrival === undefined || arrival === 'unreadable') return undefined;
    const album = 'content' in arrival ? albumOf(arrival.content) : undefined;
    return album === undefined || isNewAlbum(album) ? arrival : undefined;
  };
  return {
    idle: lanes.idle,
    hasRoom: lanes.hasRoom,
    async receive(update, done = () => {}) {
      await lanes.room();
      if (!isNewUpdate(String(update.update_id))) {
        tools.log({ event: 'telegram_update_repeated' });
        return done();
      }
      const arrival = wanted(update);
      if (arrival === undefined) return done();
      enter(workOf(arrival, `${id}:${update.update_id}`, username, tools), lanes, tools, done);
    },
  };
}
