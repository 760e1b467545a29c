import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type App, createApp } from '../app.js';
import { type Config, readConfig } from '../config.js';
import type { Content } from '../content/content.js';
import { openKnowledge } from '../content/load.js';
import { computationsFor } from '../dialogue/computations.js';
import { createTranscribe } from '../model/transcribe.js';
import { civilDay } from '../policy/dates.js';

/** The folder of curated content beside the program. */
export const CONTENT = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The same content, checked and written as one file by `npm run build`. */
export const COMPILED = fileURLToPath(new URL('../../dist/knowledge.json', import.meta.url));

const DEFAULT_DATABASE = 'file:./data/yidi.sqlite';
/** Marks conversations that are kept nowhere: the same every time, so that the same input gives the same bytes. */
const MEMORY_SECRET = 'kept-in-memory-only';

/** Takes one event: names, codes and counts, never what people wrote. */
export type Log = (event: Readonly<Record<string, unknown>>) => void;

/** What flows may call, as far as their proof needs it: what is declared, on no region. */
export const COMPUTATIONS = computationsFor({ regions: new Map(), isPlace: () => true });

/** All content, from the compiled file if it is of these very files. */
export const openContent = (today: string): Content => openKnowledge(CONTENT, COMPILED, today, COMPUTATIONS);

/** Log lines go to the error stream as JSON; they never hold what people wrote. */
export function createLog(config: Config): Log {
  const logger = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
  return (event) => (String(event['event']).endsWith('failed') ? logger.error(event) : logger.info(event));
}

/**
 * The application as the environment describes it.
 * @param options.memory keep nothing unless the environment names a database
 * @param options.once keep nothing even then: no answer may lean on one before it
 */
export async function openApp(options: {
  memory: boolean;
  once?: boolean;
  now: Date;
  quiet?: boolean;
}): Promise<{ app: App; config: Config; secret: string }> {
  const config = readConfig(process.env);
  const named = options.once ? 'memory:' : config.DATABASE_URL;
  const databaseUrl = named ?? (options.memory ? 'memory:' : DEFAULT_DATABASE);
  const secret = config.SECRET ?? (databaseUrl === 'memory:' ? passingSecret(options.memory) : keptSecret(databaseUrl));
  const log = options.quiet ? undefined : createLog(config);
  const app = await createApp({
    knowledge: openContent(civilDay(options.now)),
    databaseUrl,
    secret,
    now: options.now,
    ...(options.memory ? {} : { turnsPerMinute: config.TURNS_PER_MINUTE }),
    ...(log && { log }),
    transcribe: transcribeOf(config),
  });
  for (const notice of app.notices) process.stderr.write(`${notice}\n`);
  return { app, config, secret };
}

/** The secret of a start that keeps nothing: a known one would let others sign the cookies of a web page that is served. */
const passingSecret = (memory: boolean): string => (memory ? MEMORY_SECRET : randomBytes(32).toString('hex'));

/** The secret made at the first start and kept beside the database, readable by its owner alone. */
function keptSecret(databaseUrl: string): string {
  const folder = dirname(databaseUrl.replace(/^file:(\/\/)?/, ''));
  const path = join(folder, 'secret');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    mkdirSync(folder, { recursive: true });
    const secret = randomBytes(32).toString('hex');
    writeFileSync(path, secret, { mode: 0o600 });
    return secret;
  }
}

/** What writes voice messages down, if the environment names a service. */
function transcribeOf({ TRANSCRIBE_MODEL: model, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl }: Config) {
  return model === undefined || apiKey === undefined ? undefined : createTranscribe({ apiKey, baseUrl, model });
}
