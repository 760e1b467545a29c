import { afterEach, expect, test } from 'vitest';
import type { Handle } from '../../../src/dialogue/types.js';
import type { BotApi } from '../../support/bot-api.js';
import { closeAll, reply, startBot, textOf } from './harness.js';

afterEach(closeAll);

/** Every kind of passing trouble, spread over the first messages. */
function troubled(api: BotApi): void {
  for (let round = 0; round < 20; round += 1) {
    api.fail('sendMessage', { code: 429, retryAfter: 1 });
    api.fail('sendMessage', { code: 502 });
    api.fail('sendMessage', { cut: 'before' });
    api.fail('getUpdates', { cut: 'after' }, ({ offset }) => Number(offset) > 200 + 100 * round);
  }
}

test('1,000 chats at once, with trouble on the wire: each in order, none lost, none answered twice', async () => {
  let running = 0;
  let most = 0;
  const handle: Handle = async (incoming) => {
    running += 1;
    most = Math.max(most, running);
    for (let turns = (textOf(incoming).length * 7 + Number(incoming.user)) % 5; turns > 0; turns -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    running -= 1;
    return reply(textOf(incoming));
  };
  const { user, api, stop } = await startBot(handle, { limits: { running: 16, waiting: 300 } }, troubled);
  const users = Array.from({ length: 1_000 }, (_, index) => user(1_000 + index));
  for (const round of [1, 2, 3]) for (const one of users) one.says(`第${round}句`);
  await api.until(() => api.state.messages.length >= 3_000);
  await stop();
  for (const one of users) expect(one.texts()).toEqual(['第1句', '第2句', '第3句']);
  expect(api.state.messages).toHaveLength(3_000);
  expect(api.state.faults).toEqual([]);
  expect(most).toBeLessThanOrEqual(16);
});
