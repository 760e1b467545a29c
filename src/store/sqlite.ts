import type { KeyvStoreAdapter, StoredData } from 'keyv';
import type { Database } from './database.js';
import type { Row } from './driver.js';

/** A Keyv 5 store over one SQLite file. Give each Keyv an adapter of its own (Keyv writes its namespace into it); close the database yourself. */
export type SqliteAdapter = KeyvStoreAdapter & Required<Pick<KeyvStoreAdapter, 'has' | 'getMany' | 'iterator'>>;

const UPSERT =
  'insert into keyv (key, value, expires) values (?, ?, ?) on conflict (key) do update set value = excluded.value, expires = excluded.expires';
const IN_LIST = 'key in (select value from json_each(?))';
const PAGE = 200;

/**
 * The adapter for `database`. Keys may be any text. `ttl` is in milliseconds and only says when `purge` may delete the row;
 * `get` gives what is stored and leaves the judgement to Keyv. Everything rejects with StoreError.
 */
export function sqliteAdapter(database: Database): SqliteAdapter {
  const adapter: SqliteAdapter = {
    opts: { dialect: 'sqlite', url: `sqlite://${database.path}` },
    namespace: undefined,
    // Errors are thrown where they happen, none are emitted.
    on: () => adapter,
    get: async <Value>(key: string) => (await find(database, [key]))[0] as StoredData<Value>,
    getMany: async <Value>(keys: string[]) => (await find(database, keys)) as StoredData<Value>[],
    has: (key) => database.read((sql) => sql.rows(`${LIVE} and key = ?`, [Date.now(), encoded(key)]).length > 0),
    set: async (key: string, value: string, ttl?: number) => {
      const expires = ttl === undefined ? null : Date.now() + ttl;
      await database.write((sql) => sql.run(UPSERT, [encoded(key), value, expires]));
    },
    delete: (key) => database.write((sql) => sql.run('delete from keyv where key = ?', [encoded(key)]) > 0),
    deleteMany: (keys) => database.write((sql) => sql.run(`delete from keyv where ${IN_LIST}`, [listed(keys)]) > 0),
    clear: () => clear(database, adapter.namespace),
    iterator: <Value>(namespace?: string) => entries<Value>(database, namespace),
  };
  return adapter;
}

/** Deletes the rows whose time is over at `now`, in all namespaces; gives their number. */
export function purge(database: Database, now: Date): Promise<number> {
  return database.write((sql) => sql.run('delete from keyv where expires <= ?', [now.getTime()]));
}

const LIVE = 'select 1 from keyv where (expires is null or expires > ?)';

async function find(database: Database, keys: readonly string[]): Promise<(string | undefined)[]> {
  const rows = await database.read((sql) => sql.rows(`select key, value from keyv where ${IN_LIST}`, [listed(keys)]));
  const values = new Map(rows.map((row) => [row['key'], String(row['value'])]));
  return keys.map((key) => values.get(encoded(key)));
}

async function clear(database: Database, namespace: string | undefined): Promise<void> {
  const [from, to] = range(namespace);
  await database.write((sql) => sql.run('delete from keyv where key >= ? and key < ?', [from, to]));
}

async function* entries<Value>(
  database: Database,
  namespace?: string,
): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
  const [from, to] = range(namespace);
  const query = 'select key, value from keyv where key >= ? and key > ? and key < ? order by key limit ?';
  for (let last = ''; ; ) {
    const after = last;
    const rows: readonly Row[] = await database.read((sql) => sql.rows(query, [from, after, to, PAGE]));
    for (const row of rows) yield [decoded(String(row['key'])), row['value'] as Awaited<Value>];
    if (rows.length < PAGE) return;
    last = String(rows.at(-1)?.['key']);
  }
}

// The keys `namespace:…` as a range: no pattern, so `_` and `%` in a name mean themselves. `;` is the character after `:`.
function range(namespace: string | undefined): [from: string, to: string] {
  return namespace === undefined ? ['', '\u{10ffff}'] : [`${encoded(namespace)}:`, `${encoded(namespace)};`];
}

// libsql ends text at NUL and replaces half surrogate pairs: two such users would share a row. JSON's escapes keep keys apart.
const encoded = (key: string): string => JSON.stringify(key).slice(1, -1);
const decoded = (key: string): string => JSON.parse(`"${key}"`) as string;
const listed = (keys: readonly string[]): string => JSON.stringify(keys.map(encoded));
