import { afterEach, expect, test } from 'vitest';
import { createTranscribe } from '../../src/model/transcribe.js';
import { startTranscriber } from '../support/transcriber.js';

const AUDIO = Buffer.from('OggS and so on');

let close: () => Promise<void> = async () => {};
afterEach(() => close());

async function start(answer: Parameters<typeof startTranscriber>[0]) {
  const service = await startTranscriber(answer);
  close = service.close;
  const transcribe = createTranscribe({ apiKey: 'a key', baseUrl: service.baseUrl, model: 'ears-1' });
  return { service, listen: (signal = new AbortController().signal) => transcribe(AUDIO, 'voice.ogg', signal) };
}

test('a recording is sent as it is, and its words come back', async () => {
  const { service, listen } = await start(() => ({ body: JSON.stringify({ text: '异地住院要备案吗' }) }));
  expect(await listen()).toBe('异地住院要备案吗');
  expect(service.heard).toEqual([
    { key: 'Bearer a key', name: 'voice.ogg', bytes: AUDIO, model: 'ears-1', language: 'zh' },
  ]);
});

test.each([
  ['an error', { status: 500, body: '{"error":{"message":"out of order"}}' }],
  ['too many requests', { status: 429, body: '{}' }],
  ['no JSON', { body: '<html>' }],
])('%s rejects, after one try', async (_, answer) => {
  const { service, listen } = await start(() => answer);
  await expect(listen()).rejects.toThrow();
  expect(service.heard).toHaveLength(1);
});

test.each(['{"text":null}', '{}', '"text"'])('%s instead of words rejects', async (body) => {
  const { listen } = await start(() => ({ body }));
  await expect(listen()).rejects.toThrow();
});

test('who stops waiting is not kept', async () => {
  let open = () => {};
  const after = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { listen } = await start(() => ({ body: '{}', after }));
  await expect(listen(AbortSignal.timeout(50))).rejects.toThrow();
  open();
});

test('a service that is not there rejects', async () => {
  const { service, listen } = await start(() => ({ body: '{}' }));
  await service.close();
  close = async () => {};
  await expect(listen()).rejects.toThrow();
});
