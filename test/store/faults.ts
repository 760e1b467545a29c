import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStores } from '../../src/store/open.js';

export const NOW = new Date('2026-11-22T02:00:00.000Z');

const folders: string[] = [];
const children: ChildProcess[] = [];

/** A new folder, removed by `cleanUp`. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'yidi-store-'));
  folders.push(path);
  return path;
}

/** Ends the children and removes the folders of a test. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
}

/** A second process: `hold` takes the exclusive lock of the file, `write` stores values and prints each key acknowledged. */
export function child(mode: 'hold' | 'write', path: string): ChildProcess {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', script, mode, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(started);
  return started;
}

/** Another process holds the exclusive lock of the file from now until the function given back is called. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const holder = child('hold', path);
  if (holder.stdout === null) throw new Error('no output');
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin?.end();
    await once(holder, 'exit');
  };
}

/** A closed file that holds `count` values `v<i>…` under `k<i>` in the namespace `session`. Not opened in this process before. */
export async function filled(count: number): Promise<string> {
  const at = await folder();
  const stores = await openStores(`file:${join(at, 'made.sqlite')}`, { now: NOW, synchronous: 'NORMAL' });
  const keyv = stores.namespace('session');
  await Promise.all(Array.from({ length: count }, (_, i) => keyv.set(`k${i}`, text(i))));
  await stores.close();
  const path = join(at, 'kept.sqlite');
  await copyFile(join(at, 'made.sqlite'), path);
  return path;
}

/** The value that `filled` stores under `k<i>`. */
export const text = (i: number): string => `v${i} ${'内容'.repeat(150)}`;

/** Overwrites a part of the file, from and to given as shares of its length. */
export function damage(path: string, from: number, to: number): void {
  const pages = statSync(path).size / 4096;
  const [first, last] = [Math.floor(pages * from), Math.ceil(pages * to)];
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc((last - first) * 4096, 0x5a), 0, (last - first) * 4096, first * 4096);
  closeSync(file);
}
