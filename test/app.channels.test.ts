import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/app.js';
import { writeReply } from '../src/channels/terminal/json.js';
import type { WebReply } from '../src/channels/web/render.js';
import type { Choice } from '../src/dialogue/types.js';
import { telegramWording, wording } from '../src/dialogue/wording.js';
import { closeAll, startBot } from './channels/telegram/harness.js';
import { cookieOf, postTurn, replyOf, startWeb } from './channels/web/start.js';
import { cleanUp, folder } from './store/faults.js';
import { NOW, talk, testApp } from './support/app.js';

const OPENING = '备案有效期多久';
const FOLLOW_UP = '那临时外出的呢';
const GROUP = -1_001;

let app: App;
let questions: readonly string[];

beforeAll(async () => {
  app = await testApp();
  const ofTopics = new Map([...app.knowledge.entries.values()].map((entry) => [entry.topic, entry.questions[0] ?? '']));
  questions = [OPENING, ...ofTopics.values()];
});

afterEach(closeAll);
afterEach(cleanUp);
afterAll(() => app.close());

const bot = () => startBot(app.handle, { wording: telegramWording, now: () => NOW });
const web = () => startWeb({ handle: app.handle, seen: [] }, { now: () => NOW });

const labels = (choices: readonly Choice[]): string[] => choices.map(({ label }) => label);

type Source = { readonly title: string; readonly number: string | null; readonly place: string };

const cited = ({ title, number, place }: Source): string => `${title} ${number ?? ''} ${place}`;

/** What every channel has to show of a reply. */
type Shown = { readonly text: string; readonly sources: readonly string[]; readonly buttons: readonly string[] };

const fromTerminal = async (user: string, text: string): Promise<Shown> => {
  const reply = await talk(app, user)(text);
  const sources = writeReply(reply)['sources'] as Source[];
  return { text: reply.text, sources: sources.map(cited), buttons: labels([...reply.choices, ...reply.actions]) };
};

const fromWeb = ({ blocks, sources, choices, actions }: WebReply): Shown => ({
  text: blocks.map((block) => ('text' in block ? block.text : '')).join('\n'),
  sources: sources.map(cited),
  buttons: labels([...choices, ...actions]),
});

describe('the same question', { timeout: 120_000 }, () => {
  test('gets the same text, sources and buttons in terminal, web and Telegram', async () => {
    const { url } = await web();
    const { user } = await bot();
    expect(questions.length).toBeGreaterThan(10);
    for (const [i, question] of questions.entries()) {
      const terminal = await fromTerminal(`terminal ${i}`, question);
      expect(fromWeb(await replyOf(await postTurn(url, { text: question })))).toEqual(terminal);

      const person = user(i + 1);
      person.says(question);
      await person.hears(1);
      const message = person.last();
      expect(person.texts().join('\n').startsWith(terminal.text)).toBe(true);
      const buttons = message?.keyboard?.inline_keyboard.flat().map((button) => button.text);
      expect(buttons).toEqual(terminal.buttons);
      const bare = (text: string) => text.replace(/[《》\s·]/g, '');
      const lines = message?.text.split('\n').filter((line) => line.startsWith('· ')) ?? [];
      expect(lines.map(bare)).toEqual([...new Set(terminal.sources.map(bare))]);
    }
  });
});

