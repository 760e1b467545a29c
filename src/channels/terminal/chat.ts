import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Handle, Reply } from '../../dialogue/types.js';
import { pressOf, renderReply, type TerminalWording } from './render.js';

/** A conversation in the terminal, until the input ends; numbers press the choices shown. */
export async function chat(
  input: Readable,
  output: Writable,
  handle: Handle,
  options: { user: string; now: () => Date; wording: TerminalWording; greeting: string; prompt: string },
): Promise<void> {
  output.write(`${options.greeting}\n\n${options.prompt}`);
  let last: Reply | undefined;
  for await (const typed of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const press = pressOf(typed, last);
    const message = press === undefined ? { text: typed } : { press };
    last = await handle({ channel: 'terminal', user: options.user, at: options.now(), message });
    output.write(`\n${renderReply(last, options.wording)}\n\n${options.prompt}`);
  }
  output.write('\n');
}
