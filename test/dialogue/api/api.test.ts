import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.js';
import { NOW, talk, testApp } from '../../support/app.js';

const LATER = new Date('2026-11-22T18:00:00+08:00');
const NEXT_DAY = new Date('2026-11-23T10:00:00+08:00');
const UNKNOWN = '夸克粒子的自旋怎么测量';

let app: App;
const events: Readonly<Record<string, unknown>>[] = [];

beforeAll(async () => {
  app = await testApp({ log: (event) => events.push(event) });
});
afterAll(() => app.close());

describe('a question of no conversation', () => {
  test('is answered as the first of a conversation would be, and leaves the conversation of nobody', async () => {
    const alone = await app.ask('备案有效期多久', NOW);
    const first = await talk(app, 'somebody')('备案有效期多久');
    expect(alone.reply.blocks).toEqual(first.blocks);
    expect(alone.entry).toBe('filing_validity');
    const follow = await app.ask('那临时外出的呢', NOW);
    expect(follow.reply.blocks).not.toEqual((await talk(app, 'somebody')('那临时外出的呢')).blocks);
  });

  test('asked again on the same day gets the same reply, is counted and listed each time', async () => {
    const before = app.counts.get('unanswerable_no_fact') ?? 0;
    const logged = events.length;
    const first = await app.ask(UNKNOWN, NOW);
    expect(await app.ask(UNKNOWN, LATER)).toBe(first);
    expect(first.reply.status).toBe('unanswerable_no_fact');
    expect(app.counts.get('unanswerable_no_fact')).toBe(before + 2);
    expect(events.slice(logged)).toHaveLength(2);
    const [gap] = await app.gaps.list({ limit: 1 });
    expect(gap).toMatchObject({ question: expect.stringContaining('夸克'), count: 2, last: LATER.toISOString() });
  });

  test('asked on another day is answered for that day', async () => {
    await app.ask('备案有效期多久', NOW);
    expect((await app.ask('备案有效期多久', NEXT_DAY)).reply.on).toBe('2026-11-23');
  });

  test('that nobody asks again is forgotten, and worked out anew', async () => {
    const first = await app.ask('你好', NOW);
    for (let i = 0; i < 2_000; i += 1) await app.ask(`/help ${i}`, NOW);
    const again = await app.ask('你好', NOW);
    expect(again).not.toBe(first);
    expect(again.reply).toEqual(first.reply);
  });
});

test('the questions of every task can be shown before it is begun: nothing in them waits to be filled in', () => {
  const flows = app.flowsList();
  expect(flows.map(({ flow }) => flow).sort()).toEqual([...app.knowledge.flows.keys()].sort());
  expect(flows[0]?.flow).toBe('filing');
  for (const { title, summary, questions } of flows) {
    expect([title, summary].join('')).not.toBe('');
    for (const { slot, label, ask, help, type, choices } of questions) {
      expect([slot, label.length > 0 && ask.length > 0]).toEqual([slot, true]);
      expect([label, ask, help].join('')).not.toMatch(/[{}[\]]/);
      expect(choices.length > 0 || !['choice', 'yesno'].includes(type)).toBe(true);
    }
  }
});
