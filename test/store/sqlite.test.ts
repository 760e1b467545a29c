import { once } from 'node:events';
import { join } from 'node:path';
import { Keyv } from 'keyv';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database, type DatabaseOptions } from '../../src/store/database.js';
import { sqliteAdapter } from '../../src/store/sqlite.js';
import { child, cleanUp, folder, lock, NOW } from './faults.js';

let path: string;
const opened: Database[] = [];

function database(options: Partial<DatabaseOptions> = {}): Database {
  const made = new Database(path, { now: NOW, busyTimeoutMs: 20, ...options });
  opened.push(made);
  return made;
}

const keyvOver = (of: Database): Keyv =>
  new Keyv({ store: sqliteAdapter(of), namespace: 'session', throwOnErrors: true });

/** What another program sees in the file: only what is committed. */
function seenFromOutside(): unknown {
  return new Libsql(path).prepare('select count(*) as rows from keyv').all([]);
}

beforeEach(async () => {
  path = join(await folder(), 'kept.sqlite');
});

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  await cleanUp();
});

describe('the file', () => {
  it.each([
    [undefined, 2],
    ['FULL', 2],
    ['NORMAL', 1],
  ] as const)('has a write-ahead log and is as durable as asked: %s', async (synchronous, level) => {
    const file = database({ synchronous });
    expect(await file.read((sql) => sql.rows('pragma journal_mode'))).toEqual([{ journal_mode: 'wal' }]);
    expect(await file.read((sql) => sql.rows('pragma synchronous'))).toEqual([{ synchronous: level }]);
  });

  it('holds every acknowledged write after its process was killed', async () => {
    const writer = child('write', path);
    let printed = '';
    writer.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.length > 5000) writer.kill('SIGKILL');
    });
    await once(writer, 'close');
    expect(writer.signalCode).toBe('SIGKILL');
    const acknowledged = printed.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(500);
    const keyv = keyvOver(database());
    expect(await keyv.get(acknowledged)).toEqual(acknowledged.map((key) => `value of ${key}`));
  });
});

describe('a lock of another process', () => {
  it('is waited for without blocking the event loop', async () => {
    const keyv = keyvOver(database({ waitsMs: Array(500).fill(20) }));
    await keyv.set('a', 'before');
    const release = await lock(path);
    const writing = Promise.all([keyv.set('a', 'first'), keyv.set('a', 'second'), keyv.delete('b')]);
    expect(await keyv.get('a')).toBe('before');
    // Only a timer of this very event loop ends the lock.
    setTimeout(release, 300);
    expect(await writing).toEqual([true, true, false]);
    expect(await keyv.get('a')).toBe('second');
  });

  it('fails as locked after the tries, for all that wait, and leaves the connection sound', async () => {
    const keyv = keyvOver(database({ waitsMs: [5, 10] }));
    await keyv.set('a', 1);
    const release = await lock(path);
    const writes = await Promise.allSettled(Array.from({ length: 1000 }, (_, i) => keyv.set(`k${i}`, i)));
    for (const write of writes) expect(write).toMatchObject({ status: 'rejected', reason: { kind: 'locked' } });
    await release();
    await keyv.delete('a');
    expect(seenFromOutside()).toEqual([{ rows: 0 }]);
    await keyv.set('b', 2);
    expect(seenFromOutside()).toEqual([{ rows: 1 }]);
  });
});

describe('a full disk', () => {
  it('fails the write that does not fit as full, and nothing else', async () => {
    const file = database();
    const keyv = keyvOver(file);
    await keyv.set('old', 1);
    await file.read((sql) => sql.rows('pragma max_page_count = 12'));
    const written = await Promise.allSettled([
      keyv.set('a', 1),
      keyv.set('big', 'x'.repeat(200_000)),
      keyv.set('b', 2),
    ]);
    expect(written).toMatchObject([{ value: true }, { reason: { name: 'StoreError', kind: 'full' } }, { value: true }]);
    expect(await keyv.get(['old', 'a', 'big', 'b'])).toEqual([1, 1, undefined, 2]);
    expect(await keyv.delete('a')).toBe(true);
    await file.read((sql) => sql.rows('pragma max_page_count = 100000'));
    expect(await keyv.set('big', 'x'.repeat(200_000))).toBe(true);
  });
});

describe('a transaction', () => {
  it('is all or nothing, and an error of its own comes through and harms no other', async () => {
    const file = database();
    const insert = "insert into keyv (key, value) values (?, '')";
    const outcomes = await Promise.allSettled([
      file.write((sql) => sql.run(insert, ['one'])),
      file.write((sql) => {
        sql.run(insert, ['two']);
        throw new RangeError('mine');
      }),
      file.write((sql) => sql.run(insert, ['three'])),
    ]);
    expect(outcomes).toMatchObject([{ value: 1 }, { reason: new RangeError('mine') }, { value: 1 }]);
    expect(await file.read((sql) => sql.rows('select key from keyv order by key'))).toEqual([
      { key: 'one' },
      { key: 'three' },
    ]);
  });
});

describe('the adapter', () => {
  it('serves a Keyv made by hand, pages through more than one page, and clears all without a namespace', async () => {
    const file = database({ synchronous: 'NORMAL' });
    const keyv = keyvOver(file);
    await Promise.all(Array.from({ length: 450 }, (_, i) => keyv.set(`k${i}`, i)));
    await new Keyv({ store: sqliteAdapter(file), namespace: 'sessions' }).set('other', 1);
    const keys = new Set<string>();
    for await (const [key] of keyv.iterator?.(undefined) ?? []) keys.add(String(key));
    expect(keys.size).toBe(450);
    expect(await keyv.delete(['k1', 'k2'])).toBe(true);
    expect(await keyv.get(['k1', 'k3'])).toEqual([undefined, 3]);
    await sqliteAdapter(file).clear();
    expect(seenFromOutside()).toEqual([{ rows: 0 }]);
  });
});
