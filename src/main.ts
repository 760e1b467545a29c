#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Args } from './commands/args.js';
import { ContentError } from './content/problem.js';
import { StoreError } from './store/errors.js';

type Command = {
  readonly run: (args: Args) => Promise<number>;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
};

/** The commands, each loaded only when asked for: a single answer needs no web server and no bot. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./commands/start.js'),
  ask: () => import('./commands/ask.js'),
  chat: () => import('./commands/chat.js'),
  estimate: () => import('./commands/estimate.js'),
  graph: () => import('./commands/graph.js'),
  check: () => import('./commands/check.js'),
  gaps: () => import('./commands/gaps.js'),
  compile: () => import('./commands/compile.js'),
  schema: () => import('./commands/schema.js'),
};

const FLAGS = { json: { type: 'boolean' }, jsonl: { type: 'boolean' } } as const;

async function main(): Promise<number> {
  const [name = 'start', ...rest] = process.argv.slice(2);
  const load = COMMANDS[name];
  if (!load) {
    process.stderr.write(`Unknown command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}\n`);
    return 2;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { run, options = FLAGS } = await load();
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
  const named = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return run({ words: positionals, flags: new Set(Object.keys(values)), values: Object.fromEntries(named) });
}

/** Errors that operators and authors can mend are told without a stack. */
function tell(error: unknown): void {
  const plain =
    error instanceof ContentError ||
    error instanceof StoreError ||
    (error instanceof Error && error.constructor === Error);
  process.stderr.write(
    `${plain || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : error.stack}\n`,
  );
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    tell(error);
    process.exitCode = 1;
  },
);
