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

type Options = NonNullable<Command['options']>;

const isMisused = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

/** What stands after the command's name; the reason in words if it cannot be read. */
function read(args: readonly string[], options: Options): Args | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const named = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return { words: positionals, flags: new Set(Object.keys(values)), values: Object.fromEntries(named) };
  } catch (error) {
    if (isMisused(error)) return error.message.split('. ')[0] ?? error.message;
    throw error;
  }
}

/** Shows how something is used: asked for on the output, after a mistake on the error stream. */
function show(text: string, mistake?: string): number {
  if (mistake === undefined) process.stdout.write(text);
  else process.stderr.write(`${mistake}\n${text}`);
  return mistake === undefined ? 0 : 2;
}

async function main(): Promise<number> {
  const [name = 'start', ...rest] = process.argv.slice(2);
  const load = COMMANDS[name];
  const { HELP, usage, usageOf } = await import('./commands/usage.js');
  if (HELP.has(name)) return show(usage());
  if (!load) return show(usage(), `Unknown command "${name}"`);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { run, options = FLAGS } = await load();
  if (rest.some((word) => word.startsWith('-') && HELP.has(word))) return show(usageOf(name, options));
  const args = read(rest, options);
  return typeof args === 'string' ? show(usageOf(name, options), args) : run(args);
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
