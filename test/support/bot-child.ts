import { z } from 'zod';
import { telegramChannel } from '../../src/channels/telegram/channel.js';
import { outgoingSchema } from '../../src/channels/telegram/outgoing.js';
import type { Handle } from '../../src/dialogue/types.js';
import { kept } from '../../src/store/kept.js';
import { openStores } from '../../src/store/open.js';
import { reply, textOf, WORDING } from '../channels/telegram/harness.js';
import { TOKEN } from './bot-api.js';

/** A bot in a program of its own that counts what each person says: `bot-child.ts API_ROOT DATABASE_URL`. SIGTERM stops it. */
const [apiRoot = '', databaseUrl = ''] = process.argv.slice(2);
const stores = await openStores(databaseUrl, { now: new Date() });
const keep = <T>(name: string, schema: z.ZodType<T>) =>
  kept(stores.namespace(name), schema, { version: 1, ttlMs: 86_400_000 });
const counts = keep('count', z.number());

const handle: Handle = async (incoming) => {
  const count = ((await counts.get(incoming.user, incoming.at)) ?? 0) + 1;
  await counts.set(incoming.user, count, incoming.at);
  return reply(`${count}：${textOf(incoming)}`);
};

const channel = telegramChannel({
  token: TOKEN,
  apiRoot,
  wording: WORDING,
  memory: { answers: keep('seen', outgoingSchema.array()), shut: keep('shut', z.boolean()) },
  log: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
const stop = await channel.start(handle);
process.stdout.write('started\n');
process.once('SIGTERM', async () => {
  await stop();
  await stores.close();
});
