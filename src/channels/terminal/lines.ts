/** Lines of a byte stream, ended by LF or CRLF and by nothing else: U+2028 stays inside its line. The last may lack its end. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const piece of stream) {
    let chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10)) {
      yield ended(Buffer.concat([...rest, chunk.subarray(0, end)]));
      rest = [];
      chunk = chunk.subarray(end + 1);
    }
    if (chunk.length > 0) rest.push(chunk);
  }
  if (rest.length > 0) yield ended(Buffer.concat(rest));
}

const ended = (line: Buffer): string => line.toString('utf8').replace(/\r$/, '');