describe('a press', () => {
  test('of an offered choice gives the same answer everywhere', async () => {
    const { url } = await web();
    const say = talk(app, 'pressing');
    const [choice] = (await say(OPENING)).choices;
    const pressed = await say({ press: choice?.press ?? '' });
    expect(pressed.status).toBe('answered_curated');

    const first = await postTurn(url, { text: OPENING });
    const cookie = cookieOf(first);
    const offered = (await replyOf(first)).choices[0];
    expect(offered?.label).toBe(choice?.label);
    const answer = await replyOf(await postTurn(url, { press: offered?.press }, { cookie }));
    expect(fromWeb(answer).text).toBe(pressed.text);

    const lan = (await bot()).user(42);
    lan.says(OPENING);
    await lan.hears(1);
    lan.presses(choice?.label ?? '');
    await lan.hears(2);
    expect(lan.last()?.text.startsWith(pressed.text)).toBe(true);
  });

  test("of another user's button is answered by clarify, and changes nothing for either", async () => {
    const { url } = await web();
    const first = await postTurn(url, { text: OPENING });
    const press = (await replyOf(first)).choices[0]?.press ?? '';
    const other = await postTurn(url, { text: OPENING });
    const stale = await replyOf(await postTurn(url, { press }, { cookie: cookieOf(other) }));
    expect(stale).toMatchObject({ status: 'clarify', blocks: [{ text: wording.stalePress }] });
    for (const given of [first, other]) {
      const next = await replyOf(await postTurn(url, { text: FOLLOW_UP }, { cookie: cookieOf(given) }));
      expect(fromWeb(next).text).toBe((await completed()).text);
    }
  });

  test("of another member's button in a Telegram group is answered by clarify as well", async () => {
    const { user } = await bot();
    const [lan, ma] = [user(1, { group: GROUP }), user(2, { group: GROUP })];
    lan.says(`@yidi_test_bot ${OPENING}`);
    await lan.hears(1);
    const label = lan.last()?.keyboard?.inline_keyboard[0]?.[0]?.text ?? '';
    ma.presses(label);
    await lan.hears(2);
    expect(lan.texts()[1]).toBe(wording.stalePress);
  });
});

/** What the follow-up gets after the opening. */
async function completed(): Promise<Shown> {
  const user = 'whole';
  await fromTerminal(user, OPENING);
  return fromTerminal(user, FOLLOW_UP);
}

describe('at once', { timeout: 120_000 }, () => {
  test('two messages of one user are answered in order, the second in the light of the first', async () => {
    const say = talk(app, 'hasty');
    const replies = await Promise.all([say(OPENING), say(FOLLOW_UP)]);
    const wanted = [(await fromTerminal('calm', OPENING)).text, (await completed()).text];
    expect(replies.map(({ text }) => text)).toEqual(wanted);

    const lan = (await bot()).user(42);
    lan.says(OPENING);
    lan.says(FOLLOW_UP);
    await lan.hears(2);
    expect(lan.texts().map((text, i) => text.startsWith(wanted[i] ?? '?'))).toEqual([true, true]);
  });

  test('200 users get each their own answer, in Telegram and on the web', async () => {
    const { url } = await web();
    const { user } = await bot();
    const wanted = await Promise.all(questions.map(async (question, i) => fromTerminal(`one ${i}`, question)));
    const turns = Array.from({ length: 200 }, (_, i) => i % questions.length);
    const people = turns.map((turn, i) => {
      const person = user(i + 1);
      person.says(questions[turn] ?? '');
      return { turn, person };
    });
    const posts = turns.map(async (turn) => fromWeb(await replyOf(await postTurn(url, { text: questions[turn] }))));
    expect(await Promise.all(posts)).toEqual(turns.map((turn) => wanted[turn]));
    await Promise.all(people.map(({ person }) => person.hears(1)));
    for (const { turn, person } of people) expect(person.texts()[0]?.startsWith(wanted[turn]?.text ?? '?')).toBe(true);
    expect(people.every(({ person }) => person.texts().length === 1)).toBe(true);
  });

  test('200 users, two messages each, over one database file', async () => {
    const kept = await testApp({ databaseUrl: `file:${await folder()}/kept.sqlite`, turnsPerMinute: 30 });
    const wanted = (await completed()).text;
    const replies = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const say = talk(kept, `user ${i}`);
        return Promise.all([say(OPENING), say(FOLLOW_UP)]);
      }),
    );
    expect(new Set(replies.map(([, second]) => second.text))).toEqual(new Set([wanted]));
    await kept.close();
  });
});
