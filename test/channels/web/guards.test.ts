import { describe, expect, test } from 'vitest';
import { postTurn, problemOf, raw, startWeb } from './start.js';

describe('requests from elsewhere', () => {
  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense'])(
    'Origin %s is refused',
    async (origin) => {
      const { url, seen } = await startWeb();
      const response = await postTurn(url, { text: '一' }, { origin });
      expect((await problemOf(response)).status).toBe(403);
      expect(seen).toEqual([]);
    },
  );

  test('our own Origin is let in', async () => {
    const { url } = await startWeb();
    expect((await postTurn(url, { text: '一' }, { origin: url })).status).toBe(200);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'content type "%s" is refused',
    async (type) => {
      const { url, seen } = await startWeb();
      const response = await postTurn(url, { text: '一' }, { 'content-type': type });
      expect((await problemOf(response)).status).toBe(415);
      expect(seen).toEqual([]);
    },
  );

  test('JSON with a charset is JSON', async () => {
    const { url } = await startWeb();
    const response = await postTurn(url, { text: '一' }, { 'content-type': 'Application/JSON; charset=utf-8' });
    expect(response.status).toBe(200);
  });
});

describe('bodies', () => {
  test.each([
    ['', 400],
    ['{', 400],
    ['null', 400],
    ['[]', 400],
    ['"text"', 400],
    ['{}', 400],
    ['{"text":1}', 400],
    ['{"text":null,"press":"a"}', 400],
    ['{"text":"a","press":"b"}', 400],
    ['{"press":""}', 400],
    [JSON.stringify({ press: 'a'.repeat(65) }), 400],
    [JSON.stringify({ press: '备'.repeat(22) }), 400],
    [JSON.stringify({ text: '长'.repeat(6000) }), 413],
  ])('%.40s is refused in Chinese', async (body, status) => {
    const { url, seen } = await startWeb();
    const { status: said, detail } = await problemOf(await postTurn(url, body));
    expect(said).toBe(status);
    expect(detail).toMatch(/^\p{Script=Han}.*。$/u);
    expect(seen).toEqual([]);
  });

  test('a body without a declared length is measured as it comes', async () => {
    const { url, seen } = await startWeb();
    const body = `{"text":"${'a'.repeat(20_000)}"}`;
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const head = 'Host: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    expect(await raw(url, `POST /api/turn HTTP/1.1\r\n${head}${chunked}`)).toMatch(/^HTTP\/1.1 413 /);
    expect(seen).toEqual([]);
  });

  test('an empty text and 1,000 characters go through: the dialogue judges them', async () => {
    const { url, seen } = await startWeb();
    await postTurn(url, { text: '' });
    await postTurn(url, { text: '长'.repeat(1000) });
    expect(seen).toHaveLength(2);
  });
});
