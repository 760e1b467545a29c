import { afterEach, expect, test, vi } from 'vitest';
import type { Handle } from '../../../src/dialogue/types.js';
import { closeAll, reply, startBot, textOf } from './harness.js';

afterEach(closeAll);

const CANARY = '我的身份证11010519491231002X';
const LEAKED = /身份证|11010519|987654321|123456789/;

/** Everything this process prints until the test is over. */
function printed(): () => string {
  const said: unknown[] = [];
  const note = (...words: unknown[]) => {
    said.push(...words);
    return true;
  };
  const spies = [
    ...(['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(note)),
    vi.spyOn(process.stderr, 'write').mockImplementation(note),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
    return said.map(String).join('\n');
  };
}

test('neither the log nor the terminal shows what a person wrote or who it was', async () => {
  const handle: Handle = async (incoming) => {
    if (textOf(incoming).startsWith('坏')) throw new Error(CANARY);
    return reply(CANARY, { choices: [{ press: CANARY.repeat(3), label: CANARY }] });
  };
  const output = printed();
  const find = () => {
    throw new Error(CANARY);
  };
  const { user, api, log, stop } = await startBot(handle, { find });
  api.fail('sendMessage', { code: 403, description: CANARY }, ({ chat_id }) => chat_id === 123_456_789);
  for (const code of [400, 429, 500]) {
    api.fail('sendMessage', { code, description: `Bad Request: can't parse entities: ${CANARY}`, retryAfter: 1 });
  }
  api.fail('sendMessage', { code: 400, description: CANARY });
  api.fail('sendMessage', { cut: 'before' });
  api.fail('getUpdates', { code: 409, description: CANARY });
  const lan = user(987_654_321);
  user(123_456_789).says(CANARY);
  lan.searches(CANARY);
  lan.edits(CANARY);
  lan.sends({ photo: [], caption: CANARY });
  for (const text of [CANARY, `坏${CANARY}`, CANARY, CANARY, CANARY, '完']) lan.says(text);
  api.push({ message: { text: CANARY } });
  await api.until(() => api.state.faults.length === 0 && lan.texts().length >= 3);
  await stop();
  expect(output()).not.toMatch(LEAKED);
  expect(log.length).toBeGreaterThan(5);
  expect(JSON.stringify(log)).not.toMatch(LEAKED);
  for (const event of log) expect(['event', 'chat', 'code']).toEqual(expect.arrayContaining(Object.keys(event)));
});
