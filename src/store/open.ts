import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyv, type KeyvStoreAdapter } from 'keyv';
import { Database, type DatabaseOptions } from './database.js';
import { StoreError, storeError } from './errors.js';
import { purge, sqliteAdapter } from './sqlite.js';

export type StoreOptions = Omit<DatabaseOptions, 'onNotice'>;

/** All that is kept: namespaces of keys and, when there is a file, the database for tables beside them. */
export type Stores = {
  /** What operators should be told, in English: a damaged file set aside, a file locked at the start. May grow while in use. */
  readonly notices: readonly string[];
  /** The file; undefined when everything is kept in memory only. */
  readonly database: Database | undefined;
  /** The Keyv of a namespace (a name without `:`), the same one for the same name. Its methods reject with StoreError. */
  namespace(name: string): Keyv;
  /** Deletes what Keyv's own time to live has ended for at `now`; gives the number of entries. */
  purge(now: Date): Promise<number>;
  /** Finishes the writes under way and closes the file. */
  close(): Promise<void>;
};

/**
 * Opens what `DATABASE_URL` names: nothing or `memory:` keeps everything in memory, `file:PATH` in an SQLite file (made with its
 * directory if missing). A damaged file is set aside with a notice; a locked one gives a notice and is opened at first use.
 * Rejects with StoreError: `unavailable` (directory, path, another kind of address) or `full`.
 */
export async function openStores(databaseUrl: string | undefined, options: StoreOptions): Promise<Stores> {
  if (databaseUrl === undefined || databaseUrl === 'memory:') return memoryStores();
  const path = filePath(databaseUrl);
  const notices: string[] = [];
  const database = new Database(path, { ...options, onNotice: (notice) => notices.push(notice) });
  try {
    await mkdir(dirname(path), { recursive: true });
    await database.ready();
  } catch (error) {
    const told = storeError(error, path);
    if (!(told instanceof StoreError && told.kind === 'locked')) throw told;
    notices.push(`${told.message} It will be opened as soon as it is free.`);
  }
  return {
    notices,
    database,
    namespace: namespaces(() => sqliteAdapter(database)),
    purge: (now) => purge(database, now),
    close: () => database.close(),
  };
}

function filePath(databaseUrl: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(databaseUrl)?.[1]?.toLowerCase();
  const path = databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : databaseUrl.slice('file:'.length);
  if (scheme === 'file' && path !== '') return path;
  // The address itself may hold a password: only its scheme is shown.
  const given = scheme === undefined ? 'an address without a scheme' : `"${scheme}:"`;
  throw new StoreError(
    'unavailable',
    `DATABASE_URL is ${given}; supported so far are "file:./data/yidi.sqlite" (an SQLite file) and "memory:" (nothing is kept).`,
  );
}

function memoryStores(): Stores {
  const maps: Map<string, unknown>[] = [];
  const fresh = (): Map<string, unknown> => {
    const map = new Map<string, unknown>();
    maps.push(map);
    return map;
  };
  return {
    notices: [],
    database: undefined,
    namespace: namespaces(fresh),
    purge: async (now) => maps.reduce((total, map) => total + purgeMap(map, now), 0),
    close: async () => undefined,
  };
}

function purgeMap(map: Map<string, unknown>, now: Date): number {
  const before = map.size;
  for (const [key, value] of map) {
    const { expires } = JSON.parse(String(value)) as { expires?: number };
    if (expires !== undefined && expires <= now.getTime()) map.delete(key);
  }
  return before - map.size;
}

function namespaces(store: () => KeyvStoreAdapter | Map<string, unknown>): (name: string) => Keyv {
  const known = new Map<string, Keyv>();
  return (name) => {
    if (!/^[^:]+$/.test(name)) throw new TypeError(`A namespace is a name without a colon, not "${name}".`);
    const keyv = known.get(name) ?? new Keyv({ store: store(), namespace: name, throwOnErrors: true });
    // Keyv also emits what it throws; those who wait for the promise have been told already.
    if (!known.has(name)) keyv.on('error', () => undefined);
    known.set(name, keyv);
    return keyv;
  };
}
