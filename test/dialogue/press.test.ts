import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { STATUSES } from '../../src/dialogue/types.js';
import { wording } from '../../src/dialogue/wording.js';
import { talk, testApp } from '../support/app.js';

let app: App;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** A conversation in which a task is open, and the mark its buttons carry. */
async function filingOpen(user: string) {
  const say = talk(app, user);
  const { choices } = await say('我要备案');
  const press = choices[0]?.press ?? '';
  return { say, press, tag: press.split(':').at(-1) ?? '' };
}

describe('a press that no button of this conversation has', () => {
  test.each([
    '',
    ':',
    'a',
    'f:back',
    'constructor:TAG',
    '__proto__:TAG',
    'f:constructor.filing:TAG',
    'f:toString.filing:TAG',
    'f:start.nothing:TAG',
    'f:resume.nothing:TAG',
    'f:edit.filing.nothing:TAG',
    'f:set.filing.referral:TAG',
    'a:filing:000000:0:referral:TAG',
    'a:nothing:000000:0:referral:TAG',
    'a:filing:VERSION:999:referral:TAG',
    'a:filing:VERSION:-1:referral:TAG',
    'a:filing:VERSION:0:no_such_kind:TAG',
    'a:filing:VERSION:0:TAG',
    'ask:nothing:TAG',
    'c:nothing:TAG',
    `ask:${'长'.repeat(500)}:TAG`,
  ])('%s explains itself and changes nothing', async (raw) => {
    const { say, press, tag } = await filingOpen(raw);
    const version = press.split(':')[2] ?? '';
    const reply = await say({ press: raw.replace('TAG', tag).replace('VERSION', version) });
    expect(reply.status).toBe('clarify');
    expect(reply.open).toEqual({ flow: 'filing', slot: 'kind' });
    expect(STATUSES).toContain((await say('继续')).status);
    expect((await say('上一步')).text).toContain(wording.guided.nothingBefore);
  });

  test('a button of someone else', async () => {
    const [mine, other] = [await filingOpen('mine'), await filingOpen('other')];
    expect((await mine.say({ press: other.press })).text).toContain(wording.stalePress);
    expect((await mine.say({ press: mine.press })).open?.slot).toBe('for_whom');
  });

  test('a button pressed twice answers once', async () => {
    const { say, press } = await filingOpen('twice');
    const [first, second] = await Promise.all([say({ press }), say({ press })]);
    expect(first.open?.slot).toBe('for_whom');
    expect(second).toMatchObject({ status: 'clarify', open: { slot: 'for_whom' } });
    expect(second.text).toContain(wording.guided.oldButton);
  });
});
