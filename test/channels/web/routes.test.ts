import { describe, expect, test } from 'vitest';
import { brokenHandle, postTurn, problemOf, raw, startWeb } from './start.js';

describe('every response', () => {
  test.each([
    ['/', 200],
    ['/page.js', 200],
    ['/healthz', 200],
    ['/nothing', 404],
  ])('%s carries the security headers', async (path, status) => {
    const { url } = await startWeb();
    const response = await fetch(url + path);
    expect(response.status).toBe(status);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
    expect(policy).toMatch(/frame-ancestors 'none'; base-uri 'none'; form-action 'self'$/);
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe(path === '/' || path === '/page.js' ? 'no-cache' : 'no-store');
  });

  test('only Telegram may frame the page, and only that of its bot', async () => {
    const { url } = await startWeb(undefined, { botToken: '1:test' });
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain('frame-ancestors https://web.telegram.org;');
  });

  test('a turn is never stored, a broken handle is a kind 500 that is reported', async () => {
    const { url } = await startWeb();
    expect((await postTurn(url, { text: '一' })).headers.get('cache-control')).toBe('no-store');
    const errors: unknown[] = [];
    const broken = await startWeb({ handle: brokenHandle, seen: [] }, { report: (error) => errors.push(error) });
    expect((await problemOf(await postTurn(broken.url, { text: '秘密' }))).detail).toMatch(/稍后再试/);
    expect(errors).toEqual([new Error('broken')]);
  });
});

describe('paths and methods', () => {
  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '//page.js', '/public/page.js', '/%'])(
    '%s is not found',
    async (path) => {
      const { url } = await startWeb();
      expect(await raw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 404 /);
    },
  );

  test.each([
    ['GET', '/api/turn', 'POST'],
    ['OPTIONS', '/api/turn', 'POST'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/page.js', 'GET, HEAD'],
    ['PUT', '/healthz', 'GET, HEAD'],
  ])('%s %s is not allowed', async (method, path, allow) => {
    const { url } = await startWeb();
    const response = await fetch(url + path, { method });
    expect((await problemOf(response)).status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('HEAD gives the head alone; an unchanged file is not sent again', async () => {
    const { url } = await startWeb();
    const head = await fetch(`${url}/page.css`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const etag = head.headers.get('etag') ?? '';
    expect((await fetch(`${url}/page.css`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('another title stands in the page as text', async () => {
    const { url } = await startWeb(undefined, { title: '<b>医保$&</b>' });
    const page = await (await fetch(url)).text();
    expect(page).toContain('<h1>&#60;b&#62;医保$&#38;&#60;/b&#62;</h1>');
    expect(page).not.toContain('异地就医助手');
  });
});
