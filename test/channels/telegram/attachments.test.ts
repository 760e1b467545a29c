import { afterEach, expect, test } from 'vitest';
import type { Handle, Incoming } from '../../../src/dialogue/types.js';
import { closeAll, ONE_PIXEL, reply, startBot } from './harness.js';

afterEach(closeAll);

const ACTIONS = [
  { press: 'human', label: '转人工' },
  { press: 'wrong', label: '这条不对' },
];

test('what a reply holds as files comes after its text, under their names', async () => {
  const files = [
    { name: 'filing.txt', type: 'text/plain; charset=utf-8', content: '☐ 身份证 <复印件> & "原件"\n' },
    { name: 'filing.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  ];
  const { user } = await startBot(async () => reply('带好这些', { files }));
  const lan = user(42, { group: -1_001, thread: 7 });
  lan.says('@yidi_test_bot 带什么');
  await lan.hears(3);
  expect(lan.texts()).toEqual(['带好这些', '', '']);
  expect(lan.documents()).toEqual(files.map(({ name, content }) => ({ name, content })));
  expect(lan.last()).toMatchObject({ thread: 7, replyTo: undefined });
});

test('a settlement that was asked for as a picture comes as one, with its caption and buttons', async () => {
  const working = [{ id: 'pool', label: '统筹基金支付', working: '10000 × 0.85', value: '8500.00' }];
  const drawn: unknown[] = [];
  const draw = async (lines: unknown) => {
    drawn.push(lines);
    return ONE_PIXEL;
  };
  const picture = reply('', { blocks: [{ text: '谁来付 <这笔钱>' }, { working }], actions: ACTIONS, picture: true });
  const seen: Incoming[] = [];
  const handle: Handle = async (incoming) => {
    seen.push(incoming);
    return picture;
  };
  const { user } = await startBot(handle, { draw });
  const lan = user(1, { group: -1_001 });
  lan.says('@yidi_test_bot 看图');
  await lan.hears(1);
  expect(seen[0]).toMatchObject({ pictures: true, shared: true });
  expect(drawn).toEqual([working]);
  expect(lan.last()).toMatchObject({ photo: { width: 1, height: 1 }, replyTo: expect.any(Number) });
  expect(lan.last()?.text).toContain('谁来付 <这笔钱>');
  expect(lan.buttons()).toEqual(['转人工', '这条不对']);
});

test('a picture that cannot be drawn is told in words', async () => {
  const working = [{ id: 'pool', label: '统筹基金支付', working: '', value: '8500.00' }];
  const handle: Handle = async () => reply('', { blocks: [{ text: '谁来付' }, { working }], picture: true });
  const { user, events } = await startBot(handle, { draw: () => Promise.reject(new Error('no renderer')) });
  const lan = user(42);
  lan.says('看图');
  await lan.hears(1);
  expect(lan.texts()[0]).toContain('谁来付');
  expect(events()).toEqual(['telegram_not_drawn']);
});
