import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App, Deps } from '../../src/app.js';
import { visibleText } from '../../src/channels/terminal/json.js';
import type { Reply, Voice } from '../../src/dialogue/types.js';
import { wording } from '../../src/dialogue/wording.js';
import { NOW, testApp } from '../support/app.js';

const say = wording.voice;
const QUESTION = '异地住院要不要备案';

type Ears = NonNullable<Deps['transcribe']>;

let ears: Ears;
let app: App;
let deaf: App;
beforeAll(async () => {
  app = await testApp({ transcribe: (...recording) => ears(...recording), log: (event) => events.push(event) });
  deaf = await testApp();
});
afterAll(() => Promise.all([app.close(), deaf.close()]));

const events: unknown[] = [];
let users = 0;

/** A conversation in which recordings are heard as `words`, or by nobody. */
function start(words: string | Ears | undefined) {
  const { handle } = words === undefined ? deaf : app;
  if (words !== undefined) ears = typeof words === 'string' ? async () => words : words;
  users += 1;
  const own = `user ${users}`;
  const send = async (message: Parameters<typeof handle>[0]['message'], user = own, later = 0) => {
    const reply = await handle({ channel: 'telegram', user, at: new Date(NOW.getTime() + 60_000 * later), message });
    return { ...reply, text: visibleText(reply) };
  };
  const speaks = (more: Partial<Voice> = {}, later = 0) =>
    send(
      { voice: { name: 'voice.ogg', seconds: 5, bytes: 20_000, load: async () => new Uint8Array(3), ...more } },
      own,
      later,
    );
  return {
    speaks,
    types: (text: string) => send({ text }),
    presses: (press: string, user?: string) => send({ press }, user),
  };
}

const pressOf = ({ choices }: Reply, label: string) => choices.find((choice) => choice.label === label)?.press ?? '';

describe('a recording', () => {
  test('is shown, and answered once its words are confirmed', async () => {
    const { speaks, presses, types } = start(QUESTION);
    const shown = await speaks();
    expect(shown.text).toContain(QUESTION);
    expect(shown.choices.map(({ label }) => label)).toEqual([say.yes, say.no]);
    const answered = await presses(pressOf(shown, say.yes));
    expect(answered).toMatchObject({ status: 'answered_curated' });
    expect(answered.text).toBe((await types(QUESTION)).text);
  });

  test.each([
    '对的',
    '是的，没错',
    '听对了，就问这个',
    '听对了',
    '对对对',
    '可以',
    '行',
    'OK',
    '确认',
    '正确',
    '👍',
    '嗯嗯',
    '好的好的',
    '没错呀',
  ])('is confirmed in words: %s', async (yes) => {
    const { speaks, types } = start(QUESTION);
    await speaks();
    const answered = await types(yes);
    expect(answered.text).toBe((await types(QUESTION)).text);
  });

  test.each(['不是', '不对', '不', '没有', '没听对', '不是的', '听错了', '不对！'])(
    'is taken back in words, and answers no question that is open: %s',
    async (no) => {
      const { speaks, types } = start(QUESTION);
      const asked = await types('帮我备案');
      await speaks();
      expect(await types(no)).toMatchObject({ blocks: [{ text: say.again }] });
      expect((await types('继续')).open).toEqual(asked.open);
    },
  );

  test('is confirmed or taken back by voice', async () => {
    let words = QUESTION;
    const { speaks, types } = start(async () => words);
    await speaks();
    words = '对的。';
    expect((await speaks()).text).toBe((await types(QUESTION)).text);
    words = QUESTION;
    await speaks();
    words = '不对';
    expect(await speaks()).toMatchObject({ blocks: [{ text: say.again }] });
  });

  test('is not confirmed by the button of an earlier one', async () => {
    let words = '备案有效期多久';
    const { speaks, presses } = start(async () => words);
    const first = await speaks();
    words = QUESTION;
    const second = await speaks({}, 1);
    expect(await presses(pressOf(first, say.yes))).toMatchObject({ blocks: [{ text: say.over }] });
    expect(await presses(pressOf(second, say.yes))).toMatchObject({ status: 'answered_curated' });
  });

  test('of a personal number alone is not asked about', async () => {
    const { speaks } = start('13812345678');
    expect((await speaks()).blocks).toEqual([{ text: wording.masked }]);
  });

  test('counts as an answer to the question that is open', async () => {
    let words = '';
    const { speaks, types, presses } = start(async () => words);
    const asked = await types('帮我备案');
    expect(asked.open).toMatchObject({ flow: 'filing' });
    words = asked.choices[0]?.label ?? '';
    const shown = await speaks();
    const after = await presses(pressOf(shown, say.yes));
    expect(after.open).not.toEqual(asked.open);
  });

  test('heard wrongly is dropped; so is one that something else was said after', async () => {
    const { speaks, presses, types } = start(QUESTION);
    const first = await speaks();
    expect(await presses(pressOf(first, say.no))).toMatchObject({ blocks: [{ text: say.again }] });
    expect(await presses(pressOf(first, say.yes))).toMatchObject({ blocks: [{ text: say.over }] });
    await speaks();
    await types('备案有效期多久');
    expect(await types('对')).not.toMatchObject({ status: 'answered_curated' });
  });

  test('can be confirmed by nobody else', async () => {
    const { speaks, presses } = start(QUESTION);
    const press = pressOf(await speaks(), say.yes);
    expect(await presses(press, 'somebody else')).toMatchObject({
      status: 'clarify',
      blocks: [{ text: wording.stalePress }],
    });
  });

  test('has its personal numbers masked before it is shown or kept', async () => {
    const { speaks, presses } = start('我的电话13812345678，异地住院要不要备案');
    const shown = await speaks();
    const answered = await presses(pressOf(shown, say.yes));
    expect(JSON.stringify([shown, answered])).not.toContain('13812345678');
    expect(shown.text).toContain(wording.maskedNote);
    expect(answered).toMatchObject({ status: 'answered_curated' });
  });

  test('of danger is heeded at once', async () => {
    const { speaks } = start('救命啊我爸没气了');
    expect(await speaks()).toMatchObject({ status: 'emergency' });
  });
});

describe('a recording gets a kind sentence', () => {
  const fails = async (): Promise<string> => {
    throw new Error('out of order');
  };

  test.each<[string, string | Ears | undefined, Partial<Voice>, string]>([
    ['where nothing hears it', undefined, {}, say.none],
    ['if the service fails', fails, {}, say.failed],
    ['if it cannot be loaded', QUESTION, { load: () => Promise.reject(new Error('gone')) }, say.failed],
    ['if nobody speaks in it', '  ', {}, say.silence],
    ['if it is long', QUESTION, { seconds: 61 }, say.tooLong(60)],
    ['if it is large', QUESTION, { bytes: 2_000_001 }, say.tooLong(60)],
    ['if it says too much', '备'.repeat(1_001), {}, wording.tooLong(1_000)],
  ])('%s', async (_, words, more, sentence) => {
    const { speaks } = start(words);
    expect((await speaks(more)).blocks).toEqual([{ text: sentence }]);
  });

  test('and operators hear of a failure, not of what was said', async () => {
    events.length = 0;
    await start(fails).speaks();
    expect(events).toContainEqual({ event: 'transcribe_failed', error: 'Error' });
  });

  test('and is not even loaded if it is too long, or nothing hears it', async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      return new Uint8Array();
    };
    await start(QUESTION).speaks({ load, seconds: 600 });
    await start(undefined).speaks({ load });
    expect(loads).toBe(0);
  });
});
