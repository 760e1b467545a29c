import type { Gap } from '../../desk/gaps.js';
import { createHandle, type HandleDeps } from '../handle.js';
import type { Session } from '../session.js';
import type { Reply } from '../types.js';

/** A reply with the entry it was given from; null if it came from none alone. `gap` is what was listed as unanswered. */
export type AskedOnce = { readonly reply: Reply; readonly entry: string | null; readonly gap?: Gap };

/** Answers one question of nobody's conversation: nothing of it is kept but the gap list. `at` says for which day. */
export async function askOnce(text: string, at: Date, deps: HandleDeps): Promise<AskedOnce> {
  const left: { session?: Session; gap?: Gap } = {};
  const { handle } = createHandle({
    ...deps,
    allow: async () => true,
    sessions: {
      get: async () => undefined,
      set: async (_key, session) => {
        left.session = session;
      },
      delete: async () => false,
    },
    gaps: {
      append: (gap) => {
        left.gap = gap;
        return deps.gaps.append(gap);
      },
    },
  });
  const reply = await handle({ channel: 'web', user: 'once', at, message: { text } });
  return { reply, entry: left.session?.last?.entry ?? null, ...(left.gap && { gap: left.gap }) };
}
