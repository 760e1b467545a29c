import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.js';
import { STATUSES } from '../../../src/dialogue/types.js';
import { testApp } from '../../support/app.js';
import { fakeHandle } from '../../support/fake-handle.js';
import { ask, type Out, parsed, serve } from './machine.js';

let app: App;
const say = (...lines: (string | object)[]) => ask(app.handle, ...lines);

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const KEYS = [
  'id',
  'conversation',
  'status',
  'text',
  'choices',
  'actions',
  'sources',
  'working',
  'files',
  'open',
  'region',
  'on',
];

type Button = { readonly label: string; readonly press: string };
const buttons = (out: Out | undefined, field: 'choices' | 'actions') => (out?.[field] ?? []) as readonly Button[];

describe('a line out', () => {
  test('has every field of the protocol, in its shape', async () => {
    const [out] = await say({ id: '7', conversation: 'shape', text: '备案有效期多久' });
    expect(Object.keys(out ?? {})).toEqual(KEYS);
    expect(out).toMatchObject({
      id: '7',
      conversation: 'shape',
      status: 'answered_curated',
      open: null,
      files: [],
      working: [],
    });
    expect(out?.['text']).toEqual(expect.stringMatching(/6个月/));
    expect(out?.['on']).toBe('2026-11-22');
    const sources = (out?.['sources'] ?? []) as object[];
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(Object.keys(source)).toEqual(['id', 'title', 'number', 'place']);
  });

  test('is one of the closed set of statuses', async () => {
    const outs = await say(
      { text: '备案有效期多久' },
      { text: '转人工' },
      { text: '' },
      { press: 'x' },
      { text: '备'.repeat(1001) },
    );
    expect(outs).toHaveLength(5);
    for (const { status } of outs) expect(STATUSES).toContain(status);
  });

  test('carries the actions, each press of at most 64 bytes', async () => {
    const outs = await say(
      { text: '备案有效期多久' },
      { text: '今天天气怎么样' },
      { text: '救命，没气了' },
      { press: 'nonsense' },
    );
    for (const out of outs) {
      expect(buttons(out, 'actions').map(({ label }) => label)).toEqual(['转人工', '这条不对']);
      for (const { press } of [...buttons(out, 'actions'), ...buttons(out, 'choices')])
        expect(Buffer.byteLength(press)).toBeLessThanOrEqual(64);
    }
  });

  test('says the labels of choices in their own field only', async () => {
    const [out] = await say({ text: '备案有效期多久' });
    expect(buttons(out, 'choices').length).toBeGreaterThan(0);
    for (const { label } of buttons(out, 'choices')) expect(out?.['text']).not.toContain(`[1] ${label}`);
  });

  test('names the place it holds for', async () => {
    const [hohhot, nation] = await say({ text: '呼和浩特的备案有效期多久' }, { text: '备案有效期多久' });
    expect([hohhot?.['region'], nation?.['region']]).toEqual(['150100', null]);
  });
});

describe('ids', () => {
  test.each([
    ['a string', 'x'],
    ['a number', 7],
    ['zero', 0],
    ['a fraction', 1.5],
    ['empty', ''],
    ['Chinese', '问题😀'],
    ['a lone surrogate', '\ud800'],
  ])('%s is echoed', async (_, id) => {
    expect(await say({ id, text: '转人工' })).toMatchObject([{ id }]);
    expect(await say({ id })).toMatchObject([{ id, error: expect.any(String) }]);
  });

  test.each<[string, object]>([
    ['absent', { text: '转人工' }],
    ['null', { id: null, text: '转人工' }],
  ])('%s is null', async (_, line) => {
    expect(await say(line)).toMatchObject([{ id: null, status: 'handed_off' }]);
  });

  test.each<[string, unknown]>([
    ['true', true],
    ['an object', { a: 1 }],
    ['a list', ['7']],
  ])('%s is none that can be read', async (_, id) => {
    expect(await say({ id, text: '转人工' })).toEqual([{ id: null, error: expect.any(String) }]);
  });

  test('the same twice is answered twice', async () => {
    const outs = await say(
      { id: 1, conversation: 'twice', text: '转人工' },
      { id: 1, conversation: 'twice', text: '转人工' },
    );
    expect(outs).toMatchObject([
      { id: 1, status: 'handed_off' },
      { id: 1, status: 'handed_off' },
    ]);
  });
});

