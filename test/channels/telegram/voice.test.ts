import { afterEach, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/dialogue/types.js';
import { wording } from '../../../src/dialogue/wording.js';
import { createTranscribe } from '../../../src/model/transcribe.js';
import { testApp } from '../../support/app.js';
import { startTranscriber } from '../../support/transcriber.js';
import { closeAll, createLatch, echo, reply, startBot, textOf } from './harness.js';

const closing: (() => Promise<void>)[] = [closeAll];
afterEach(async () => {
  for (const close of closing.splice(1).reverse()) await close();
  await closeAll();
});

const OGG = Buffer.from('OggS: a few seconds of speech');
const spoken = (file_id: string, duration = 4) => ({ voice: { file_id, duration, file_size: OGG.length } });

/** The real application with a service that hears `text`, behind the strict server. */
async function start(text: string) {
  const service = await startTranscriber(() => ({ body: JSON.stringify({ text }) }));
  const app = await testApp({
    transcribe: createTranscribe({ apiKey: 'key', baseUrl: service.baseUrl, model: 'ears-1' }),
  });
  closing.push(service.close, app.close);
  return { ...(await startBot(app.handle)), service };
}

describe('a voice message', () => {
  test('is loaded, written down, shown, confirmed by its button and answered', async () => {
    const { api, user, service } = await start('异地住院要不要备案');
    api.state.files.set('f1', OGG);
    const lan = user(42);
    lan.sends(spoken('f1'));
    await lan.hears(1);
    expect(lan.texts()[0]).toContain('异地住院要不要备案');
    expect(service.heard).toMatchObject([{ name: 'voice.ogg', bytes: OGG }]);
    lan.presses(wording.voice.yes);
    await lan.hears(2);
    expect(lan.texts()[1]).toContain('备案');
    expect(api.state.openQueries.size).toBe(0);
  });

  test('that Telegram has no more gets a kind sentence, and nothing of it is logged', async () => {
    const { user, service, log } = await start('不会听到的话');
    const lan = user(42);
    lan.sends(spoken('gone'));
    await lan.hears(1);
    expect(lan.texts()).toEqual([expect.stringContaining(wording.voice.failed)]);
    expect(service.heard).toEqual([]);
    expect(JSON.stringify(log)).not.toContain('gone');
  });

  test('larger than it was said to be is not loaded to its end', async () => {
    const { api, user, service } = await start('不会听到的话');
    api.state.files.set('huge', Buffer.alloc(6_000_000));
    const lan = user(42);
    lan.sends(spoken('huge'));
    await lan.hears(1);
    expect(lan.texts()).toEqual([expect.stringContaining(wording.voice.failed)]);
    expect(service.heard).toEqual([]);
  });

  test('that takes long holds up nobody else, however many there are', async () => {
    const latch = createLatch();
    const handle: Handle = async (incoming) => {
      if ('voice' in incoming.message) await latch.opened;
      return reply(textOf(incoming));
    };
    const { user } = await startBot(handle);
    const speakers = Array.from({ length: 80 }, (_, i) => user(100 + i));
    for (const speaker of speakers) speaker.sends(spoken('slow'));
    const lan = user(42);
    lan.says('备案要带什么');
    await lan.hears(1);
    expect(speakers.flatMap((speaker) => speaker.texts())).toEqual([]);
    latch.open();
    for (const speaker of speakers) await speaker.hears(1);
  });

  test('keeps of a file’s name only its ending', async () => {
    const names: string[] = [];
    const handle: Handle = async (incoming) => {
      names.push(textOf(incoming));
      return reply('好');
    };
    const { user } = await startBot(handle);
    const lan = user(42);
    for (const file_name of ['张三13812345678.M4A', '没有后缀', 'a.b/..', undefined])
      lan.sends({ audio: { file_id: 'a', duration: 3, file_name } });
    await lan.hears(4);
    expect(names).toEqual(['voice.m4a', 'voice.ogg', 'voice.ogg', 'voice.ogg']);
  });

  test('in a group counts only in reply to the bot', async () => {
    const { user } = await startBot(echo);
    const lan = user(42, { group: -1_001 });
    lan.sends(spoken('a'));
    lan.sends({ ...spoken('b'), reply_to_message: { message_id: 1, from: { id: 1, is_bot: true } } });
    await lan.hears(1);
    expect(lan.texts()).toEqual(['听到：voice.ogg']);
  });
});
