import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.js';
import { CONTENT } from '../../src/commands/setup.js';
import { readContent } from '../../src/content/read.js';
import { evaluate, grouped, type Result, shares } from './evaluate.js';
import { readQuestions } from './questions.js';

const { values } = parseArgs({
  options: { show: { type: 'string' }, topic: { type: 'string' }, at: { type: 'string' } },
});
const at = new Date(values.at ?? '2026-11-22T10:00:00+08:00');
const { draft } = readContent(CONTENT);
if (!draft) throw new Error('the content cannot be read: run `npm run check`');
const app = await createApp({ knowledge: draft.knowledge, secret: 'evaluation-only', now: at });
const questions = readQuestions().filter((q) => values.topic === undefined || q.topic === values.topic);
const results = await evaluate(app, questions, at);

const line = (name: string, part: readonly Result[]) => {
  const s = shares(part);
  return `${name.padEnd(20)} ${(100 * s.all).toFixed(1).padStart(6)} %  of ${String(s.count).padStart(4)}   wrong ${(100 * s.wrong).toFixed(1)} %`;
};
console.log(line('all', results), `  right refusals ${(100 * shares(results).refusals).toFixed(1)} %`);
console.log('-- by topic');
for (const [topic, part] of grouped(results, (q) => q.topic)) console.log(line(`  ${topic}`, part));
console.log('-- by style');
for (const [style, part] of grouped(results, (q) => q.style)) console.log(line(`  ${style}`, part));
console.log('-- statuses', JSON.stringify(Object.fromEntries(app.counts)));
for (const { question, score } of results.filter((r) => !r.score.right).slice(0, Number(values.show ?? 0))) {
  console.log(
    `\n${question.id} ${[...question.before, question.ask].join(' / ')}\n  missing ${JSON.stringify(score.missing)} said ${JSON.stringify(score.said)} [${score.status}]\n  ${score.text.replaceAll('\n', ' ⏎ ')}`,
  );
}
await app.close();
