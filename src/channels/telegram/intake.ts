import { type Arrival, arrivalOf, type Content } from './arrival.js';
import { createLanes } from './lanes.js';
import { acknowledge } from './press.js';
import { createSeen } from './seen.js';
import type { Tools } from './tools.js';
import { runTurn } from './turn.js';
import type { Me, RawUpdate } from './update.js';

/** Takes updates from wherever they come (polling, later a webhook) and sees to their turns. */
export type Intake = {
  /** Accepts an update once there is room, and does not wait for its turn. */
  receive(update: RawUpdate): Promise<void>;
  /** Resolves once no turn is under way. */
  idle(): Promise<void>;
};

const REMEMBERED = 10_000;

const albumOf = (content: Content | undefined): string | undefined =>
  content && 'unsupported' in content ? content.album : undefined;

function queue(arrival: Arrival, enter: (key: string, job: () => Promise<void>) => boolean, tools: Tools): void {
  const { user, place, content, query } = arrival;
  // At once, not when its turn comes: the button spins until then.
  const acknowledged = query === undefined ? Promise.resolve(true) : acknowledge(query, tools);
  const accepted = enter(place === undefined ? `user:${user}` : String(place.chat), async () => {
    if (place && content) await runTurn(user, place, content, tools);
    if (!(await acknowledged) && query !== undefined) await acknowledge(query, tools);
  });
  if (!accepted && place) tools.log({ event: 'telegram_chat_flooded', chat: tools.hash(place.chat) });
}

/** Makes the intake: each update once, in order within a chat, chats side by side, a bounded number under way. */
export function createIntake(me: Me, tools: Tools): Intake {
  const { running, waiting, perChat } = tools.limits;
  const lanes = createLanes({ running, waiting, perKey: perChat }, () => tools.log({ event: 'telegram_turn_broken' }));
  const isNewUpdate = createSeen(REMEMBERED);
  const isNewAlbum = createSeen(REMEMBERED);
  return {
    idle: lanes.idle,
    async receive(update) {
      await lanes.room();
      if (!isNewUpdate(String(update.update_id))) return tools.log({ event: 'telegram_update_repeated' });
      const arrival = arrivalOf(update, me);
      if (arrival === 'unreadable') return tools.log({ event: 'telegram_update_unreadable' });
      const album = albumOf(arrival?.content);
      if (arrival === undefined || (album !== undefined && !isNewAlbum(album))) return;
      queue(arrival, lanes.enter, tools);
    },
  };
}
