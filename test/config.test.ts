import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { configSchema, readConfig } from '../src/config.js';
import { wording } from '../src/dialogue/wording.js';
import { postTurn, replyOf } from './channels/web/start.js';
import { cleanUp, folder } from './store/faults.js';
import { startBotApi, TOKEN } from './support/bot-api.js';
import { createUser } from './support/bot-api-user.js';
import { PROGRAM, type Program, startNode } from './support/program.js';

const DEFAULTS = { HOST: '127.0.0.1', PORT: 8080, LOG_LEVEL: 'info', TURNS_PER_MINUTE: 30 };

describe('readConfig', () => {
  test.each([{}, { PORT: '', SECRET: ' ', DATABASE_URL: '', TELEGRAM_BOT_TOKEN: '\t' }, { PATH: '/bin', HOME: '/' }])(
    'takes its defaults from %j',
    (env) => {
      expect(readConfig(env)).toEqual(DEFAULTS);
    },
  );

  test.each([
    ['DATABASE_URL', ' file:./x.sqlite ', 'file:./x.sqlite'],
    ['SECRET', '0123456789abcdef', '0123456789abcdef'],
    ['HOST', '::1', '::1'],
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['TELEGRAM_BOT_TOKEN', '1:abc\n', '1:abc'],
    ['TELEGRAM_API_ROOT', 'http://127.0.0.1:8081', 'http://127.0.0.1:8081'],
    ['TELEGRAM_WEBHOOK_SECRET', 'AZaz09_-AZaz09_-', 'AZaz09_-AZaz09_-'],
    ['WEB_APP_URL', 'https://example.org/', 'https://example.org/'],
    ['LOG_LEVEL', 'silent', 'silent'],
    ['TURNS_PER_MINUTE', '1', 1],
  ])('reads %s=%j', (name, given, read) => {
    expect(readConfig({ [name]: given })).toEqual({ ...DEFAULTS, [name]: read });
  });

  test.each([
    ['SECRET', 'too-short'],
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['TELEGRAM_API_ROOT', 'not an address'],
    ['TELEGRAM_API_ROOT', 'localhost:8081'],
    ['TELEGRAM_WEBHOOK_URL', 'ftp://example.org/telegram'],
    ['TELEGRAM_WEBHOOK_SECRET', 'too-short'],
    ['TELEGRAM_WEBHOOK_SECRET', 'long enough, with a blank'],
    ['WEB_APP_URL', 'http://example.org/'],
    ['LOG_LEVEL', 'loud'],
    ['TURNS_PER_MINUTE', '0'],
    ['TURNS_PER_MINUTE', 'many'],
  ])('refuses %s=%j by name, without showing the value', (name, given) => {
    const refused = () => readConfig({ [name]: given });
    expect(refused).toThrow(new RegExp(`\\.env\\.example.*\\b${name}\\b`, 's'));
    if (name.endsWith('SECRET')) expect(refused).not.toThrow(given);
  });

  test('takes a webhook only with its secret', () => {
    const url = 'https://example.org/telegram';
    expect(() => readConfig({ TELEGRAM_WEBHOOK_URL: url })).toThrow(/TELEGRAM_WEBHOOK_SECRET: .*anybody could send/);
    const both = { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'a_secret_of_telegram' };
    expect(readConfig(both)).toEqual({ ...DEFAULTS, ...both });
  });

  test('names all that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', SECRET: 'y', LOG_LEVEL: 'z' })).toThrow(/SECRET.*PORT.*LOG_LEVEL/s);
  });
});

