import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSecret, readUpdateBody } from '../../../src/channels/telegram/body.js';

async function* chunksOf(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const update = { update_id: 7, message: { text: '异地就医备案，怎么办？😀' } };
const bytes = Buffer.from(JSON.stringify(update));

describe('readUpdateBody', () => {
  test('Chinese cut anywhere comes through whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), async (cuts) => {
        const borders = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const parts = borders.slice(1).map((end, index) => bytes.subarray(borders[index], end));
        expect(await readUpdateBody(chunksOf(...parts))).toEqual({ ok: true, update });
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no JSON', '{"update_id":'],
    ['no id', '{}'],
    ['an id that is no whole number', '{"update_id":"7"}'],
  ])('%s is refused', async (_, text) => {
    expect(await readUpdateBody(chunksOf(Buffer.from(text)))).toEqual({ ok: false, status: 400 });
  });

  test('broken UTF-8 is refused, not guessed at', async () => {
    const broken = Buffer.concat([Buffer.from('{"update_id":7,"a":"'), Buffer.from([0xe5, 0xbc]), Buffer.from('"}')]);
    expect(await readUpdateBody(chunksOf(broken))).toEqual({ ok: false, status: 400 });
  });

  test('more than the limit is refused before all of it is read', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; ; given += 1) yield Buffer.alloc(10);
    }
    expect(await readUpdateBody(endless(), 100)).toEqual({ ok: false, status: 413 });
    expect(given).toBe(10);
    expect(await readUpdateBody(chunksOf(bytes), bytes.length)).toMatchObject({ ok: true });
  });

  test('a body that breaks off is refused', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 5);
      throw new Error('aborted');
    }
    expect(await readUpdateBody(broken())).toEqual({ ok: false, status: 400 });
  });

  test('over HTTP the refusal of a long body still reaches the sender', async () => {
    const server = createServer(async (incoming, response) => {
      const body = await readUpdateBody(incoming, 1_000);
      response.writeHead(body.ok ? 200 : body.status, { connection: 'close' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve) => {
      const sent = request({ port, method: 'POST' }, (answer) => resolve(answer.statusCode));
      // The rest may meet a closed wire; the answer is what counts.
      sent.on('error', () => {});
      sent.write(Buffer.alloc(2_000));
    });
    expect(status).toBe(413);
    server.closeAllConnections();
    server.close();
  });
});

describe('checkSecret', () => {
  test('only the very secret passes, and none without one', () => {
    expect(checkSecret('s3cret', 's3cret')).toBe(true);
    for (const header of ['s3cre', 's3crett', 'S3cret', '', null, undefined]) {
      expect(checkSecret(header, 's3cret')).toBe(false);
    }
    expect(checkSecret('', '')).toBe(false);
    expect(checkSecret(undefined, '')).toBe(false);
  });
});
