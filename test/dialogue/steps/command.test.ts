import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.js';
import { wording } from '../../../src/dialogue/wording.js';
import { NOW, type Said, testApp } from '../../support/app.js';

const say = wording.commands;

let app: App;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

type Where = { readonly shared?: boolean; readonly pictures?: boolean };

/** A conversation that can be in a group, or where pictures can be shown. */
function talk(user: string, where: Where = {}) {
  const send = async (message: { text: string } | { press: string }): Promise<Said> => {
    const reply = await app.handle({ channel: 'telegram', user, at: NOW, message, ...where });
    const texts = reply.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
    return { ...reply, text: texts.join('\n') };
  };
  const press = (reply: Said, label: string): Promise<Said> => {
    const button = [...reply.choices, ...reply.actions].find((one) => one.label.includes(label));
    if (!button) throw new Error(`no button ${label}`);
    return send({ press: button.press });
  };
  return { says: (text: string) => send({ text }), press };
}

const labels = (reply: Said): string[] => [...reply.choices, ...reply.actions].map(({ label }) => label);

const SETTLED = '呼和浩特职工，转诊去外地住院，总费用4.8万，自费3000，本地报80%，起付线1200，降10个百分点，能报多少';

describe('/start', () => {
  test('greets and offers what to do', async () => {
    const reply = await talk('start').says('/start');
    expect(reply).toMatchObject({ status: 'smalltalk', text: say.hello, open: null });
    expect(reply.choices.length).toBeGreaterThan(1);
  });

  test('with f_ begins that task, and goes on with it the second time', async () => {
    const { says } = talk('start f');
    expect((await says('/start f_estimate')).open?.flow).toBe('estimate');
    await says('呼和浩特');
    expect((await says('/start f_estimate')).open?.slot).not.toBe('insured_region');
  });

  test('with e_ answers that entry, which a follow-up may lean on', async () => {
    const { says } = talk('start e');
    const reply = await says('/start e_filing_validity');
    expect(reply).toMatchObject({
      status: 'answered_curated',
      text: (await talk('plain').says('备案有效期多久')).text,
    });
    expect((await says('那临时外出的呢')).text).toContain('6个月');
  });

  test.each(['f_nowhere', 'e_nothing', 'x_filing', 'f_', 'f_constructor', 'f_a.b', '备案', 'f_filing extra'])(
    'with %s, which leads nowhere, greets and says so',
    async (payload) => {
      const reply = await talk(payload).says(`/start ${payload}`);
      expect(reply.text).toBe(`${say.unknownLink}\n${say.hello}`);
    },
  );
});

describe('commands', () => {
  test('/help names them all, and an unknown one is said to be none', async () => {
    const { says } = talk('help');
    const help = (await says('/help')).text;
    for (const { command, description } of say.list) expect(help).toContain(`/${command}　${description}`);
    for (const other of ['/nothing', '/constructor', '/START_NOW']) {
      expect((await says(other)).text).toBe(`${say.unknown}\n${help}`);
    }
  });

  test('/ask asks what stands after it, in any spelling; alone it says how', async () => {
    const { says } = talk('ask');
    const plain = (await talk('plain ask').says('备案有效期多久')).text;
    for (const asked of [
      '/ask 备案有效期多久',
      '/ASK  备案有效期多久',
      '／ask 备案有效期多久',
      '/ask@yidi_bot 备案有效期多久',
    ]) {
      expect((await says(asked)).text).toBe(plain);
    }
    expect((await says('/ask')).text).toBe(say.askWhat);
    expect((await says('/ask 我胸口剧痛喘不上气，救命')).status).toBe('emergency');
  });

  test('/estimate, /cancel and /continue walk, leave and take up a task', async () => {
    const { says } = talk('walk');
    expect((await says('/continue')).text).toBe(wording.guided.nothingOpen);
    expect((await says('/estimate')).open).toEqual({ flow: 'estimate', slot: 'insured_region' });
    expect((await says('/cancel')).open).toBeNull();
    expect((await says('/continue')).open).toEqual({ flow: 'estimate', slot: 'insured_region' });
  });

  test('/human hands off; /checklist offers the tasks that end with a list', async () => {
    const { says } = talk('others');
    expect((await says('/human')).status).toBe('handed_off');
    const list = await says('/checklist');
    expect(list.text).toBe(say.noChecklist);
    expect(list.choices.length).toBeGreaterThan(0);
  });

  test('in the middle of a task they answer for themselves, and the task stays open', async () => {
    const { says } = talk('middle');
    const open = (await says('/estimate')).open;
    for (const command of ['/help', '/settings', '/forget', '/start', '/checklist']) {
      expect(await says(command)).toMatchObject({ status: 'smalltalk', open: null });
    }
    expect((await says('/continue')).open).toEqual(open);
  });
});