describe('.env.example', () => {
  const text = readFileSync(fileURLToPath(new URL('../.env.example', import.meta.url)), 'utf8');
  const given = [...text.matchAll(/^#([A-Z][A-Z_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

  test('names exactly the variables that are read, each once', () => {
    expect(given.map(({ name }) => name).sort()).toEqual(Object.keys(configSchema.shape).sort());
    expect(text.match(/^[^#\n]/m)).toBeNull();
  });

  test('shows the defaults where it shows a value', () => {
    const shown = Object.fromEntries(given.map(({ name, value }) => [name, value]));
    expect(readConfig(shown)).toEqual({ ...DEFAULTS, DATABASE_URL: 'file:./data/yidi.sqlite' });
  });
});

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
  await cleanUp();
});

/** `npm start` without npm, in an empty folder; ended after the test. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<{ program: Program; home: string }> {
  const home = await folder();
  const database = `file:${join(home, 'kept', 'yidi.sqlite')}`;
  const program = startNode([PROGRAM, 'start'], { cwd: home, env: { DATABASE_URL: database, PORT: '0', ...env } });
  cleanups.push(async () => {
    program.kill('SIGKILL');
    await program.exited;
  });
  return { program, home };
}

const addressOf = async (program: Program): Promise<string> => (await program.prints(/http:\/\/[\d.:]+\d/))[0];

/** The texts of a web reply. */
async function answerOf(url: string, text: string): Promise<string> {
  const { blocks } = await replyOf(await postTurn(url, { text }));
  return blocks.map((block) => ('text' in block ? block.text : '')).join('');
}

async function stopped(program: Program): Promise<void> {
  program.kill('SIGTERM');
  expect(await program.exited).toEqual({ code: 0, signal: null });
}

async function botApi() {
  const api = await startBotApi();
  cleanups.push(api.close);
  return api;
}

describe('npm start', { timeout: 60_000 }, () => {
  test('serves the page and answers until told to stop', async () => {
    const { program, home } = await start();
    const url = await addressOf(program);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('异地就医助手');
    expect(await answerOf(url, '备案有效期多久')).toContain('备案');
    await stopped(program);
    expect(existsSync(join(home, 'kept', 'yidi.sqlite'))).toBe(true);
    expect(existsSync(join(home, 'kept', 'secret'))).toBe(true);
    expect(program.err()).not.toContain('备案有效期');
  });

  test('is not to be reached from outside unless told', async () => {
    const { program } = await start();
    const { hostname, port } = new URL(await addressOf(program));
    expect(hostname).toBe('127.0.0.1');
    const outside = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal, family } of outside) {
      if (internal || family !== 'IPv4') continue;
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    }
  });

  test('says what to do about a taken port', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => new Promise((resolve) => taken.close(() => resolve())));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { program } = await start({ PORT: port });
    expect((await program.exited).code).toBe(1);
    expect(program.err()).toMatch(new RegExp(`^port ${port} on 127\\.0\\.0\\.1 is already in use: .*PORT=\\d+`, 'm'));
    expect(program.err()).not.toMatch(/^ {4}at /m);
  });

  test('says which setting is wrong', async () => {
    const { program } = await start({ PORT: 'eighty' });
    expect((await program.exited).code).toBe(1);
    expect(program.err()).toMatch(/\.env\.example\.\nPORT: PORT must be a number\n$/);
  });
});

test('npm run ask keeps nothing, whatever the environment names', { timeout: 60_000 }, async () => {
  const home = await folder();
  const env = { DATABASE_URL: `file:${join(home, 'kept', 'yidi.sqlite')}` };
  const program = startNode([PROGRAM, 'ask', '备案有效期多久'], { cwd: home, env });
  expect(await program.exited).toEqual({ code: 0, signal: null });
  expect(program.out()).toContain('依据：');
  expect(readdirSync(home)).toEqual([]);
});

describe('npm start with a bot', { timeout: 60_000 }, () => {
  const bot = (root: string) => ({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: root });

  test('answers in Telegram what it answers on the web', async () => {
    const api = await botApi();
    const { program } = await start(bot(api.root));
    const url = await addressOf(program);
    const lan = createUser(api, 42);
    lan.says('备案有效期多久');
    await lan.hears(1);
    expect(lan.texts()[0]).toContain(await answerOf(url, '备案有效期多久'));
    await stopped(program);
    // What was received is confirmed: another start does not get it again.
    expect(api.state.updates).toEqual([]);
  });

  test('serves the page while Telegram cannot be reached, and stops at once when told', async () => {
    const gone = await startBotApi();
    await gone.close();
    const { program } = await start(bot(gone.root));
    const url = await addressOf(program);
    await program.prints(/telegram_retry/, 'err');
    expect(await answerOf(url, '备案有效期多久')).toContain('备案');
    await stopped(program);
    expect(program.err()).not.toContain(TOKEN);
  });

  test('tells that Telegram refuses the bot, and tries again', async () => {
    const api = await botApi();
    for (let i = 0; i < 2; i += 1) api.fail('getMe', { code: 401, description: 'Unauthorized' });
    const { program } = await start(bot(api.root));
    const url = await addressOf(program);
    await program.prints(/"event":"telegram_not_started","reason":"Telegram did not accept the bot \(401\)/, 'err');
    expect((await fetch(url)).status).toBe(200);
    const lan = createUser(api, 42);
    lan.says('📷');
    await lan.hears(1);
    expect(lan.texts()).toEqual([wording.empty]);
    await stopped(program);
    expect(program.err()).not.toContain(TOKEN);
  });

  test('takes updates at its webhook, on the path of its address, from who knows the secret', async () => {
    const api = await botApi();
    const secret = 'a_secret_of_telegram';
    const env = { TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:9/hooks/telegram', TELEGRAM_WEBHOOK_SECRET: secret };
    const { program } = await start({ ...bot(api.root), ...env });
    const url = await addressOf(program);
    await api.until(() => api.calls('setMyCommands').length > 0);
    expect(api.calls('setWebhook')[0]?.payload).toMatchObject({ url: env.TELEGRAM_WEBHOOK_URL, secret_token: secret });
    const lan = createUser(api, 42);
    const message = { message_id: 1, from: { id: 42 }, chat: { id: 42, type: 'private' }, text: '备案有效期多久' };
    const post = (token: string) =>
      fetch(`${url}/hooks/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': token },
        body: JSON.stringify({ update_id: 1, message }),
      });
    expect((await post('another_secret_of_nobody')).status).toBe(403);
    expect((await post(secret)).status).toBe(200);
    await lan.hears(1);
    expect(lan.texts()[0]).toContain(await answerOf(url, '备案有效期多久'));
    await stopped(program);
    expect(program.err()).not.toMatch(/备案有效期|a_secret/);
  });
});