describe('order', () => {
  test('each line is answered before the next is read', async () => {
    const waits = new Map([['slow', 20]]);
    const under = { now: 0, most: 0 };
    const { handle } = fakeHandle(async (said) => {
      under.now += 1;
      under.most = Math.max(under.most, under.now);
      await new Promise((resolve) => setTimeout(resolve, waits.get(said) ?? 0));
      under.now -= 1;
      return { blocks: [{ text: said }] };
    });
    const outs = await ask(handle, { id: 1, text: 'slow' }, 'broken', { id: 3, text: 'quick' });
    expect(outs.map(({ id, text }) => [id, text])).toEqual([
      [1, 'slow'],
      [null, undefined],
      [3, 'quick'],
    ]);
    expect(under.most).toBe(1);
  });

  test('there is no limit to how fast one may ask', async () => {
    const outs = await say(...Array.from({ length: 100 }, (_, id) => ({ id, conversation: 'fast', text: '转人工' })));
    expect(outs.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, id) => id));
    expect(new Set(outs.map(({ status }) => status))).toEqual(new Set(['handed_off']));
  });
});

describe('conversations', () => {
  const users = async (...lines: object[]) => {
    const { handle, seen } = fakeHandle();
    const outs = await ask(handle, ...lines);
    return { names: seen.map(({ user }) => user), outs };
  };

  test('lines of one conversation are of one user, others of others', async () => {
    const { names } = await users(
      { conversation: 'a', text: '1' },
      { conversation: 'b', text: '2' },
      { conversation: 'a', text: '3' },
    );
    expect(names[0]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
  });

  test('a missing one is a new one each time', async () => {
    const { names, outs } = await users({ text: '1' }, { text: '2' }, { conversation: null, text: '3' });
    expect(new Set(names).size).toBe(3);
    expect(outs.map(({ conversation }) => conversation)).toEqual([null, null, null]);
  });

  test('a new one is never one that the caller named', async () => {
    const { names } = await users({ text: '0' }, { text: '1' });
    const taken = [...names, ...names.map((name) => name.replace(/^\w+:/, '')), 'line:1', 'line:2', '1', '2'];
    const { names: all } = await users(
      { text: '0' },
      { text: '1' },
      ...taken.map((conversation) => ({ conversation, text: '2' })),
    );
    expect(all.slice(0, 2).filter((name) => all.slice(2).includes(name))).toEqual([]);
  });

  test('a number names one as well, and is echoed as it came', async () => {
    const { names, outs } = await users({ conversation: 5, text: '1' }, { conversation: 5, text: '2' });
    expect(names[0]).toBe(names[1]);
    expect(outs.map(({ conversation }) => conversation)).toEqual([5, 5]);
  });

  test('what one says is not remembered in another', async () => {
    const [, , other] = await say(
      { conversation: 'north', text: '我在呼和浩特参保' },
      { conversation: 'north', text: '备案有效期多久' },
      { conversation: 'south', text: '备案有效期多久' },
    );
    expect(other).toMatchObject({ region: null });
  });
});

describe('lines that cannot be answered', () => {
  test.each<[string, string]>([
    ['empty', ''],
    ['blank', '   '],
    ['no JSON', 'hello'],
    ['broken JSON', '{"id":"7","text":"备案"'],
    ['a list', '[{"id":"7","text":"备案"}]'],
    ['a number', '7'],
    ['null', 'null'],
    ['two objects', '{"id":"7","text":"a"}{"id":"8","text":"b"}'],
  ])('%s: an error without an id', async (_, line) => {
    expect(await say(line)).toEqual([{ id: null, error: expect.stringMatching(/./) }]);
  });

  test.each<[string, object]>([
    ['neither text nor press', {}],
    ['both text and press', { text: '备案', press: 'x' }],
    ['text that is a number', { text: 5 }],
    ['press that is a list', { press: [] }],
    ['text that is null', { text: null }],
    ['a conversation that is an object', { text: '备案', conversation: {} }],
    ['at that is a word', { text: '备案', at: 'tomorrow' }],
    ['at that is a day only', { text: '备案', at: '2026-11-22' }],
    ['at without an offset', { text: '备案', at: '2026-11-22T10:00:00' }],
    ['at on a day that does not exist', { text: '备案', at: '2026-02-30T10:00:00+08:00' }],
    ['at that is a number', { text: '备案', at: 1763776800 }],
    ['at that is empty', { text: '备案', at: '' }],
  ])('%s: an error with the id', async (_, line) => {
    expect(await say({ id: '7', ...line })).toEqual([{ id: '7', error: expect.stringMatching(/./) }]);
  });

  test('the next line is read', async () => {
    const outs = await say('', '{', { id: '3', text: '转人工' });
    expect(outs.map(({ status, error }) => status ?? typeof error)).toEqual(['string', 'string', 'handed_off']);
  });

  test('leave the conversation as it was', async () => {
    const [first, , second] = await say(
      { conversation: 'kept', text: '备案有效期多久' },
      { conversation: 'kept', text: '备案', at: 'never' },
      { conversation: 'kept', press: 'nonsense' },
    );
    expect(first?.['status']).toBe('answered_curated');
    expect(second?.['status']).toBe('clarify');
  });
});

describe('what is read as it stands', () => {
  test('unknown keys are ignored, also those with a meaning in JavaScript', async () => {
    const line = '{"id":"7","text":"转人工","mood":"bad","__proto__":{"press":"x"},"constructor":1,"toString":null}';
    expect(await say(line)).toMatchObject([{ id: '7', status: 'handed_off' }]);
  });

  test('CRLF ends a line', async () => {
    const out = await serve(app.handle, '{"id":1,"text":"转人工"}\r\n{"id":2,"text":"转人工"}\r\n');
    expect(parsed(out).map(({ id }) => id)).toEqual([1, 2]);
  });

  test('U+2028 and U+2029 stay inside a line', async () => {
    const out = await serve(app.handle, '{"id":"a\u2028b\u2029c","text":"转\u2028人工"}\n');
    expect(parsed(out)).toMatchObject([{ id: 'a\u2028b\u2029c' }]);
  });

  test('the last line needs no end', async () => {
    expect(parsed(await serve(app.handle, '{"id":1,"text":"转人工"}'))).toMatchObject([{ id: 1 }]);
  });

  test('no line in, no line out', async () => {
    expect(await serve(app.handle, '')).toBe('');
  });

  test('a line of 100 kB is answered, by its status', async () => {
    const [out, next] = await say({ id: 'long', text: '备'.repeat(34_000) }, { id: 'next', text: '转人工' });
    expect(out).toMatchObject({ id: 'long', status: 'guarded_length' });
    expect(next).toMatchObject({ id: 'next', status: 'handed_off' });
  });

  test('pieces that cut lines and characters make no difference', async () => {
    const bytes = Buffer.from('{"id":"问","text":"转人工"}\n{"id":"😀","text":"转人工"}\n');
    const pieces = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
    expect(await serve(app.handle, pieces)).toBe(await serve(app.handle, bytes));
  });
});

describe('the day', () => {
  const on = async (at: string) => (await say({ text: '转人工', at }))[0]?.['on'];

  test('is that of `at` in Shanghai', async () => {
    expect(await on('2026-11-22T15:59:59Z')).toBe('2026-11-22');
    expect(await on('2026-11-22T16:00:00Z')).toBe('2026-11-23');
    expect(await on('2026-11-22T00:00:00+14:00')).toBe('2026-11-21');
    expect(await on('2026-12-31T23:59:59.999-12:00')).toBe('2027-01-01');
  });

  test('is today where `at` is left out', async () => {
    expect(await say({ text: '转人工' })).toMatchObject([{ on: '2026-11-22' }]);
  });
});

describe('presses', () => {
  test('a choice sent back as it came leads on', async () => {
    const [first] = await say({ conversation: 'press', text: '备案有效期多久' });
    const [choice] = buttons(first, 'choices');
    expect(choice).toBeDefined();
    const [second] = await say({ conversation: 'press', press: choice?.press });
    expect(second?.['status']).toBe('answered_curated');
    expect(second?.['text']).not.toBe(first?.['text']);
  });

  test('the action 转人工 hands off', async () => {
    const [first] = await say({ conversation: 'human', text: '备案有效期多久' });
    const human = buttons(first, 'actions').find(({ label }) => label === '转人工');
    expect(await say({ conversation: 'human', press: human?.press })).toMatchObject([{ status: 'handed_off' }]);
  });

  test('one of another conversation does nothing and says why', async () => {
    const [first] = await say({ conversation: 'mine', text: '备案有效期多久' });
    const press = buttons(first, 'choices')[0]?.press;
    expect(await say({ conversation: 'yours', press })).toMatchObject([
      { status: 'clarify', text: expect.stringMatching(/按钮/) },
    ]);
  });

  test.each(['', 'x', ':', 'ask:', 'ask:nothing:tag', 'ask:__proto__:x', '转人工', 'a'.repeat(5000)])(
    '%j is of no reply: clarify',
    async (press) => {
      expect(await say({ press })).toMatchObject([{ status: 'clarify' }]);
    },
  );
});

test('the same input twice gives the same bytes', async () => {
  const lines = ['备案有效期多久', '那临时的呢', '呼和浩特的呢', '', '今天天气怎么样', '转人工'].map((text, id) =>
    JSON.stringify({ id, conversation: id % 2 === 0 ? 'a' : undefined, text }),
  );
  const once = async () => {
    const fresh = await testApp();
    const out = await serve(fresh.handle, lines.join('\n'));
    await fresh.close();
    return out;
  };
  const first = await once();
  expect(parsed(first)).toHaveLength(lines.length);
  expect(await once()).toBe(first);
});
