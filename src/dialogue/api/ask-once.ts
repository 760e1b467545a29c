import { createHandle, type HandleDeps } from '../handle.js';
import type { Session } from '../session.js';
import type { Reply } from '../types.js';

/** A reply with the entry it was given from; null if it came from none alone. */
export type AskedOnce = { readonly reply: Reply; readonly entry: string | null };

/** Answers one question of nobody's conversation: nothing of it is kept but the gap list. `at` says for which day. */
export async function askOnce(text: string, at: Date, deps: HandleDeps): Promise<AskedOnce> {
  let left: Session | undefined;
  const { handle } = createHandle({
    ...deps,
    allow: async () => true,
    sessions: {
      get: async () => undefined,
      set: async (_key, session) => {
        left = session;
      },
      delete: async () => false,
    },
  });
  const reply = await handle({ channel: 'web', user: 'once', at, message: { text } });
  return { reply, entry: left?.last?.entry ?? null };
}
