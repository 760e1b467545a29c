import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.js';
import type { TelegramOptions } from '../../../src/channels/telegram/options.js';
import { drawSettlement } from '../../../src/commands/pictures.js';
import { telegramMenu, telegramWording, wording } from '../../../src/dialogue/wording.js';
import { NOW, testApp } from '../../support/app.js';
import type { createUser } from '../../support/bot-api-user.js';
import { closeAll, startBot } from './harness.js';
import { closeHooked, startHooked } from './hooked.js';

let app: App;

beforeAll(async () => {
  app = await testApp();
});
afterEach(closeAll);
afterEach(closeHooked);
afterAll(() => app.close());

const { app: _app, ...menu } = telegramMenu;

const OPTIONS: Partial<TelegramOptions> = { wording: telegramWording, menu, draw: drawSettlement, now: () => NOW };

type Person = ReturnType<typeof createUser>;

/** The bot as it is run: polling, or behind a webhook. */
const WAYS = {
  polling: async () => startBot(app.handle, { ...OPTIONS, find: app.lookup }),
  webhook: async () => {
    const bot = await startHooked(app.handle, { ...OPTIONS, find: app.lookup });
    await bot.start();
    return bot;
  },
};

let people = 0;

/** Somebody who says or presses one thing after another, each when the one before is answered. */
function inTurn(person: Person) {
  let heard = 0;
  const answered = async (act: () => unknown): Promise<string> => {
    act();
    heard += 1;
    await person.hears(heard);
    return person.last()?.text ?? '';
  };
  return {
    says: (text: string) => answered(() => person.says(text)),
    presses: (label: string) =>
      answered(() => person.presses(person.buttons().find((one) => one.includes(label)) ?? label)),
    /** Messages that come along with an answer. */
    alsoHears: async (count: number) => {
      heard += count;
      await person.hears(heard);
    },
  };
}

describe.each(Object.entries(WAYS))('by %s', (_, startWay) => {
  const start = async () => {
    const bot = await startWay();
    people += 1;
    const person = bot.user(people);
    return { bot, person, ...inTurn(person) };
  };

  test('a bill is worked out by buttons and words, shown as a table, and drawn', async () => {
    const { bot, person, says, presses } = await start();
    expect(await says('/start')).toBe(wording.commands.hello);
    expect(await presses('算一算')).toContain('参保地是哪个城市');
    await says('呼和浩特');
    const question = person.last();
    await presses('转诊');
    await bot.api.until(() => question?.keyboard?.inline_keyboard.length === 1);
    expect(question?.keyboard?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^✓ .*转诊/),
    ]);
    await says('/cancel');
    const settled = await says(
      '呼和浩特职工，转诊住院，总费用4.8万，自费3000，本地报80%，起付线1200，降10个百分点，能报多少',
    );
    expect(settled).toContain('医保能报');
    const { html = '' } = person.last() ?? {};
    expect(html.match(/<pre>/g)).toHaveLength(1);
    expect(html).toMatch(/<pre>[^<]*统筹基金支付[^<]*\d+\.\d\d[^<]*<\/pre>\n<blockquote expandable>/);
    await presses(wording.commands.picture);
    expect(person.last()).toMatchObject({ photo: { width: 1440 }, text: expect.stringContaining('谁来付') });
    expect(bot.log).toEqual([]);
  });

  test('a task that ends with a list sends it as a file too', async () => {
    const { person, says, presses, alsoHears } = await start();
    let text = await says('/start f_filing');
    for (let step = 0; step < 20 && !text.includes(wording.guided.checklist); step += 1) {
      const [first = ''] = person.buttons();
      const isWayOut = first === wording.guided.back || first === wording.guided.cancel;
      text = isWayOut ? await says('呼和浩特') : await presses(first);
    }
    await alsoHears(1);
    const [list] = person.documents();
    expect(list?.name).toBe('filing.txt');
    expect(list?.content).toContain('☐');
  });

  test('old buttons explain themselves, and change nothing', async () => {
    const { person, says, presses } = await start();
    await says('/estimate');
    await says('呼和浩特');
    const before = person.buttons()[0] ?? '';
    await says('转诊');
    person.presses(before);
    await person.hears(4);
    expect(person.last()?.text).toContain(wording.guided.oldButton);
    await presses(wording.guided.resume);
    expect(person.last()?.text).not.toContain('参保地是哪个城市');
  });

  test('a group gets answers, and a link to a private chat for what is personal', async () => {
    const bot = await startWay();
    const [lan, ma] = [bot.user(9_001, { group: -77 }), bot.user(9_002, { group: -77 })];
    lan.says('/ask 备案有效期多久');
    await lan.hears(1);
    expect(lan.last()?.text).toContain('6个月');
    ma.says('@yidi_test_bot 我要备案');
    await ma.hears(2);
    expect(ma.last()?.keyboard?.inline_keyboard.flat()).toContainEqual({
      text: telegramWording.privately,
      url: 'https://t.me/yidi_test_bot?start=f_filing',
    });
    lan.says('大家吃了吗');
    lan.repliesToBot('那临时外出的呢');
    await lan.hears(3);
    expect(lan.last()?.text).toContain('6个月');
  });

  test('key words in another chat find sourced answers', async () => {
    const { bot, person } = await start();
    const query = person.searches('备案有效期');
    await bot.api.until(() => bot.api.state.inline.has(query));
    const [first] = bot.api.state.inline.get(query) ?? [];
    expect(first?.id).toBe('filing_validity');
    expect(first?.input_message_content.message_text).toMatch(/6个月[\s\S]*依据：[\s\S]*适用：全国 · 2026-11-22/);
  });

  test('what was kept is deleted on demand', async () => {
    const { says, presses } = await start();
    await says('我在呼和浩特参保');
    await says('/forget');
    expect(await presses(wording.commands.forgetYes)).toBe(wording.forgot);
    expect(await says('/settings')).toContain(wording.commands.noRegion);
  });
});
