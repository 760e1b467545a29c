import { join } from 'node:path';
import { Keyv } from 'keyv';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type KeptOptions, kept } from '../../src/store/kept.js';
import { openStores } from '../../src/store/open.js';
import { cleanUp, folder, lock, NOW } from './faults.js';

const session = z.strictObject({ answers: z.record(z.string(), z.string()), unclear: z.int() });
const VALUE = { answers: { insured_region: '150100' }, unclear: 0 };
const HOUR = 3_600_000;
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

async function sessions(options: Partial<KeptOptions> = {}) {
  const stores = await openStores(undefined, { now: NOW });
  const keyv = stores.namespace('session');
  const unreadable: string[] = [];
  const onUnreadable = (key: string, reason: string): void => void unreadable.push(`${key}: ${reason}`);
  const view = (given: Partial<KeptOptions>) =>
    kept(keyv, session, { version: 2, ttlMs: HOUR, onUnreadable, ...given });
  return { keyv, unreadable, view, of: view(options) };
}

afterEach(cleanUp);

describe('kept', () => {
  it('gives back what was set and deletes it', async () => {
    const { of, unreadable } = await sessions();
    expect(await of.get('web:a', NOW)).toBeUndefined();
    await of.set('web:a', VALUE, NOW);
    expect(await of.get('web:a', NOW)).toEqual(VALUE);
    expect(await of.delete('web:a')).toBe(true);
    expect(await of.delete('web:a')).toBe(false);
    expect(await of.get('web:a', NOW)).toBeUndefined();
    expect(unreadable).toEqual([]);
  });

  it('ends by the now of the caller, whatever the clock on the wall says', async () => {
    const { of } = await sessions();
    for (const start of [new Date('2001-02-03T04:05:06Z'), NOW, new Date('2077-01-01T00:00:00Z')]) {
      await of.set('web:a', VALUE, start);
      const last = new Date(start.getTime() + HOUR - 1);
      expect(await of.get('web:a', last)).toEqual(VALUE);
      expect(await of.get('web:a', new Date(last.getTime() + 1))).toBeUndefined();
      expect(await of.get('web:a', start)).toEqual(VALUE);
    }
  });

  it('starts the time anew with each set', async () => {
    const { of } = await sessions();
    await of.set('web:a', VALUE, NOW);
    await of.set('web:a', VALUE, later(HOUR / 2));
    expect(await of.get('web:a', later(HOUR))).toEqual(VALUE);
  });

  it('migrates an older version, and the schema checks the result', async () => {
    const { view, unreadable } = await sessions();
    await view({ version: 1 }).set('web:a', { answers: { purpose: 'referral' }, unclear: 7 }, NOW);
    const moved = view({ migrate: (old, v) => ({ ...(old as typeof VALUE), unclear: v }) });
    expect(await moved.get('web:a', NOW)).toEqual({ answers: { purpose: 'referral' }, unclear: 1 });
    const wrong = view({ migrate: () => ({ answers: 3 }) });
    expect(await wrong.get('web:a', NOW)).toBeUndefined();
    const throwing = view({ migrate: () => JSON.parse('{') as unknown });
    expect(await throwing.get('web:a', NOW)).toBeUndefined();
    expect(unreadable).toEqual([expect.stringContaining('answers'), expect.stringContaining('migrated')]);
  });

  it('treats an older version without a way to migrate as absent, silently; a newer one as unreadable', async () => {
    const { view, unreadable } = await sessions();
    await view({ version: 1 }).set('old', VALUE, NOW);
    await view({ version: 3 }).set('new', VALUE, NOW);
    expect(await view({}).get('old', NOW)).toBeUndefined();
    expect(await view({ migrate: () => undefined }).get('old', NOW)).toBeUndefined();
    expect(unreadable).toEqual([]);
    expect(await view({}).get('new', NOW)).toBeUndefined();
    expect(unreadable).toEqual([expect.stringContaining('newer')]);
  });

  it('is absent for that user only when the shape is wrong, without telling what is in it', async () => {
    const { of, keyv, unreadable } = await sessions();
    await of.set('web:good', VALUE, NOW);
    await keyv.set('=web:bad', {
      v: 2,
      at: NOW.toISOString(),
      value: { answers: { name: 3 }, secret: 1, unclear: 'private' },
    });
    await keyv.set('=web:odd', 'no envelope');
    expect(await of.get('web:bad', NOW)).toBeUndefined();
    expect(await of.get('web:odd', NOW)).toBeUndefined();
    expect(await of.get('web:good', NOW)).toEqual(VALUE);
    expect(unreadable).toEqual([expect.stringMatching(/^web:bad: /), expect.stringMatching(/^web:odd: /)]);
    expect(unreadable.join()).not.toContain('private');
    await of.set('web:bad', VALUE, NOW);
    expect(await of.get('web:bad', NOW)).toEqual(VALUE);
  });

  it('is absent for that user only when a row holds no JSON', async () => {
    const stores = await openStores(`file:${join(await folder(), 'kept.sqlite')}`, { now: NOW });
    const unreadable: string[] = [];
    const onUnreadable = (key: string): void => void unreadable.push(key);
    const of = kept(stores.namespace('session'), session, { version: 1, ttlMs: HOUR, onUnreadable });
    for (const key of ['a', 'b', 'c']) await of.set(key, VALUE, NOW);
    await stores.database?.write((sql) => sql.run("update keyv set value = '{\"value\":' where key = 'session:=b'"));
    expect([await of.get('a', NOW), await of.get('b', NOW), await of.get('c', NOW)]).toEqual([VALUE, undefined, VALUE]);
    expect(unreadable).toEqual(['b']);
    await stores.close();
  });

  it('keeps a key that looks like one with the namespace apart', async () => {
    const { of } = await sessions();
    await of.set('session:x', { ...VALUE, unclear: 1 }, NOW);
    await of.set('x', { ...VALUE, unclear: 2 }, NOW);
    expect((await of.get('session:x', NOW))?.unclear).toBe(1);
    expect((await of.get('x', NOW))?.unclear).toBe(2);
  });

  it('rejects with StoreError when the store fails', async () => {
    const path = join(await folder(), 'kept.sqlite');
    const release = await lock(path);
    const stores = await openStores(`file:${path}`, { now: NOW, busyTimeoutMs: 5, waitsMs: [] });
    const of = kept(stores.namespace('session'), session, { version: 1, ttlMs: HOUR });
    await expect(of.get('a', NOW)).rejects.toMatchObject({ name: 'StoreError', kind: 'locked' });
    await expect(of.set('a', VALUE, NOW)).rejects.toMatchObject({ name: 'StoreError', kind: 'locked' });
    await expect(of.delete('a')).rejects.toMatchObject({ name: 'StoreError', kind: 'locked' });
    await release();
    await of.set('a', VALUE, NOW);
    await stores.close();
    await expect(of.get('a', NOW)).rejects.toMatchObject({ name: 'StoreError', kind: 'unavailable' });
  });

  it('turns the failure of any other store into StoreError', async () => {
    const broken = new Map<string, unknown>();
    broken.get = () => {
      throw new Error('ECONNREFUSED');
    };
    const of = kept(new Keyv({ store: broken, throwOnErrors: true }), session, { version: 1, ttlMs: HOUR });
    await expect(of.get('a', NOW)).rejects.toMatchObject({ name: 'StoreError', kind: 'unavailable' });
  });
});
