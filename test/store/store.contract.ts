import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../src/store/open.js';

/** What every store must do, whatever it is kept in. */
export function storeContract(name: string, open: () => Promise<Stores>): void {
  describe(`store contract: ${name}`, () => {
    let stores: Stores;

    beforeEach(async () => {
      stores = await open();
    });

    afterEach(async () => {
      vi.useRealTimers();
      await stores.close();
    });

    it('gives back what was set, replaces, deletes, and has nothing else', async () => {
      const keyv = stores.namespace('session');
      expect(await keyv.get('a')).toBeUndefined();
      expect(await keyv.set('a', { n: 1, list: [true, null, 'x'] })).toBe(true);
      expect(await keyv.get('a')).toEqual({ n: 1, list: [true, null, 'x'] });
      await keyv.set('a', ':second');
      expect(await keyv.get('a')).toBe(':second');
      expect(await keyv.has('a')).toBe(true);
      expect(await keyv.get(['a', 'b'])).toEqual([':second', undefined]);
      expect(await keyv.delete('a')).toBe(true);
      expect(await keyv.delete('a')).toBe(false);
      expect(await keyv.has('a')).toBe(false);
    });

    it('gives a copy: changing what was read or set changes nothing kept', async () => {
      const keyv = stores.namespace('session');
      const value = { answers: ['one'] };
      await keyv.set('a', value);
      value.answers.push('two');
      expect(await keyv.get('a')).toEqual({ answers: ['one'] });
    });

    it('ends an entry after its time to live and deletes it on purge', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T00:00:00Z') });
      const keyv = stores.namespace('limit');
      await keyv.set('short', 1, 1000);
      await keyv.set('short too', 1, 1000);
      await keyv.set('long', 2, 60_000);
      await keyv.set('ever', 3);
      vi.setSystemTime(new Date('2026-11-22T00:00:02Z'));
      expect(await keyv.get('short')).toBeUndefined();
      expect(await keyv.has('short too')).toBe(false);
      expect(await stores.purge(new Date())).toBe(1);
      expect(await stores.purge(new Date())).toBe(0);
      expect([await keyv.get('long'), await keyv.get('ever')]).toEqual([2, 3]);
    });

    it('keeps namespaces apart when one is cleared, with _ and % meaning themselves', async () => {
      const names = ['u_1', 'uX1', 'u%', 'u', 'u__1', 'U_1', '会话'];
      for (const name of names) await stores.namespace(name).set('key', name);
      for (const cleared of ['u_1', 'u%', 'u']) {
        await stores.namespace(cleared).clear();
        expect(await stores.namespace(cleared).get('key')).toBeUndefined();
      }
      const left = ['uX1', 'u__1', 'U_1', '会话'];
      for (const name of left) expect(await stores.namespace(name).get('key')).toBe(name);
    });

    it('is the same namespace for the same name, and refuses a name with a colon', async () => {
      await stores.namespace('session').set('a', 1);
      expect(await stores.namespace('session').get('a')).toBe(1);
      expect(() => stores.namespace('session:x')).toThrow('without a colon');
    });

    it('holds any text as key and value, and keeps look-alike keys apart', async () => {
      const keyv = stores.namespace('session');
      const keys = [
        'web:用户',
        '用户',
        '𠮷',
        '吉',
        'e\u0301',
        'é',
        'a\0b',
        'a',
        '\ud800',
        '\udbff',
        '"',
        '\\',
        "'; --",
        '%',
        '_',
        '',
      ];
      for (const key of keys) await keyv.set(key, `<${key}>`);
      for (const key of keys) expect(await keyv.get(key)).toBe(`<${key}>`);
      expect(await keyv.getMany(keys)).toEqual(keys.map((key) => `<${key}>`));
      const seen: unknown[] = [];
      for await (const [key, value] of keyv.iterator?.(undefined) ?? []) seen.push([key, value]);
      expect(new Map(seen as [string, string][])).toEqual(new Map(keys.map((key) => [key, `<${key}>`])));
    });

    it('holds a value of three million characters', async () => {
      const keyv = stores.namespace('session');
      const big = '异地就医'.repeat(750_000);
      await keyv.set('big', big);
      expect((await keyv.get('big')) === big).toBe(true);
    });

    it('serves many at once, and the last write asked for wins', async () => {
      const keyv = stores.namespace('session');
      const users = Array.from({ length: 500 }, (_, i) => `web:${i}`);
      await Promise.all(users.flatMap((user) => [keyv.set(user, 'first'), keyv.set(user, `${user} last`)]));
      expect(await Promise.all(users.map((user) => keyv.get(user)))).toEqual(users.map((user) => `${user} last`));
      let count = 0;
      for await (const _ of keyv.iterator?.(undefined) ?? []) count += 1;
      expect(count).toBe(500);
    });
  });
}
