import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App, Deps } from '../src/app.js';
import { wording } from '../src/dialogue/wording.js';
import { openStores } from '../src/store/open.js';
import { cleanUp, damage, folder, lock } from './store/faults.js';
import { NOW, talk, testApp } from './support/app.js';
import { type Program, startNode } from './support/program.js';

const OPENING = '备案有效期多久';
const FOLLOW_UP = '那临时外出的呢';

const DAY_MS = 86_400_000;
const days = (count: number): Date => new Date(NOW.getTime() + count * DAY_MS);

const opened: App[] = [];
const programs: Program[] = [];

async function open(options: Partial<Deps>): Promise<App> {
  const app = await testApp(options);
  opened.push(app);
  return app;
}

afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  for (const app of opened.splice(0)) await app.close();
  await cleanUp();
});

const newFile = async (): Promise<string> => join(await folder(), 'kept.sqlite');

/** What the follow-up gets in a conversation that was never interrupted, and what it gets out of the blue. */
let completed: string;
let fresh: string;

beforeAll(async () => {
  const app = await testApp();
  const say = talk(app, 'whole');
  await say(OPENING);
  completed = (await say(FOLLOW_UP)).text;
  fresh = (await talk(app, 'fresh')(FOLLOW_UP)).text;
  expect(completed).not.toBe(fresh);
  await app.close();
});

const users = (count: number): string[] => Array.from({ length: count }, (_, i) => `user ${i}`);

/** A closed database in which `count` users have asked the opening question, in a file this process never opened. */
async function filled(count: number): Promise<string> {
  const path = await newFile();
  const app = await testApp({ databaseUrl: `file:${path}` });
  await Promise.all(users(count).map((user) => talk(app, user)(OPENING)));
  await app.close();
  const copy = await newFile();
  await copyFile(path, copy);
  return copy;
}

/** Writes into the database past the application. */
async function tamper(path: string, from: string, to: string): Promise<void> {
  const stores = await openStores(`file:${path}`, { now: NOW });
  const change = "update keyv set value = replace(value, ?, ?) where key like 'session:%'";
  expect(await stores.database?.write((sql) => sql.run(change, [from, to]))).toBeGreaterThan(0);
  const held = await stores.database?.read((sql) => sql.rows('select value from keyv'));
  expect(JSON.stringify(held)).toContain(JSON.stringify(to).slice(1, -1));
  await stores.close();
}

describe('killed with SIGKILL', { timeout: 120_000 }, () => {
  const script = fileURLToPath(new URL('./support/chat-child.ts', import.meta.url));

  function start(path: string): Program {
    const program = startNode(['--import', 'tsx', script, `file:${path}`], { cwd: process.cwd() });
    programs.push(program);
    return program;
  }

  const says = (program: Program, conversation: string, text: string): void =>
    program.says(JSON.stringify({ id: conversation, conversation, text }));

  const answers = (program: Program): { conversation: string; status: string; text: string }[] =>
    program.lines().map((line) => JSON.parse(line));

  test('in mid-conversation, it takes every answered conversation up again', async () => {
    const path = await newFile();
    const everyone = users(300);
    const first = start(path);
    for (const user of everyone) says(first, user, OPENING);
    await first.printsLines(10);
    first.kill('SIGKILL');
    expect((await first.exited).signal).toBe('SIGKILL');
    const answered = new Set(answers(first).map(({ conversation }) => conversation));
    expect(answered.size).toBeGreaterThanOrEqual(10);
    expect(answered.size).toBeLessThan(300);

    const second = start(path);
    for (const user of everyone) says(second, user, FOLLOW_UP);
    second.end();
    expect((await second.exited).code).toBe(0);
    expect(second.err()).toBe('');
    for (const { conversation, text } of answers(second)) {
      if (answered.has(conversation)) expect(text).toBe(completed);
      else expect([completed, fresh]).toContain(text);
    }
    expect(answers(second).map(({ conversation }) => conversation)).toEqual(everyone);
  });
});

