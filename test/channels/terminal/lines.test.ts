import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/channels/terminal/lines.js';

async function* streamOf(pieces: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* pieces;
}

async function lines(...pieces: (string | Uint8Array)[]): Promise<string[]> {
  const found: string[] = [];
  for await (const line of linesOf(streamOf(pieces))) found.push(line);
  return found;
}

describe('lines of a stream', () => {
  test.each<[string, string, string[]]>([
    ['each has its end', 'a\nb\n', ['a', 'b']],
    ['the last has none', 'a\nb', ['a', 'b']],
    ['CRLF is one end', 'a\r\nb\r\n', ['a', 'b']],
    ['an empty line is a line', 'a\n\nb\n', ['a', '', 'b']],
    ['only an end', '\n', ['']],
    ['nothing', '', []],
    ['CR alone ends nothing', 'a\rb\n', ['a\rb']],
    ['nor do U+2028, U+2029, U+0085, form feed', 'a\u2028b\u2029c\u0085d\fe\n', ['a\u2028b\u2029c\u0085d\fe']],
    ['Chinese and emoji', '备案😀\n登记', ['备案😀', '登记']],
  ])('%s', async (_, text, expected) => {
    expect(await lines(text)).toEqual(expected);
  });

  test('a character cut in two by the pieces stays whole', async () => {
    const bytes = Buffer.from('备案😀\n');
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await lines(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(['备案😀']);
  });

  test('bytes that are no UTF-8 become marks, and the next line is read', async () => {
    expect(await lines(Buffer.from([0xff, 0xfe, 0x0a, 0x61, 0x0a]))).toEqual(['\ufffd\ufffd', 'a']);
  });

  test('how the stream is cut into pieces does not matter', async () => {
    const unit = fc.constantFrom('a', '备', '😀', '\n', '\r\n', '\u2028', '\r');
    const text = fc.string({ unit, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(90), { maxLength: 6 }), async (whole, cuts) => {
        const bytes = Buffer.from(whole);
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const pieces = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
        expect(await lines(...pieces)).toEqual(await lines(whole));
      }),
    );
  });

  test('a reader that waits with its next line gets the same', async () => {
    const found: string[] = [];
    for await (const line of linesOf(streamOf(['a\nb', 'c\n', 'd']))) {
      await new Promise((resolve) => setImmediate(resolve));
      found.push(line);
    }
    expect(found).toEqual(['a', 'bc', 'd']);
  });
});
