import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { webChannel } from '../../../src/channels/web/server.js';
import { fakeHandle } from '../../support/fake-handle.js';
import { postTurn, replyOf, SECRET, startWeb } from './start.js';

const SOURCE = {
  id: 'example-1',
  title: '示例通知',
  number: '医保发〔20XX〕22号',
  issuer: '示例局',
  authority: 'national',
  status: 'in_force',
  url: 'https://example.org/1',
  copy: false,
} as const;

describe('one turn', () => {
  test('a text goes in and the reply comes out as JSON', async () => {
    const at = new Date('2026-11-22T02:00:00Z');
    const region = { code: '150100', name: '呼和浩特市' };
    const fake = fakeHandle(() => ({
      blocks: [{ text: '要先备案。\n再就医。' }, { steps: ['一', '二'] }],
      choices: [{ press: 'c:1', label: '转诊' }],
      sources: [{ source: SOURCE, place: '第七条' }],
      open: { flow: 'filing', slot: 'purpose' },
      region,
    }));
    const { url, seen } = await startWeb(fake, { now: () => at });
    const response = await postTurn(url, { text: '怎么备案' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'answered_curated',
      blocks: [{ text: '要先备案。\n再就医。' }, { steps: ['一', '二'] }],
      choices: [{ press: 'c:1', label: '转诊' }],
      actions: [
        { press: 'a:human', label: '转人工' },
        { press: 'a:wrong', label: '这条不对' },
      ],
      sources: [
        {
          id: 'example-1',
          title: '示例通知',
          number: '医保发〔20XX〕22号',
          place: '第七条',
          url: 'https://example.org/1',
        },
      ],
      files: [],
      open: { flow: 'filing', slot: 'purpose' },
      region,
      on: '2026-11-22',
      checked: '2026-11-01',
      said: null,
    });
    expect(seen).toEqual([{ channel: 'web', user: expect.any(String), at, message: { text: '怎么备案' } }]);
  });

  test('a press goes in as it was given', async () => {
    const { url, seen } = await startWeb();
    const response = await postTurn(url, { press: 'filing@3:purpose=referral' });
    expect(response.status).toBe(200);
    expect(seen[0]?.message).toEqual({ press: 'filing@3:purpose=referral' });
  });

  test('a source without number and web link has null there', async () => {
    const { number: _, ...unnumbered } = SOURCE;
    const source = { ...unnumbered, url: 'javascript:alert(1)' };
    const { url } = await startWeb(fakeHandle(() => ({ sources: [{ source, place: '第一条' }] })));
    const { sources } = await replyOf(await postTurn(url, { text: '问' }));
    expect(sources).toEqual([{ id: 'example-1', title: '示例通知', number: null, place: '第一条', url: null }]);
  });

  test('markup stays text', async () => {
    const { url } = await startWeb();
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)>\u2028"\'&';
    const response = await postTurn(url, { text });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect((await replyOf(response)).blocks).toEqual([{ text }]);
  });
});

describe('starting and stopping', () => {
  test('address tells where, and only after start', async () => {
    const channel = webChannel({ port: 0, secret: SECRET });
    expect(() => channel.address()).toThrow(/not listening/);
    onTestFinished(await channel.start(fakeHandle().handle));
    expect(channel.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('a taken port is named, with the way to choose another', async () => {
    const { url } = await startWeb();
    const { port } = new URL(url);
    const second = webChannel({ port: Number(port), secret: SECRET }).start(fakeHandle().handle);
    await expect(second).rejects.toThrow(new RegExp(`port ${port} on 127\\.0\\.0\\.1 is already in use.*PORT=`));
  });

  test('a short secret is refused at once', () => {
    expect(() => webChannel({ port: 0, secret: 'short' })).toThrow(/16 characters/);
  });

  test('stopping waits for the turn under way, and frees the port', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const fake = fakeHandle(async () => {
      await gate;
      return { blocks: [{ text: '到了' }] };
    });
    const { url, stop, seen } = await startWeb(fake);
    const asked = postTurn(url, { text: '慢' });
    await expect.poll(() => seen.length).toBe(1);
    const stopped = stop();
    open();
    expect((await replyOf(await asked)).blocks).toEqual([{ text: '到了' }]);
    await stopped;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('a connection that never asks does not hold up stopping', async () => {
    const { url, stop } = await startWeb();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await stop();
    await closed;
  });
});
