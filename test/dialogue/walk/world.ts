import { createHmac } from 'node:crypto';
import type { App } from '../../../src/app.js';
import type { Content } from '../../../src/content/content.js';
import { computationsFor } from '../../../src/dialogue/computations.js';
import { openRun, positionOf } from '../../../src/dialogue/guided/runs.js';
import { newSession, type Session, sessionSchema } from '../../../src/dialogue/session.js';
import type { Reply } from '../../../src/dialogue/types.js';
import type { Question } from '../../../src/flows/question.js';
import { NOW, testApp } from '../../support/app.js';

const SECRET = 'a secret for walks only';

export type Message = { readonly text: string } | { readonly press: string };

/** A question that is open: of which flow, and the question with the choices that apply. */
export type Open = { readonly flow: string; readonly item: Question };

/** The application on some content, with a window on the sessions it keeps. */
export type World = {
  readonly app: App;
  readonly content: Content;
  readonly sends: (user: string, message: Message) => Promise<Reply>;
  readonly session: (user: string) => Promise<Session>;
  readonly put: (user: string, session: Session) => Promise<void>;
  /** The question that is open in a session, worked out from its answers. */
  readonly open: (session: Session) => Open | undefined;
};

const keyOf = (user: string): string =>
  createHmac('sha256', SECRET).update(`terminal:${user}`).digest('hex').slice(0, 32);

/** Opens it; `trouble` is told of everything but ordinary turns. */
export async function worldOf(
  content: Content,
  trouble: (event: object) => void,
  databaseUrl?: string,
): Promise<World> {
  const log = (event: Readonly<Record<string, unknown>>) => (event['event'] === 'turn' ? undefined : trouble(event));
  const app = await testApp({ knowledge: content, secret: SECRET, log, ...(databaseUrl && { databaseUrl }) });
  const sessions = app.keep('session', sessionSchema, 30 * 86_400_000);
  const computations = computationsFor({ regions: content.regions, isPlace: () => true });
  const incoming = { channel: 'terminal', user: '', at: NOW, message: { text: '' } } as const;
  return {
    app,
    content,
    sends: (user, message) => app.handle({ ...incoming, user, message }),
    session: async (user) => (await sessions.get(keyOf(user), NOW)) ?? newSession(),
    put: (user, session) => sessions.set(keyOf(user), session, NOW),
    open: (session) => {
      const standing = { session, incoming, tools: { flows: content.flows, computations } };
      const current = openRun(standing);
      const position = current && positionOf(current, standing);
      return position?.at === 'question' ? { flow: current?.flow.flow ?? '', item: position.item } : undefined;
    },
  };
}
