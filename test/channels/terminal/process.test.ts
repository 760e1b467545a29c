import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parsed } from './machine.js';

const PROGRAM = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** Runs a command of the built program to its end. */
const done = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
};

describe.skipIf(!existsSync(PROGRAM))('how the program is used', () => {
  test.each([[['--help']], [['help']], [['-h']]])('%j tells every command', (args) => {
    const { status, stdout, stderr } = done(...args);
    expect([status, stderr]).toEqual([0, '']);
    for (const command of ['start', 'ask', 'chat', 'estimate', 'check', 'gaps'])
      expect(stdout).toContain(`  ${command} `);
  });

  test('a command tells its options', () => {
    expect(done('estimate', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/--total …/),
      stderr: '',
    });
  });

  test.each([
    [['nope'], 'Unknown command "nope"'],
    [['chat', '--nope'], "Unknown option '--nope'"],
    [['estimate', '--total'], "Option '--total <value>' argument missing"],
  ])('%j is told in a line, and how it is done', (args, mistake) => {
    const { status, stdout, stderr } = done(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toBe(mistake);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
  });

  test('check names the replies that a fact or a region stands behind, and what it does not know', () => {
    expect(done('check', 'val_04').stdout).toMatch(/^validity\/filing_validity {2}.+$/m);
    expect(done('check', 'val_04').stdout).toMatch(/^flows\/filing#\w+ {2}.+$/m);
    expect(done('check', '150100').stdout).toMatch(/^ratio\/ratio_referral {2}/m);
    expect(done('check', 'nope')).toMatchObject({ status: 1, stdout: expect.stringContaining('nope') });
  });
});

describe.skipIf(!existsSync(PROGRAM))('the built program (npm run build)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yidi-chat-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the program in an empty folder, with none of the settings of this machine. */
  const run = (input: string | Buffer, settings: Readonly<Record<string, string>> = {}) =>
    new Promise<{ code: number | null; out: string; errors: string }>((resolve, reject) => {
      const { DATABASE_URL: _, SECRET: __, TELEGRAM_BOT_TOKEN: ___, ...env } = process.env;
      const child = spawn(process.execPath, [PROGRAM, 'chat', '--jsonl'], {
        cwd: folder,
        env: { ...env, ...settings },
      });
      const [out, errors]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (piece: Buffer) => out.push(piece));
      child.stderr.on('data', (piece: Buffer) => errors.push(piece));
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() }),
      );
      child.stdin.end(input);
    });

  const LINES = [
    '{"id":"1","conversation":"a","text":"备案有效期多久","at":"2026-11-22T10:00:00+08:00"}',
    '',
    '{"id":3,"conversation":"a","text":"那临时的呢","at":"2026-11-22T10:01:00+08:00"}\r',
    'broken',
    '{"id":"5","press":"nothing","at":"2026-11-22T10:02:00+08:00"}',
  ].join('\n');

  test('answers line by line and ends with 0 when the input ends', async () => {
    const { code, out, errors } = await run(LINES);
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([
      { id: '1', conversation: 'a', status: 'answered_curated', on: '2026-11-22' },
      { id: null, error: expect.any(String) },
      { id: 3, status: 'answered_curated' },
      { id: null, error: expect.any(String) },
      { id: '5', status: 'clarify' },
    ]);
  });

  test('gives the same bytes for the same input', async () => {
    const [one, other] = await Promise.all([run(LINES), run(LINES)]);
    expect(one.out).not.toBe('');
    expect(other.out).toBe(one.out);
  });

  test('ends with 0 when nothing comes in', async () => {
    expect(await run('')).toEqual({ code: 0, out: '', errors: '' });
  });

  test('survives bytes that are no text', async () => {
    const { code, out } = await run(Buffer.from([0xff, 0x00, 0x0a, 0xc3, 0x28, 0x0a]));
    expect(code).toBe(0);
    expect(parsed(out)).toHaveLength(2);
  });

  test('keeps nothing where it runs', async () => {
    await run(LINES);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('with a database, a line without a conversation knows nothing of the run before', async () => {
    const place = mkdtempSync(join(tmpdir(), 'yidi-kept-'));
    const settings = { DATABASE_URL: `file:${join(place, 'kept.sqlite')}`, SECRET: 'a secret for tests only' };
    await run('{"text":"我在呼和浩特参保，备案有效期多久"}', settings);
    const { out } = await run('{"id":1,"text":"备案有效期多久"}', settings);
    rmSync(place, { recursive: true, force: true });
    expect(parsed(out)).toMatchObject([{ id: 1, region: null }]);
  });
});
