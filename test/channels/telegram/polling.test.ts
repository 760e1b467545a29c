import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/channels/telegram/options.js';
import { sleep } from '../../../src/channels/telegram/sleep.js';
import { TOKEN } from '../../support/bot-api.js';
import { closeAll, echo, startBot } from './harness.js';

afterEach(closeAll);

describe('trouble with polling', () => {
  test('409, 500, 429, cut wires and pages that are no JSON: logged, waited out, gone on from', async () => {
    const { user, clock, log, stop } = await startBot(echo, {}, (api) => {
      api.fail('getUpdates', { code: 409, description: 'Conflict: terminated by other getUpdates request' });
      api.fail('getUpdates', { code: 500 });
      api.fail('getUpdates', { cut: 'before' });
      api.fail('getUpdates', { words: '<html>proxy</html>' });
      api.fail('getUpdates', { words: '{"ok":true,"result":{}}' });
      api.fail('getUpdates', { code: 429, retryAfter: 7 });
      api.fail('getUpdates', { code: 401, description: 'Unauthorized' });
    });
    const lan = user(42);
    lan.says('还在吗');
    await lan.hears(1);
    await stop();
    expect(clock.slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 7_000, 60_000]);
    expect(log).toEqual([
      { event: 'telegram_polled_by_another_process', code: 409 },
      { event: 'telegram_poll_failed', code: 500 },
      { event: 'telegram_poll_failed', code: 'ECONNRESET' },
      { event: 'telegram_poll_failed', code: 'no_answer' },
      { event: 'telegram_poll_failed', code: 'unreadable_batch' },
      { event: 'telegram_poll_failed', code: 429 },
      { event: 'telegram_poll_failed', code: 401 },
    ]);
  });

  test('another process that polls with the token: both get their turn, neither dies', async () => {
    const { user, api, start, events } = await startBot(echo);
    const stopOther = await start();
    await api.until(() => events().includes('telegram_polled_by_another_process'));
    await stopOther();
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(lan.texts()[0]).toBe('听到：好');
  });

  test('a poll that hangs is given up', async () => {
    const { user, api, clock, log } = await startBot(echo, {}, (server) => {
      server.fail('getUpdates', { until: new Promise(() => {}) });
    });
    await api.until(() => api.calls('getUpdates').length === 1);
    clock.release(LIMITS.pollSeconds * 1_000 + 10_000);
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(log).toEqual([{ event: 'telegram_poll_failed', code: 'no_answer' }]);
  });

  test('a webhook left over is taken away first', async () => {
    const { user, events } = await startBot(echo, {}, (api) => {
      api.state.webhook = { url: 'https://old.example.org/', secret: undefined };
    });
    const lan = user(42);
    lan.says('好');
    await lan.hears(1);
    expect(events()).toEqual([]);
  });
});

test('on the real clock a time limit that was not needed holds nothing up', async () => {
  const { user, stop } = await startBot(echo, { sleep });
  const lan = user(42);
  lan.says('好');
  await lan.hears(1);
  await stop();
  const aborted = new AbortController();
  const waiting = sleep(3_600_000, aborted.signal);
  aborted.abort();
  await waiting;
  await sleep(3_600_000, aborted.signal);
  await sleep(1);
});

describe('starting', () => {
  test('passing trouble is waited out', async () => {
    const { events } = await startBot(echo, {}, (api) => {
      api.fail('getMe', { code: 502 });
      api.fail('getMe', { cut: 'before' });
      api.fail('deleteWebhook', { code: 429, retryAfter: 2 });
    });
    expect(events()).toEqual(Array(3).fill('telegram_retry'));
  });

  test('a refused token is told in words that do not hold it', async () => {
    const refused = startBot(echo, { token: '2:other-token' });
    await expect(refused).rejects.toThrow('Telegram did not accept the bot (401): check its token and the network');
  });

  test('the fake refuses an unknown method as Telegram does', async () => {
    const { api } = await startBot(echo);
    const answer = await fetch(`${api.root}/bot${TOKEN}/sendFlowers`, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: 'Not Found' },
    ]);
  });
});
