import { serveLines } from '../../src/channels/terminal/jsonl.js';
import { NOW, testApp } from './app.js';

/** The machine side of the real application over a database file, as a process that can be killed. */
const [databaseUrl] = process.argv.slice(2);
const app = await testApp({ databaseUrl });
await serveLines(process.stdin, process.stdout, app.handle, () => NOW);
await app.close();
