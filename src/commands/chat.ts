import { chat } from '../channels/terminal/chat.js';
import { serveLines } from '../channels/terminal/jsonl.js';
import { terminalWording } from '../dialogue/wording.js';
import type { Args } from './args.js';
import { openApp } from './setup.js';

const now = () => new Date();

/** A conversation in the terminal, or with `--jsonl` the machine side of it. */
export async function run({ flags }: Args): Promise<number> {
  const lines = flags.has('jsonl');
  const { app, config } = await openApp({ memory: lines, now: now(), quiet: true });
  const run = config.DATABASE_URL === undefined ? '' : `${now().toISOString()}:`;
  if (lines) await serveLines(process.stdin, process.stdout, app.handle, now, run);
  else {
    const { greeting, prompt } = terminalWording;
    await chat(process.stdin, process.stdout, app.handle, {
      user: 'terminal',
      now,
      wording: terminalWording,
      greeting,
      prompt,
    });
  }
  await app.close();
  return 0;
}
