import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, createLatch, echo, reply, startBot, stopAtOnce, textOf } from './harness.js';

afterEach(closeAll);

describe('stopping', () => {
  test('the waiting poll is broken off, turns under way are finished, what came is confirmed', async () => {
    const latch = createLatch();
    const { user, api, stop, start } = await startBot(async (incoming) => {
      if (textOf(incoming) === '慢') await latch.opened;
      return reply(textOf(incoming));
    });
    const lan = user(42);
    lan.says('慢');
    await api.until(() => api.calls('getUpdates').length === 2);
    const stopped = stop();
    expect(stop()).toBe(stopped);
    lan.says('停后');
    latch.open();
    await stopped;
    expect(lan.texts()).toEqual(['慢']);
    expect(api.state.updates.map(({ update_id }) => update_id)).toEqual([api.state.nextUpdate]);
    const stopAgain = await start();
    await lan.hears(2);
    await stopAgain();
    expect(lan.texts()).toEqual(['慢', '停后']);
  });
});

test('what came is confirmed on stopping even if no further poll got through', async () => {
  const { user, api, stop } = await startBot(echo);
  const never = new Promise<void>(() => {});
  api.fail('getUpdates', { until: never }, (payload) => payload['timeout'] !== 0 && payload['offset'] !== 0);
  const lan = user(42);
  lan.says('一');
  await lan.hears(1);
  await api.until(() => api.state.faults.length === 0);
  expect(api.state.updates).toHaveLength(1);
  await stop();
  expect(api.state.updates).toEqual([]);
});

test('a turn that does not end is not waited for for ever; it comes again at the next start, and is answered then', async () => {
  let hangs = true;
  const { user, api, stop, start, clock } = await startBot(async (incoming) => {
    if (textOf(incoming) === '久' && hangs) await new Promise(() => {});
    return reply(textOf(incoming));
  });
  const [slow, quick] = [user(1), user(2)];
  slow.says('久');
  quick.says('快');
  await quick.hears(1);
  await stopAtOnce(stop, clock);
  hangs = false;
  const stopAgain = await start();
  await slow.hears(1);
  await stopAgain();
  expect([slow.texts(), quick.texts()]).toEqual([['久'], ['快']]);
  expect(api.state.updates).toEqual([]);
});

test('an answer that cannot be sent while we stop is sent at the next start, without a second turn', async () => {
  let turns = 0;
  const { user, api, stop, start, clock } = await startBot(async (incoming) => {
    turns += 1;
    return reply(textOf(incoming));
  });
  const never = new Promise<void>(() => {});
  api.fail('sendMessage', { until: never });
  const lan = user(42);
  lan.says('一');
  await api.until(() => api.calls('sendMessage').length === 1);
  await stopAtOnce(stop, clock);
  expect(lan.texts()).toEqual([]);
  const stopAgain = await start();
  await lan.hears(1);
  await stopAgain();
  expect([lan.texts(), turns]).toEqual([['一'], 1]);
});
