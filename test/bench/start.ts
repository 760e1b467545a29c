import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED, CONTENT } from '../../src/commands/setup.js';
import { readCompiled, writeCompiled } from '../../src/content/compiled.js';
import { readContent } from '../../src/content/read.js';
import { createChooser } from '../../src/knowledge/choose.js';
import { createLanguage } from '../../src/language/understand.js';
import { line, ms, percentile, timed, times } from './common.js';

const ROUNDS = 7;
const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'yidi-bench-'));

async function median(work: () => unknown): Promise<number> {
  const each: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) each.push((await timed(work)).ms);
  return percentile(each, 0.5);
}

/** Runs node in an empty folder, so that no `.env` of the developer counts. */
function node(...args: string[]): number | null {
  const { status } = spawnSync(process.execPath, args, { cwd: folder, env: {}, stdio: 'ignore' });
  return status;
}

async function program(): Promise<void> {
  const question = ['ask', '备案有效期多久'];
  const code = node(PROGRAM, ...question);
  if (code !== 0) return console.log(`  the compiled program ends with ${code}: run \`npm run build\``);
  if (!readCompiled(COMPILED, CONTENT))
    console.log('  the content has changed since `npm run build`: its YAML is read');
  const bare = await median(() => node('-e', '0'));
  const answer = await median(() => node(PROGRAM, ...question));
  line('node alone', { median: ms(bare) });
  line('to the first answer', { median: ms(answer), 'to node alone': times(answer / bare) });
}

/** What the start is spent on, in a process that has the modules already. */
async function parts(): Promise<void> {
  const yaml = await timed(() => readContent(CONTENT).draft?.knowledge);
  const knowledge = yaml.value;
  if (!knowledge) throw new Error('the content cannot be read: run `npm run check`');
  const compiled = join(folder, 'knowledge.json');
  writeCompiled(compiled, CONTENT, knowledge);
  const read = await timed(() => readCompiled(compiled, CONTENT));
  const words = knowledge.guards.flatMap((guard) => guard.when.flat(2));
  const language = await timed(() => createLanguage(knowledge.glossary, knowledge.aliases, words));
  const chooser = await timed(() => createChooser(knowledge, language.value));
  line('the content from its YAML', { once: ms(yaml.ms) });
  line('the compiled content', { once: ms(read.ms) });
  line('the language', { once: ms(language.ms) });
  line('the chooser', { once: ms(chooser.ms) });
}

await program();
await parts();
rmSync(folder, { recursive: true, force: true });
