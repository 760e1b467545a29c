import type { App } from '../../src/app.js';
import type { Question } from './questions.js';
import { type Score, score } from './score.js';

export type Result = { question: Question; score: Score };

/** Asks every question in a conversation of its own and scores the replies. */
export async function evaluate(app: App, questions: readonly Question[], at: Date): Promise<Result[]> {
  const results: Result[] = [];
  for (const question of questions) {
    const say = (text: string) =>
      app.handle({ channel: 'terminal', user: `eval:${question.id}`, at, message: { text } });
    for (const text of question.before) await say(text);
    results.push({ question, score: score(question, await say(question.ask)) });
  }
  return results;
}

const REFUSES = new Set(['refuse', 'clarify']);

/** Shares of an evaluation: right at all, right refusals, and wrong answers (a figure or claim that must not be said). */
export function shares(results: readonly Result[]): { all: number; refusals: number; wrong: number; count: number } {
  const share = (part: readonly Result[]) =>
    part.length === 0 ? 1 : part.filter((r) => r.score.right).length / part.length;
  return {
    all: share(results),
    refusals: share(results.filter((r) => REFUSES.has(r.question.expect.kind))),
    wrong: results.filter((r) => r.score.said.length > 0).length / Math.max(1, results.length),
    count: results.length,
  };
}

/** Results gathered by a property of their question. */
export function grouped(results: readonly Result[], by: (question: Question) => string): Map<string, Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = by(result.question);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return groups;
}
