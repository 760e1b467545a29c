import { existsSync, writeFileSync } from 'node:fs';
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
    if (last !== undefined && last.files.length > 0 && typed.trim().toLowerCase() === 's') {
      output.write(`\n${options.wording.saved(save(last.files))}\n\n${options.prompt}`);
      continue;
    }
    const press = pressOf(typed, last);
    const message = press === undefined ? { text: typed } : { press };
    last = await handle({ channel: 'terminal', user: options.user, at: options.now(), message });
    output.write(`\n${renderReply(last, options.wording)}\n\n${options.prompt}`);
  }
  output.write('\n');
}

/** Writes files into the current folder; one that is there already is not overwritten. */
function save(files: Reply['files']): string {
  return files.map(({ name, content }) => written(name, content)).join('、');
}

function written(name: string, content: string): string {
  const [stem, ending] = [name.replace(/\.[^.]*$/, ''), name.slice(name.lastIndexOf('.'))];
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem}-${n}${ending}`;
    if (existsSync(free)) continue;
    writeFileSync(free, content, { flag: 'wx' });
    return free;
  }
}