describe('a damaged file', { timeout: 120_000 }, () => {
  test('is told, and the users whose pages are sound go on where they were', async () => {
    const path = await filled(400);
    damage(path, 0.4, 0.5);
    const app = await open({ databaseUrl: `file:${path}` });
    expect(app.notices).toEqual([expect.stringMatching(/was damaged and has been set aside as .*corrupt-2026-11-22/)]);
    const texts = await Promise.all(users(400).map(async (user) => (await talk(app, user)(FOLLOW_UP)).text));
    const whole = texts.filter((text) => text === completed).length;
    expect(whole).toBeGreaterThan(280);
    expect(whole).toBeLessThan(400);
    expect(texts.filter((text) => text === fresh)).toHaveLength(400 - whole);
  });

  test('that breaks while in use fails kindly for those on the broken pages only', async () => {
    const path = await filled(400);
    const log: Record<string, unknown>[] = [];
    const app = await open({ databaseUrl: `file:${path}`, log: (event) => log.push(event) });
    damage(path, 0.4, 0.5);
    const replies = await Promise.all(users(400).map((user) => talk(app, user)(FOLLOW_UP)));
    const failed = replies.filter(({ status }) => status === 'error_internal');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(200);
    for (const reply of replies) expect([completed, wording.broken]).toContain(reply.text);
    const reasons = log.filter(({ event }) => event === 'turn_failed').map(({ reason }) => reason);
    expect(reasons).toHaveLength(failed.length);
    for (const reason of reasons) expect(reason).toMatch(/is damaged.*restart/);
  });

  test('that is no database at all is set aside and a new one begun', async () => {
    const path = await newFile();
    await copyFile(fileURLToPath(import.meta.url), path);
    const app = await open({ databaseUrl: `file:${path}` });
    expect(app.notices).toHaveLength(1);
    const say = talk(app, 'user');
    await say(OPENING);
    expect((await say(FOLLOW_UP)).text).toBe(completed);
  });
});

describe('a database locked by another program', () => {
  test('at the start: a notice, kind replies, and all is well once it is free', async () => {
    const path = await newFile();
    const release = await lock(path);
    const log: Record<string, unknown>[] = [];
    const app = await open({ databaseUrl: `file:${path}`, log: (event) => log.push(event) });
    expect(app.notices).toEqual([expect.stringMatching(/locked by another program.*as soon as it is free/)]);
    const say = talk(app, 'user');
    expect(await say(OPENING)).toMatchObject({ status: 'error_internal', text: wording.broken });
    expect(log).toContainEqual({
      event: 'turn_failed',
      error: 'StoreError',
      reason: expect.stringContaining('locked'),
    });
    await release();
    await say(OPENING);
    expect((await say(FOLLOW_UP)).text).toBe(completed);
  });

  test('while in use: the turn that could not be kept is as if it had not been', async () => {
    const path = await newFile();
    const app = await open({ databaseUrl: `file:${path}` });
    const say = talk(app, 'user');
    await say(OPENING);
    const release = await lock(path);
    expect(await say('急诊没备案怎么办')).toMatchObject({ status: 'error_internal', text: wording.broken });
    await release();
    expect((await say(FOLLOW_UP)).text).toBe(completed);
  });
});

describe('a session that cannot be used', () => {
  const NOT_READ = [{ event: 'session_unreadable', reason: expect.any(String) }];

  test.each([
    ['of a newer version, after a step back', '"v":1', '"v":99', NOT_READ],
    ['of another shape', '"unclear":0', '"unclear":"much"', NOT_READ],
    ['without its envelope', '"v":1', '"w":1', NOT_READ],
    ['that is no JSON', '{', '[', NOT_READ],
  ])('%s is begun anew', async (_, from, to, told) => {
    const path = await filled(3);
    await tamper(path, from, to);
    const log: Record<string, unknown>[] = [];
    const app = await open({ databaseUrl: `file:${path}`, log: (event) => log.push(event) });
    const say = talk(app, 'user 1');
    expect((await say(FOLLOW_UP)).text).toBe(fresh);
    expect(log.filter(({ event }) => event !== 'turn')).toEqual(told);
    expect(JSON.stringify(log)).not.toMatch(/备案|user 1/);
    await say(OPENING);
    expect((await say(FOLLOW_UP)).text).toBe(completed);
  });
});

test('a session of an older version keeps its situation, and the reply says so once', async () => {
  const path = await filled(3);
  await tamper(path, '"v":1', '"v":0');
  const app = await open({ databaseUrl: `file:${path}` });
  const say = talk(app, 'user 1');
  expect((await say(OPENING)).text).toContain(wording.renewed);
  expect((await say(FOLLOW_UP)).text).toBe(completed);
});

describe.each(['memory', 'a file'])('a session kept in %s', (where) => {
  test('is continued for 30 days by the instant of the message, not longer', async () => {
    const app = await open(where === 'memory' ? {} : { databaseUrl: `file:${await newFile()}` });
    for (const user of ['early', 'late']) await talk(app, user)(OPENING, NOW);
    expect((await talk(app, 'early')(FOLLOW_UP, days(29))).text).toBe(completed);
    expect((await talk(app, 'late')(FOLLOW_UP, days(31))).text).toBe(fresh);
  });
});
