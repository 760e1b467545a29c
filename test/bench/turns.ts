import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handle, Reply } from '../../src/dialogue/types.js';
import { testApp } from '../support/app.js';
import { ask, latencies, line, mixedQuestions, ms, percentile, sum, timed, times } from './common.js';

const TURNS = 1_000;
const USERS = 300;
const AT_ONCE = 64;

const questions = mixedQuestions();
const folder = mkdtempSync(join(tmpdir(), 'yidi-bench-'));

/** What a turn costs when nothing is understood, found or written: one look-up and one change of a Map. */
function bareHandle(reply: Reply): Handle {
  const kept = new Map<string, number>();
  return async ({ user }) => {
    kept.set(user, (kept.get(user) ?? 0) + 1);
    return reply;
  };
}

async function oneByOne(name: string, handle: Handle): Promise<number> {
  const each = await latencies(handle, questions, TURNS, USERS);
  const rate = `${((1_000 * TURNS) / sum(each)).toFixed(0)}/s`;
  line(name, { turns: rate, p50: ms(percentile(each, 0.5)), p99: ms(percentile(each, 0.99)) });
  return sum(each) / TURNS;
}

/** Many users at once, so that they share their waits for the disk. */
async function sideBySide(name: string, handle: Handle): Promise<void> {
  const { ms: total } = await timed(async () => {
    for (let i = 0; i < TURNS; i += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, n) => ask(handle, `side:${n}`, questions[(i + n) % questions.length])),
      );
    }
  });
  line(name, { turns: `${((1_000 * Math.ceil(TURNS / AT_ONCE) * AT_ONCE) / total).toFixed(0)}/s` });
}

const inMemory = await testApp();
const inFile = await testApp({ databaseUrl: `file:${join(folder, 'bench.sqlite')}`, turnsPerMinute: 1_000_000 });
await latencies(inMemory.handle, questions, 200, 20);

const bare = await oneByOne('a Map alone', bareHandle(await ask(inMemory.handle, 'sample', questions[0])));
const memory = await oneByOne('kept in memory', inMemory.handle);
const file = await oneByOne('kept in a file, with a rate limit', inFile.handle);
await sideBySide(`the same, ${AT_ONCE} users at once`, inFile.handle);
line('a turn to a Map alone', { 'in memory': times(memory / bare), 'in a file': times(file / bare) });

await inMemory.close();
await inFile.close();
rmSync(folder, { recursive: true, force: true });