describe('/forget', () => {
  test('deletes everything, after it was confirmed', async () => {
    const { says, press } = talk('forget');
    await says('我在呼和浩特参保');
    await says('/estimate');
    const stayed = await press(await says('/forget'), say.forgetNo);
    expect(stayed.text).toContain(say.stayed);
    expect((await says('/settings')).text).toContain('呼和浩特');
    expect((await press(await says('/forget'), say.forgetYes)).text).toBe(wording.forgot);
    expect(await app.forget('telegram', 'forget')).toBe(false);
    expect((await says('/continue')).text).toBe(wording.guided.nothingOpen);
    expect((await says('/settings')).text).toContain(say.noRegion);
  });

  test("is not done by another user's button", async () => {
    const owner = talk('owner');
    await owner.says('我在呼和浩特参保');
    const asked = await owner.says('/forget');
    const other = await talk('other').press(asked, say.forgetYes);
    expect(other.text).toBe(wording.stalePress);
    expect((await owner.says('/settings')).text).toContain('呼和浩特');
  });
});

describe('/settings', () => {
  test('shows the region that is remembered, and drops it', async () => {
    const { says, press } = talk('region');
    await says('我在呼和浩特参保');
    const settings = await says('/settings');
    expect(settings.text).toContain(say.region('呼和浩特'));
    expect((await press(settings, say.dropRegion)).text).toContain(say.noRegion);
    expect((await says('备案有效期多久')).region).toBeNull();
  });

  test('short replies leave out sources and working, which a button brings back', async () => {
    const { says, press } = talk('short');
    const long = await says('备案有效期多久');
    await press(await says('/settings'), say.makeShort);
    const short = await says('备案有效期多久');
    expect(short).toMatchObject({ text: long.text, sources: [] });
    expect((await press(short, say.why)).sources).toEqual(long.sources);
    await press(await says('/settings'), say.makeLong);
    expect((await says('备案有效期多久')).sources).toEqual(long.sources);
  });

  test('a settlement comes back whole, an older one says it has gone', async () => {
    const { says, press } = talk('short estimate');
    await press(await says('/settings'), say.makeShort);
    const before = await app.handle({
      channel: 'telegram',
      user: 'short estimate',
      at: new Date(NOW.getTime() - 1_000),
      message: { text: '备案有效期多久' },
    });
    const short = await says(SETTLED);
    expect(short.status).toBe('outcome');
    expect(short.blocks.some((block) => 'working' in block)).toBe(false);
    const whole = await press(short, say.why);
    expect(whole.blocks.some((block) => 'working' in block)).toBe(true);
    expect(whole.text).toBe(short.text);
    expect((await press({ ...before, text: '' }, say.why)).text).toBe(say.whyGone);
  });
});

describe('what a channel is told', () => {
  test('a press that answers its question settles it; one that answers nothing does not', async () => {
    const { says, press } = talk('settled');
    const first = await says('/start f_estimate');
    expect(first.settled).toBeUndefined();
    const second = await says('呼和浩特');
    expect((await press(second, '转人工')).settled).toBeUndefined();
    const third = await press(second, second.choices[0]?.label ?? '');
    expect(third).toMatchObject({ status: 'asking', settled: true });
    expect((await press(second, second.choices[0]?.label ?? '')).settled).toBeUndefined();
    expect((await press(third, wording.guided.cancel)).settled).toBe(true);
  });

  test('a picture is offered only where one can be shown, and is the settlement at hand', async () => {
    const { says, press } = talk('picture', { pictures: true });
    const settlement = await says(SETTLED);
    const picture = await press(settlement, say.picture);
    expect(picture.picture).toBe(true);
    const working = (reply: Said) => reply.blocks.find((block) => 'working' in block);
    expect(working(picture)).toEqual(working(settlement));
    expect(labels(picture)).not.toContain(say.picture);
    expect(labels(await talk('no picture').says(SETTLED))).not.toContain(say.picture);
  });

  test('where others read along a task goes on in private, and leaves nothing open', async () => {
    const { says, press } = talk('group', { shared: true });
    const reply = await says('/estimate');
    expect(reply).toMatchObject({ status: 'clarify', open: null, privately: 'f_estimate' });
    expect((await says('备案有效期多久')).open).toBeNull();
    const offered = await press(await says('/start'), '备案');
    expect(offered.privately).toBe('f_filing');
    expect((await says(SETTLED)).status).toBe('outcome');
  });
});
