import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiled program. */
export const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

type Options = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };

/** Runs node on `args` with the given environment and no other. */
export function startNode(args: readonly string[], { cwd, env = {} }: Options = {}) {
  const child = spawn(process.execPath, args, { cwd, env: { ...env } });
  const said = { out: '', err: '' };
  let watchers: (() => void)[] = [];
  const changed = (): void => {
    const woken = watchers;
    watchers = [];
    for (const wake of woken) wake();
  };
  let ended = false;
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => {
      ended = true;
      changed();
      resolve({ code, signal });
    });
  });
  for (const stream of ['out', 'err'] as const) {
    child[`std${stream}`].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      changed();
    });
  }
  // Writing to a program that was killed is no trouble of the test's.
  child.stdin.on('error', () => undefined);
  const until = async <T>(look: () => T | undefined | false): Promise<T> => {
    for (;;) {
      const found = look();
      if (found) return found;
      if (ended) throw new Error(`the program ended:\n${said.out}\n${said.err}`);
      await new Promise<void>((resolve) => watchers.push(resolve));
    }
  };
  return {
    /** What it printed so far. */
    out: () => said.out,
    err: () => said.err,
    /** The whole lines it printed so far. */
    lines: () => said.out.split('\n').slice(0, -1),
    /** Resolves with the first match in what it prints; rejects if it ends without. */
    prints: (words: RegExp, stream: 'out' | 'err' = 'out') => until(() => words.exec(said[stream]) ?? undefined),
    /** Resolves once it has printed this many lines. */
    printsLines: (count: number) => until(() => said.out.split('\n').length > count),
    says: (line: string) => void child.stdin.write(`${line}\n`),
    end: () => void child.stdin.end(),
    kill: (signal: 'SIGTERM' | 'SIGKILL') => void child.kill(signal),
    exited,
  };
}

export type Program = ReturnType<typeof startNode>;
