import { staffWording } from '../dialogue/wording.js';
import { openApp } from './setup.js';

const MOST = 50;

/** The questions that could not be answered, most frequent first. */
export async function run(): Promise<number> {
  const { app } = await openApp({ memory: false, now: new Date(), quiet: true });
  const rows = await app.gaps.list({ limit: MOST });
  const lines = rows.map(
    (row) => `${row.count}\t${row.status}\t${row.region ?? ''}\t${row.last.slice(0, 10)}\t${row.question}`,
  );
  process.stdout.write(`${lines.join('\n') || staffWording.noGaps}\n`);
  await app.close();
  return 0;
}
