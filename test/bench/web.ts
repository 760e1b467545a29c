import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { arrivals } from './arrivals.js';
import { line, mixedQuestions, ms, percentile } from './common.js';
import { measurePage } from './web-page.js';

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const HELLO = fileURLToPath(new URL('./web-hello.ts', import.meta.url));

const PATH = '/api/ask';
const RATE = 500;
const SECONDS = 20;
const CONNECTIONS = 50;
const SECONDS_AT_MOST = 5;

const questions = mixedQuestions();

/**
 * The labelled questions one after another, as bodies of requests. Asked anew, each has a few spaces more than the last time:
 * nobody has asked it yet.
 */
function asking(anew: boolean): () => string {
  let asked = 0;
  return () => {
    const spaces = ' '.repeat(anew ? 1 + Math.floor(asked / questions.length) : 0);
    const text = `${questions[asked % questions.length]}${spaces}`;
    asked += 1;
    return JSON.stringify({ text });
  };
}

type Server = { readonly url: string; readonly process: ChildProcess };

/** Starts a server in a process of its own, with a core to itself; resolves with the address it prints. */
function start(...args: string[]): Promise<Server> {
  const env = { ...process.env, DATABASE_URL: 'memory:', PORT: '0', TURNS_PER_MINUTE: '100000000' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.at(-1)} ended with ${code}: run npm run build`)));
    child.stdout.on('data', (text) => {
      const url = /http:\S+/.exec(String(text))?.[0];
      if (url) resolve({ url, process: child });
    });
  });
}

/** Asks as fast as answers come: for some seconds, or so many times. */
const flood = (url: string, body: () => string, until: { duration: number } | { amount: number }) =>
  autocannon({
    url,
    connections: CONNECTIONS,
    requests: [
      {
        method: 'POST',
        path: PATH,
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
    ...until,
  });

async function measure(name: string, { url }: Server, anew: boolean): Promise<void> {
  const body = asking(anew);
  await flood(url, body, { amount: 2 * questions.length });
  const { each, failed, perSecond } = await arrivals({ url, path: PATH, body }, RATE, SECONDS);
  line(name, {
    asked: `${RATE}/s`,
    answered: `${perSecond.toFixed(0)}/s`,
    p50: ms(percentile(each, 0.5)),
    p99: ms(percentile(each, 0.99)),
    failed: String(failed),
  });
  const most = await flood(url, body, { duration: SECONDS_AT_MOST });
  line('  as fast as they come', { answered: `${most.requests.average.toFixed(0)}/s`, p99: ms(most.latency.p99) });
}

async function withServer(args: readonly string[], use: (server: Server) => Promise<void>): Promise<void> {
  const server = await start(...args);
  await use(server);
  server.process.removeAllListeners('exit');
  server.process.kill();
}

await withServer(['--import', 'tsx', HELLO], (server) => measure('a hello of hono and node-server', server, false));
await withServer([PROGRAM, 'start'], async (server) => {
  await measure('questions asked before that day', server, false);
  await measure('questions never asked before', server, true);
  await measurePage(server.url);
});
