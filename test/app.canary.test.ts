import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/app.js';
import { telegramWording } from '../src/dialogue/wording.js';
import { openStores } from '../src/store/open.js';
import { closeAll, startBot } from './channels/telegram/harness.js';
import { NOW, type Said, talk, testApp } from './support/app.js';
import { ID, idSpellings, leaks, PHONE, phoneSpellings } from './support/canary.js';

const NUMBERS = [
  { name: 'ID', number: ID, spellings: idSpellings, sentence: (typed: string) => `你好，${typed}能报吗` },
  { name: 'phone', number: PHONE, spellings: phoneSpellings, sentence: (typed: string) => `你好，${typed}给我回电` },
];

const MASKED = '遮住';

const PART = 400;

/** The parts of a text in which the number can still be read, in any script and with anything between its digits. */
function leaking(text: string, number: string): string[] {
  const starts = Array.from({ length: Math.ceil((2 * text.length) / PART) }, (_, i) => (i * PART) / 2);
  return starts.map((start) => text.slice(start, start + PART)).filter((part) => leaks(part, number));
}

/** All bytes in a folder: the database, its log of writes, whatever was set aside. At once: SQLite may remove its side files. */
const bytesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('utf8'))
    .join('\n');

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yidi-canary-'));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe.each(NUMBERS)('the $name number', { timeout: 120_000 }, ({ number, spellings, sentence }) => {
  const log: unknown[] = [];
  let folder: string;
  let app: App;

  beforeAll(async () => {
    folder = await newFolder();
    const databaseUrl = `file:${join(folder, 'kept.sqlite')}`;
    app = await testApp({ databaseUrl, turnsPerMinute: 100, log: (event) => log.push(event) });
  });

  afterAll(() => app.close());

  test('has many spellings', () => {
    expect(new Set(spellings).size).toBeGreaterThanOrEqual(30);
  });

  // The spelling is the user's name as well: who asked is not to be found either.
  test.each(spellings)('%j is masked, alone and in a sentence', async (typed) => {
    const say = talk(app, typed);
    let reply: Said | undefined;
    for (const text of [typed, sentence(typed), `${typed}。备案有效期多久`]) {
      reply = await say(text);
      expect(reply.text).toContain(MASKED);
      expect(leaking(JSON.stringify(reply), number)).toEqual([]);
    }
    // What is said to be wrong is kept for the staff, with the question.
    const wrong = reply?.actions.find(({ press }) => press.startsWith('wrong:'));
    const thanks = await say({ press: wrong?.press ?? '' });
    expect(thanks.status).toBe('smalltalk');
    expect(leaking(JSON.stringify([thanks, log.splice(0)]), number)).toEqual([]);
  });

  test('is nowhere in the file, open or closed, though what was asked is', async () => {
    const open = bytesIn(folder);
    await app.close();
    for (const bytes of [open, bytesIn(folder)]) {
      expect(bytes).toMatch(/〔(身份证号|手机号)〕/);
      expect(leaking(bytes, number)).toEqual([]);
    }
  });

  test('leaves no trace in what is sent to Telegram, nor in the log', async () => {
    const events: unknown[] = [];
    const databaseUrl = `file:${join(await newFolder(), 'kept.sqlite')}`;
    const real = await testApp({ databaseUrl, log: (event) => events.push(event) });
    const bot = await startBot(real.handle, { wording: telegramWording, now: () => NOW });
    const people = spellings.map((typed, i) => ({ typed, person: bot.user(i + 1) }));
    for (const { typed, person } of people) {
      person.says(typed);
      person.says(sentence(typed));
    }
    await Promise.all(people.map(({ person }) => person.hears(2)));
    await bot.stop();
    await real.close();
    expect(people.filter(({ person }) => !person.texts().every((text) => text.includes(MASKED)))).toEqual([]);
    expect(events.length).toBeGreaterThanOrEqual(2 * spellings.length);
    expect(leaking(JSON.stringify(bot.api.state.calls), number)).toEqual([]);
    expect(leaking(JSON.stringify([events, bot.log]), number)).toEqual([]);
    await closeAll();
  });

  test.each(spellings)('%j would be found if it were kept, logged or sent', async (typed) => {
    const clear = await newFolder();
    const stores = await openStores(`file:${join(clear, 'kept.sqlite')}`, { now: NOW, synchronous: 'NORMAL' });
    await stores.namespace('session').set('user', { question: sentence(typed) });
    expect(leaking(bytesIn(clear), number)).not.toEqual([]);
    await stores.close();
    expect(leaking(bytesIn(clear), number)).not.toEqual([]);
    expect(leaking(JSON.stringify([{ event: 'turn', text: sentence(typed) }]), number)).not.toEqual([]);
  });
});
