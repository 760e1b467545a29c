import { type App, createApp, type Deps } from '../../src/app.js';
import { visibleText } from '../../src/channels/terminal/json.js';
import type { Incoming, Reply } from '../../src/dialogue/types.js';
import { realKnowledge } from './knowledge.js';

/** The instant at which tests ask unless they say another. */
export const NOW = new Date('2026-11-22T10:00:00+08:00');

/** The whole application on the real knowledge, in memory, at a fixed instant. */
export function testApp(options: Partial<Deps> = {}): Promise<App> {
  return createApp({ knowledge: realKnowledge(), secret: 'a secret for tests only', now: NOW, ...options });
}

/** A reply with everything it shows as one text. */
export type Said = Reply & { readonly text: string };

export type Talk = (message: string | { readonly press: string }, at?: Date) => Promise<Said>;

/** A conversation: what is said, or the button that is pressed, gets its reply. */
export function talk(app: Pick<App, 'handle'>, user: string, channel: Incoming['channel'] = 'terminal'): Talk {
  return async (said, at = NOW) => {
    const message = typeof said === 'string' ? { text: said } : said;
    const reply = await app.handle({ channel, user, at, message });
    return { ...reply, text: visibleText(reply) };
  };
}
