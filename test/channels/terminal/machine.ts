import { Readable, Writable } from 'node:stream';
import { serveLines } from '../../../src/channels/terminal/jsonl.js';
import type { Handle } from '../../../src/dialogue/types.js';
import { NOW } from '../../support/app.js';

export type Out = Readonly<Record<string, unknown>>;

/** A stream that keeps what is written to it. */
export function keeping(): { stream: Writable; text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
}

/** The bytes that come out for these bytes in. */
export async function serve(handle: Handle, input: string | Buffer | readonly (string | Buffer)[]): Promise<string> {
  const { stream, text } = keeping();
  const pieces = typeof input === 'string' || Buffer.isBuffer(input) ? [input] : input;
  await serveLines(Readable.from(pieces.map((piece) => Buffer.from(piece))), stream, handle, () => NOW);
  return text();
}

/** What stands in each line that comes out; every line, the last one too, is ended. */
export function parsed(text: string): Out[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Out);
}

/** One line out per line in. */
export const ask = async (handle: Handle, ...lines: (string | object)[]): Promise<Out[]> =>
  parsed(
    await serve(handle, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')),
  );
