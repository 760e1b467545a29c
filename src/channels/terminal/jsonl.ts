import type { Writable } from 'node:stream';
import type { Handle } from '../../dialogue/types.js';
import { readLine, writeReply } from './json.js';
import { linesOf } from './lines.js';

/**
 * The machine side: one JSON line out per line in, in order, until the input ends.
 * @param now the instant of a line that names none
 * @param run tells the nameless conversations of this run from those of another, where conversations are kept
 */
export async function serveLines(
  input: AsyncIterable<Uint8Array | string>,
  output: Writable,
  handle: Handle,
  now: () => Date,
  run = '',
): Promise<void> {
  let count = 0;
  for await (const line of linesOf(input)) {
    count += 1;
    const out = JSON.stringify(await answerLine(line, handle, now(), `${run}${count}`));
    if (!output.write(`${out}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerLine(line: string, handle: Handle, now: Date, fresh: string): Promise<Record<string, unknown>> {
  const read = readLine(line, now, fresh);
  if ('error' in read) return { id: read.id, error: read.error };
  return { id: read.id, conversation: read.conversation, ...writeReply(await handle(read.incoming)) };
}
