import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { line, mixedQuestions, ms } from './common.js';
import { measurePage } from './web-page.js';

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const HELLO = fileURLToPath(new URL('./web-hello.ts', import.meta.url));

const RATE = 500;
const CONNECTIONS = 50;
const SECONDS = 10;

const questions = mixedQuestions();

/** The labelled questions one after another. Asked anew, each has a few spaces more than the last time: nobody has asked it yet. */
function asking(anew: boolean): autocannon.Request {
  let asked = 0;
  return {
    method: 'POST',
    path: '/api/ask',
    headers: { 'content-type': 'application/json' },
    setupRequest: (request) => {
      const spaces = ' '.repeat(anew ? 1 + Math.floor(asked / questions.length) : 0);
      const text = `${questions[asked % questions.length]}${spaces}`;
      asked += 1;
      return { ...request, body: JSON.stringify({ text }) };
    },
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

/** Asks for some seconds, at a rate or as fast as answers come. At a rate, a late answer counts from when it was due. */
async function load(
  url: string,
  request: autocannon.Request,
  duration: number,
  rate?: number,
): Promise<autocannon.Result> {
  const pace = rate === undefined ? {} : { overallRate: rate };
  return autocannon({ url, requests: [request], connections: CONNECTIONS, duration, ...pace });
}

async function measure(name: string, { url }: Server, anew: boolean): Promise<void> {
  const request = asking(anew);
  await autocannon({ url, requests: [request], connections: CONNECTIONS, amount: 2 * questions.length });
  const { latency, requests: done, errors, non2xx } = await load(url, request, SECONDS, RATE);
  line(name, {
    asked: `${RATE}/s`,
    answered: `${done.average.toFixed(0)}/s`,
    p50: ms(latency.p50),
    p99: ms(latency.p99),
    failed: String(errors + non2xx),
  });
  const most = await load(url, request, SECONDS / 2);
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
