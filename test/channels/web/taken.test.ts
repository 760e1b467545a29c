import { describe, expect, test } from 'vitest';
import { fakeHandle } from '../../support/fake-handle.js';
import { post, realApp } from './real.js';
import { cookieOf, postTurn, replyOf, startWeb } from './start.js';

const ID = '0123456789abcdef0123456789abcdef';

/** Answers with how many turns there have been. */
const counting = () => {
  let turns = 0;
  return fakeHandle(() => {
    turns += 1;
    return { blocks: [{ text: `第 ${turns} 次` }] };
  });
};

const textOf = async (response: Response): Promise<unknown> => (await replyOf(response)).blocks;

describe('a turn with an id', () => {
  test('sent again gets the same reply and is taken once; without its id it is a new one', async () => {
    const { url, seen } = await startWeb(counting());
    const cookie = cookieOf(await postTurn(url, { text: '先来一句' }));
    const first = await textOf(await postTurn(url, { id: 'a', text: '是' }, { cookie }));
    expect(await textOf(await postTurn(url, { id: 'a', text: '是' }, { cookie }))).toEqual(first);
    expect(seen.map(({ message }) => message)).toEqual([{ text: '先来一句' }, { text: '是' }]);
    expect(await textOf(await postTurn(url, { text: '是' }, { cookie }))).not.toEqual(first);
    expect(await textOf(await postTurn(url, { id: 'b', press: 'x' }, { cookie }))).not.toEqual(first);
  });

  test('sent again while it is worked on waits for the same reply', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const fake = fakeHandle(() => gate.then(() => ({ blocks: [{ text: '到了' }] })));
    const { url, seen } = await startWeb(fake);
    const both = [postTurn(url, { id: ID, text: '慢' }), postTurn(url, { id: ID, text: '慢' })];
    await expect.poll(() => seen.length).toBe(1);
    open();
    const replies = await Promise.all(both);
    expect(await Promise.all(replies.map(textOf))).toEqual([[{ text: '到了' }], [{ text: '到了' }]]);
    expect(seen).toHaveLength(1);
    expect(cookieOf(replies[0] as Response)).toBe(cookieOf(replies[1] as Response));
  });

  test('the first of all, lost with its cookie, gives the same user when it is sent again', async () => {
    const { url, seen } = await startWeb(counting());
    await postTurn(url, { id: ID, text: '一' });
    const cookie = cookieOf(await postTurn(url, { id: ID, text: '一' }));
    await postTurn(url, { id: 'b', text: '二' }, { cookie });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.user).toBe(seen[0]?.user);
  });

  test('the first of all, whose cookie came and whose reply did not, is known by the cookie', async () => {
    const { url, seen } = await startWeb(counting());
    const cookie = cookieOf(await postTurn(url, { id: ID, text: '一' }));
    expect(await textOf(await postTurn(url, { id: ID, text: '一' }, { cookie }))).toEqual([{ text: '第 1 次' }]);
    expect(seen).toHaveLength(1);
  });

  test("another's id gives nothing of theirs, nor does one that can be guessed", async () => {
    const { url, seen } = await startWeb(counting());
    const own = cookieOf(await postTurn(url, { text: '我' }));
    const other = cookieOf(await postTurn(url, { id: ID, text: '一' }));
    expect(other).not.toBe(own);
    await postTurn(url, { id: ID, text: '一' }, { cookie: own });
    await postTurn(url, { id: 'kept', text: '二' }, { cookie: other });
    await postTurn(url, { id: 'kept', text: '二' });
    await postTurn(url, { id: 'short', text: '三' });
    await postTurn(url, { id: 'short', text: '三' });
    expect(seen).toHaveLength(7);
    expect(new Set(seen.map(({ user }) => user)).size).toBe(5);
  });

  test('is remembered for ten minutes, with the two after it', async () => {
    let now = new Date('2026-11-22T02:00:00Z');
    const { url, seen } = await startWeb(counting(), { now: () => now });
    const cookie = cookieOf(await postTurn(url, { id: 'a', text: '一' }));
    const send = (id: string) => postTurn(url, { id, text: '一' }, { cookie });
    for (const id of ['b', 'c', 'a', 'b', 'c']) await send(id);
    expect(seen).toHaveLength(3);
    await send('d');
    await send('a');
    expect(seen).toHaveLength(5);
    now = new Date('2026-11-22T02:10:00Z');
    await send('a');
    expect(seen).toHaveLength(6);
  });

  test('that broke, or that the core could not take, is tried anew', async () => {
    let turns = 0;
    const fake = fakeHandle(() => {
      turns += 1;
      if (turns === 1) throw new Error('broken');
      return turns === 2 ? { status: 'error_internal' } : { status: 'smalltalk' };
    });
    const { url } = await startWeb(fake);
    expect((await postTurn(url, { id: ID, text: '一' })).status).toBe(500);
    expect((await replyOf(await postTurn(url, { id: ID, text: '一' }))).status).toBe('error_internal');
    expect((await replyOf(await postTurn(url, { id: ID, text: '一' }))).status).toBe('smalltalk');
  });

  test.each(['', 'a'.repeat(65), 'a b', '一', 7, null])('%j is no id', async (id) => {
    const { url, seen } = await startWeb();
    expect((await postTurn(url, { id, text: '一' })).status).toBe(400);
    expect(seen).toEqual([]);
  });
});

describe('on the real application', () => {
  const real = realApp();

  test('an answer sent twice answers one question of a task', async () => {
    const { url } = await startWeb(real.handle(), real.options());
    const first = await postTurn(url, { id: ID, text: '/start f_filing' });
    const cookie = cookieOf(first);
    const press = (await replyOf(first)).choices[0]?.press ?? '';
    const once = await replyOf(await postTurn(url, { id: 'a', press }, { cookie }));
    const twice = await replyOf(await postTurn(url, { id: 'a', press }, { cookie }));
    expect(twice).toEqual(once);
  });

  test('what was typed comes back without personal numbers, a day stays; other routes say nothing of it', async () => {
    const { url } = await startWeb(real.handle(), real.options());
    const text = '我2026-11-22住院，身份证 11010519491231002X，备案有效期多久';
    const { said } = await replyOf(await postTurn(url, { text }));
    expect(said).toBe('我2026-11-22住院，身份证 〔身份证号〕，备案有效期多久');
    expect((await replyOf(await postTurn(url, { press: 'a:human' }))).said).toBeNull();
    expect(await (await post(url, '/api/ask', { text })).json()).not.toHaveProperty('said');
  });
});
