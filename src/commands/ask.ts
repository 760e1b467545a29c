import { writeReply } from '../channels/terminal/json.js';
import { renderReply } from '../channels/terminal/render.js';
import { terminalWording } from '../dialogue/wording.js';
import type { Args } from './args.js';
import { openApp } from './setup.js';

/** One question, one answer; nothing is kept. */
export async function run({ words, flags }: Args): Promise<number> {
  const now = new Date();
  const { app } = await openApp({ memory: true, once: true, now, quiet: true });
  const reply = await app.handle({ channel: 'terminal', user: 'ask', at: now, message: { text: words.join(' ') } });
  process.stdout.write(
    `${flags.has('json') ? JSON.stringify(writeReply(reply)) : renderReply(reply, terminalWording)}\n`,
  );
  await app.close();
  return 0;
}
