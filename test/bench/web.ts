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
const WARM_UP_SECONDS = 3;

const requests = mixedQuestions().map((text) => ({
  method: 'POST' as const,
  path: '/api/ask',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ text }),
}));

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

/** The same questions at the same rate; a late answer counts from when it was due. */
async function load(url: string, duration: number, rate?: number): Promise<autocannon.Result> {
  return autocannon({ url, requests, connections: CONNECTIONS, duration, ...(rate && { overallRate: rate }) });
}

async function measure(name: string, { url }: Server): Promise<void> {
  await load(url, WARM_UP_SECONDS, RATE);
  const { latency, requests: done, errors, non2xx } = await load(url, SECONDS, RATE);
  line(`${name} at ${RATE}/s`, {
    answered: `${done.average.toFixed(0)}/s`,
    p50: ms(latency.p50),
    p99: ms(latency.p99),
    failed: String(errors + non2xx),
  });
  const most = await load(url, SECONDS / 2);
  line(`${name} at full load`, { answered: `${most.requests.average.toFixed(0)}/s`, p99: ms(most.latency.p99) });
}

const servers = { 'hello of hono and node-server': ['--import', 'tsx', HELLO], '/api/ask': [PROGRAM, 'start'] };
for (const [name, args] of Object.entries(servers)) {
  const server = await start(...args);
  await measure(name, server);
  if (name === '/api/ask') await measurePage(server.url);
  server.process.removeAllListeners('exit');
  server.process.kill();
}
