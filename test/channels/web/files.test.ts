import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startWeb } from './start.js';

const FILES = ['/', '/page.js', '/page.css', '/early.js'];

/** The head of an answer with its body unpacked. */
async function sent(url: string, path: string, accepted: string): Promise<{ head: string; body: Buffer }> {
  const answer = await fetch(url + path, { headers: { 'accept-encoding': accepted } });
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { head, body: Buffer.from(await answer.arrayBuffer()) };
}

/** The bytes as they go over the wire. */
const asSent = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });

describe('the files of the page', () => {
  test.each(FILES)(
    '%s is sent small to those who take it, as it is to others, and says on what that depends',
    async (path) => {
      const { url } = await startWeb();
      const plain = await sent(url, path, 'identity');
      const small = await sent(url, path, 'br, gzip;q=0.8');
      expect(plain.head).not.toContain('content-encoding');
      expect(small.head).toContain('content-encoding: gzip');
      expect(small.body.equals(plain.body)).toBe(true);
      for (const { head } of [plain, small]) expect(head).toMatch(/vary: accept-encoding/i);
      const etag = ({ head }: { head: string }) => /etag: (.+)/.exec(head)?.[1];
      expect(etag(small)).not.toBe(etag(plain));
    },
  );

  test.each(['gzip;q=0', 'gzip; q=0.0, br', 'x-gzipped', ''])('"%s" takes none', async (accepted) => {
    const { url } = await startWeb();
    expect((await sent(url, '/page.js', accepted)).head).not.toContain('content-encoding');
  });

  test('the small form is less than half, and is not sent again unchanged', async () => {
    const { url } = await startWeb();
    const headers = { 'accept-encoding': 'gzip' };
    const first = await fetch(`${url}/page.js`, { headers });
    const whole = Buffer.byteLength(await first.text());
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${url}/page.js`, { headers: { ...headers, 'if-none-match': etag } });
    expect([again.status, again.headers.get('vary')?.toLowerCase()]).toEqual([304, 'accept-encoding']);
    const small = await asSent(`${url}/page.js`);
    expect(small.length).toBeLessThan(whole / 2);
    expect(gunzipSync(small)).toHaveLength(whole);
  });

  test('nothing newer than browsers of 2020 stands in the script', async () => {
    const { url } = await startWeb();
    const script = await (await fetch(`${url}/page.js`)).text();
    expect(
      script.match(/\?\?=|\|\|=|&&=|static\s*\{|\.replaceAll\(|\.findLast\(|randomUUID|Object\.hasOwn/),
    ).toBeNull();
  });
});
