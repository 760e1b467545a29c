import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openGaps } from '../../src/desk/gaps.js';
import { openStores, type Stores } from '../../src/store/open.js';
import { cleanUp, damage, filled, folder, lock, NOW, text } from './faults.js';
import { storeContract } from './store.contract.js';

const opened: Stores[] = [];

async function open(path: string, waitsMs?: readonly number[]): Promise<Stores> {
  const stores = await openStores(`file:${path}`, { now: NOW, busyTimeoutMs: 20, waitsMs });
  opened.push(stores);
  return stores;
}

afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close();
  await cleanUp();
});

storeContract('memory', () => openStores(undefined, { now: NOW }));
storeContract('memory:', () => openStores('memory:', { now: NOW }));
storeContract('SQLite, full', async () => open(join(await folder(), 'kept.sqlite')));
storeContract('SQLite, normal', async () =>
  openStores(`file:${join(await folder(), 'kept.sqlite')}`, { now: NOW, synchronous: 'NORMAL' }),
);

const valuesOf = (stores: Stores, count: number): Promise<unknown[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => stores.namespace('session').get(`k${i}`)));

describe('openStores', () => {
  it('makes the directory, keeps across a restart and leaves a single file', async () => {
    const path = join(await folder(), 'a', 'b', 'kept.sqlite');
    const first = await open(path);
    await first.namespace('session').set('a', '一');
    await first.close();
    expect(await readdir(dirname(path))).toContain('kept.sqlite');
    const second = await openStores(`file://${path}`, { now: NOW });
    opened.push(second);
    expect(await second.namespace('session').get('a')).toBe('一');
    expect(second.notices).toEqual([]);
  });

  it('rejects use after close, and finishes what was under way', async () => {
    const stores = await open(join(await folder(), 'kept.sqlite'));
    const keyv = stores.namespace('session');
    const writing = Promise.all(Array.from({ length: 50 }, (_, i) => keyv.set(`k${i}`, i)));
    await new Promise((resolve) => setImmediate(resolve));
    await stores.close();
    await writing;
    await expect(keyv.get('k1')).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('closed'),
    });
    await expect(keyv.set('k1', 1)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('refuses other kinds of address by name, without showing a password', async () => {
    const refused = await openStores('postgres://bot:secret@db/yidi', { now: NOW }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'StoreError', kind: 'unavailable' });
    expect(String(refused)).toContain('"postgres:"');
    expect(String(refused)).toContain('file:./data/yidi.sqlite');
    expect(String(refused)).not.toContain('secret');
    for (const url of ['./data/x.sqlite', '', 'file:', ':memory:'])
      await expect(openStores(url, { now: NOW })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('says unavailable for a path below a regular file and for a directory', async () => {
    const at = await folder();
    await writeFile(join(at, 'plain'), 'x');
    const below = open(join(at, 'plain', 'kept.sqlite'));
    await expect(below).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('directory') });
    await expect(open(at)).rejects.toMatchObject({ name: 'StoreError', kind: 'unavailable' });
  });

  it('opens a sound file without a word', async () => {
    const path = await filled(300);
    const stores = await open(path);
    expect(stores.notices).toEqual([]);
    expect(await valuesOf(stores, 300)).toEqual(Array.from({ length: 300 }, (_, i) => text(i)));
  });
});

describe('a damaged file', () => {
  it('that is no database is set aside whole, said so, and a new one begun', async () => {
    const path = join(await folder(), 'kept.sqlite');
    const content = 'this is not a database\n'.repeat(999);
    await writeFile(path, content);
    const stores = await open(path);
    const aside = `${path}.corrupt-2026-11-22T02-00-00.000Z`;
    expect(await readFile(aside, 'utf8')).toBe(content);
    expect(stores.notices).toEqual([expect.stringContaining(aside)]);
    await stores.namespace('session').set('a', 1);
    expect(await stores.namespace('session').get('a')).toBe(1);
  });

  it('never overwrites one set aside before', async () => {
    const path = join(await folder(), 'kept.sqlite');
    await writeFile(`${path}.corrupt-2026-11-22T02-00-00.000Z`, 'earlier');
    await writeFile(path, 'no database'.repeat(99));
    await open(path);
    expect(await readFile(`${path}.corrupt-2026-11-22T02-00-00.000Z`, 'utf8')).toBe('earlier');
    expect(existsSync(`${path}.corrupt-2026-11-22T02-00-00.000Z-2`)).toBe(true);
  });

  it('with pages overwritten in the middle gives the users on the other pages their state back', async () => {
    const path = await filled(1000);
    damage(path, 0.4, 0.5);
    const stores = await open(path);
    const values = await valuesOf(stores, 1000);
    const kept = values.filter((value) => value !== undefined).length;
    expect(kept).toBeGreaterThan(700);
    expect(kept).toBeLessThan(1000);
    for (const [i, value] of values.entries()) expect([undefined, text(i)]).toContain(value);
    expect(stores.notices).toEqual([expect.stringContaining(`${kept} rows`)]);
    await Promise.all(Array.from({ length: 1000 }, (_, i) => stores.namespace('session').set(`k${i}`, i)));
    expect(await valuesOf(stores, 1000)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('carries tables beside the keys over as well', async () => {
    const path = await filled(1000);
    const before = await open(path);
    await openGaps(before.database).append({ at: NOW.toISOString(), question: '问', region: null, status: 'clarify' });
    await before.close();
    const copy = `${path}.copy.sqlite`;
    await writeFile(copy, await readFile(path));
    damage(copy, 0.4, 0.5);
    const stores = await open(copy);
    expect(stores.notices).toHaveLength(1);
    expect(await openGaps(stores.database).list({ limit: 9 })).toMatchObject([{ question: '问', count: 1 }]);
  });

  it.each([
    ['header', 0, 0.001],
    ['schema and roots', 0.0, 0.05],
    ['tail', 0.95, 1],
  ])('is replaced whatever is damaged: %s', async (_, from, to) => {
    const path = await filled(500);
    damage(path, from, to);
    const stores = await open(path);
    expect(stores.notices).toHaveLength(1);
    await stores.namespace('session').set('new', 1);
    expect(await stores.namespace('session').get('new')).toBe(1);
  });

  it('found while running fails the users on the damaged page only', async () => {
    const path = await filled(1000);
    const stores = await open(path);
    damage(path, 0.4, 0.5);
    const read = await Promise.allSettled(
      Array.from({ length: 1000 }, (_, i) => stores.namespace('session').get(`k${i}`)),
    );
    const failed = read.filter((one) => one.status === 'rejected');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(300);
    for (const one of failed) {
      expect(one.reason).toMatchObject({
        name: 'StoreError',
        kind: 'corrupt',
        message: expect.stringContaining('restart'),
      });
    }
    for (const [i, one] of read.entries()) if (one.status === 'fulfilled') expect(one.value).toBe(text(i));
  });
});

describe('a file locked at the start', () => {
  it('is waited for without blocking the event loop, and without a word', async () => {
    const path = join(await folder(), 'kept.sqlite');
    const release = await lock(path);
    const opening = open(path, Array(500).fill(20));
    // Only a timer of this very event loop ends the lock.
    setTimeout(release, 300);
    expect((await opening).notices).toEqual([]);
  });

  it('is said, fails as locked meanwhile, and is opened once free', async () => {
    const path = join(await folder(), 'kept.sqlite');
    const release = await lock(path);
    const stores = await open(path, [1]);
    expect(stores.notices).toEqual([expect.stringContaining('locked')]);
    const keyv = stores.namespace('session');
    await expect(keyv.get('a')).rejects.toMatchObject({ name: 'StoreError', kind: 'locked' });
    await expect(keyv.set('a', 1)).rejects.toMatchObject({ name: 'StoreError', kind: 'locked' });
    await release();
    await keyv.set('a', 2);
    expect(await keyv.get('a')).toBe(2);
    expect(await readdir(dirname(path))).not.toContainEqual(expect.stringContaining('corrupt'));
  });
});
