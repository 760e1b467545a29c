import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Content } from './content/content.js';
import { openGaps } from './desk/gaps.js';
import { type Api, createApi } from './dialogue/api/api.js';
import { computationsFor } from './dialogue/computations.js';
import type { Tools } from './dialogue/context.js';
import { createHandle, type HandleDeps, type Handling } from './dialogue/handle.js';
import { renewSession, SESSION_VERSION, sessionSchema } from './dialogue/session.js';
import type { Status } from './dialogue/types.js';
import { createChooser, createRanking } from './knowledge/choose.js';
import { createWatch, wordsOf } from './knowledge/guard.js';
import { createLanguage } from './language/understand.js';
import { type Kept, kept } from './store/kept.js';
import { openStores } from './store/open.js';

const DAY_MS = 86_400_000;

/** What the outside world gives the application. */
export type Deps = {
  readonly knowledge: Content;
  /** `file:PATH` or nothing: memory only. */
  readonly databaseUrl?: string | undefined;
  /** Hides who asked and marks conversations; the same over restarts, or people lose their place. */
  readonly secret: string;
  readonly now: Date;
  /** Turns one user may have in a minute; none means no limit. */
  readonly turnsPerMinute?: number | undefined;
  /** Writes down what is said in a recording; without it recordings are not heard. */
  readonly transcribe?: Tools['transcribe'];
  /** Told of each turn and of trouble, never of texts. */
  readonly log?: (event: Readonly<Record<string, unknown>>) => void;
};

export type App = Handling &
  Api & {
    readonly knowledge: Content;
    readonly gaps: ReturnType<typeof openGaps>;
    readonly counts: ReadonlyMap<Status, number>;
    readonly notices: readonly string[];
    /** A place for what a channel must remember over restarts: values of one shape under keys, for `ttlMs`. */
    readonly keep: <T>(namespace: string, schema: z.ZodType<T>, ttlMs: number) => Kept<T>;
    /** Deletes what has expired; gives the number of values. */
    readonly purge: (now: Date) => Promise<number>;
    readonly close: () => Promise<void>;
  };

/**
 * The whole product but the outside world: tests, channels and the command line start here.
 * Rejects with StoreError if the database cannot be opened.
 */
export async function createApp(deps: Deps): Promise<App> {
  const { knowledge, secret, log = () => {} } = deps;
  const stores = await openStores(deps.databaseUrl, { now: deps.now });
  const unreadable = (_key: string, reason: string) => log({ event: 'session_unreadable', reason });
  const language = createLanguage(
    knowledge.glossary,
    knowledge.aliases,
    knowledge.guards.flatMap(wordsOf),
    knowledge.ordinary,
  );
  const judge = { regions: knowledge.regions, isPlace: (code: string) => language.nameOf(code) !== code };
  const gaps = openGaps(stores.database);
  const counts = new Map<Status, number>();
  const sessions = kept(stores.namespace('session'), sessionSchema, {
    version: SESSION_VERSION,
    migrate: renewSession,
    ttlMs: 30 * DAY_MS,
    onUnreadable: unreadable,
  });
  const minutes = kept(stores.namespace('limit'), z.number(), { version: 1, ttlMs: 120_000, onUnreadable: unreadable });
  const rank = createRanking(knowledge, language);
  const parts: HandleDeps = {
    knowledge,
    language,
    watch: createWatch(knowledge.guards),
    rank,
    choose: createChooser(knowledge, language, rank),
    flows: knowledge.flows,
    computations: computationsFor(judge),
    judge,
    sessions,
    gaps,
    allow: limiter(minutes, deps.turnsPerMinute),
    transcribe: deps.transcribe && reported(deps.transcribe, log),
    hash: (text) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32),
    count: (status) => counts.set(status, (counts.get(status) ?? 0) + 1),
    log,
  };
  return {
    ...createHandle(parts),
    ...createApi(parts),
    knowledge,
    gaps,
    counts,
    notices: stores.notices,
    keep: (namespace, schema, ttlMs) =>
      kept(stores.namespace(namespace), schema, { version: 1, ttlMs, onUnreadable: unreadable }),
    purge: stores.purge,
    close: () => stores.close(),
  };
}

/** Operators must hear of a service that fails; who spoke gets a kind sentence. */
const reported =
  (transcribe: NonNullable<Tools['transcribe']>, log: NonNullable<Deps['log']>): Tools['transcribe'] =>
  (...recording) =>
    transcribe(...recording).catch((error: unknown) => {
      const { name, status } = error as { readonly name?: unknown; readonly status?: unknown };
      log({ event: 'transcribe_failed', error: String(name), ...(typeof status === 'number' && { status }) });
      throw error;
    });

type Minutes = {
  get(key: string, now: Date): Promise<number | undefined>;
  set(key: string, value: number, now: Date): Promise<void>;
};

function limiter(minutes: Minutes, most: number | undefined): (user: string, now: Date) => Promise<boolean> {
  if (most === undefined) return async () => true;
  return async (user, now) => {
    const key = `${user}:${Math.floor(now.getTime() / 60_000)}`;
    const used = (await minutes.get(key, now)) ?? 0;
    await minutes.set(key, used + 1, now);
    return used < most;
  };
}
