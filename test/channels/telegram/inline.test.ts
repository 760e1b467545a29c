import { afterEach, expect, test } from 'vitest';
import type { Found, Lookup } from '../../../src/dialogue/types.js';
import type { Citation } from '../../../src/policy/source.js';
import type { BotApi } from '../../support/bot-api.js';
import { closeAll, echo, reply, startBot } from './harness.js';

afterEach(closeAll);

const SOURCE: Citation = {
  source: {
    id: 'notice',
    title: '关于异地就医的通知',
    number: '医保发〔2022〕22号',
    issuer: '国家医保局',
    authority: 'national',
    status: 'in_force',
    copy: false,
  },
  place: '第七条',
};

const found = (id: string, text = `${id} 的回答 <真的> & 有依据`): Found => ({
  id,
  title: `${id} 的题目`,
  reply: reply(text, { sources: [SOURCE], actions: [{ press: 'human', label: '转人工' }] }),
});

const finds = (...all: Found[]): Lookup => {
  return () => all;
};

async function answered(api: BotApi, query: string) {
  await api.until(() => api.state.inline.has(query));
  return api.state.inline.get(query);
}

test('key words find answers to insert, with source, place and day, the same for everybody', async () => {
  const asked: unknown[] = [];
  const at = new Date('2026-11-22T02:00:00Z');
  const find: Lookup = (text, when) => {
    asked.push([text, when]);
    return [found('validity')];
  };
  const { api, user } = await startBot(echo, { find, now: () => at });
  const [result, ...more] = (await answered(api, user(1).searches('备案 有效期'))) ?? [];
  expect(asked).toEqual([['备案 有效期', at]]);
  expect(more).toEqual([]);
  expect(result).toMatchObject({ id: 'validity', title: 'validity 的题目' });
  expect(result?.description).toMatch(/^validity 的回答 <真的> & 有依据/);
  expect(result?.input_message_content.message_text).toBe(
    'validity 的回答 &lt;真的&gt; &amp; 有依据\n\n依据：\n· 《关于异地就医的通知》医保发〔2022〕22号 第七条\n\n' +
      '<i>适用：全国 · 2026-11-22 · 资料核对至 2026-11-01</i>',
  );
  expect(api.calls('answerInlineQuery')[0]?.payload).toMatchObject({ cache_time: 300, is_personal: false });
});

test('no more than ten, and none that would not be one message', async () => {
  const many = Array.from({ length: 12 }, (_, i) => found(`e${i}`));
  const { api, user } = await startBot(echo, { find: finds(found('long', '字'.repeat(5_000)), ...many) });
  const results = await answered(api, user(1).searches('备案'));
  expect(results?.map(({ id }) => id)).toEqual(many.slice(0, 9).map(({ id }) => id));
});

test.each([
  ['nothing is found', '公积金', finds()],
  ['nothing is asked', '  ', finds(found('validity'))],
  [
    'the look-up breaks',
    '备案',
    () => {
      throw new Error('broken');
    },
  ],
])('an answer comes even if %s', async (_, words, find) => {
  const { api, user } = await startBot(echo, { find });
  expect(await answered(api, user(1).searches(words))).toEqual([]);
});

test('an answer comes without a look-up, and after trouble on the wire', async () => {
  const { api, user } = await startBot(echo);
  api.fail('answerInlineQuery', { cut: 'before' });
  api.fail('answerInlineQuery', { code: 429, retryAfter: 1 });
  expect(await answered(api, user(1).searches('备案'))).toEqual([]);
});
