import { testApp } from '../support/app.js';
import { latencies, line, mb, memoryNow, mixedQuestions } from './common.js';

const TURNS = 10_000;
const USERS = 1_000;

const questions = mixedQuestions();
const before = memoryNow();
const app = await testApp();
const loaded = memoryNow();
await latencies(app.handle, questions, TURNS, USERS);
const after = memoryNow();

line('node and the questions', { heap: mb(before.heap), rss: mb(before.rss) });
line('knowledge loaded', { heap: mb(loaded.heap), rss: mb(loaded.rss) });
line(`after ${TURNS} turns of ${USERS} users`, { heap: mb(after.heap), rss: mb(after.rss) });
line('kept of one user', { heap: `${((1_000 * (after.heap - loaded.heap)) / USERS).toFixed(1)} kB` });
await app.close();
