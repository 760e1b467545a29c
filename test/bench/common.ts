import type { Handle, Reply } from '../../src/dialogue/types.js';
import { readQuestions } from '../eval/questions.js';
import { NOW } from '../support/app.js';

/** All labelled questions in an order in which topics and styles alternate. */
export function mixedQuestions(): string[] {
  const all = readQuestions().map((question) => question.ask);
  const stride = 97;
  return all.map((_, i) => all[(i * stride) % all.length] ?? '');
}

/** One question, one reply. */
export const ask = (handle: Handle, user: string, text = ''): Promise<Reply> =>
  handle({ channel: 'terminal', user, at: NOW, message: { text } });

/** Runs `work` and gives its result with the milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Asks one question after another; gives the milliseconds of each. The users take turns, each in a conversation of its own. */
export async function latencies(handle: Handle, questions: readonly string[], count: number, users: number) {
  const each: number[] = [];
  for (let i = 0; i < count; i += 1) {
    each.push((await timed(() => ask(handle, `bench:${i % users}`, questions[i % questions.length]))).ms);
  }
  return each;
}

/** The value below which the given share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The heap after a collection, and all that the process holds, in megabytes. */
export function memoryNow(): { heap: number; rss: number } {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, rss: rss / 1e6 };
}

/** One line of the report: a name and figures with their units. */
export function line(name: string, figures: Readonly<Record<string, string>>): void {
  const cells = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  console.log(`  ${name.padEnd(36)}${cells.join('   ')}`);
}

export const ms = (value: number): string => `${value.toFixed(value < 0.1 ? 4 : value < 10 ? 2 : 0)} ms`;
export const mb = (value: number): string => `${value.toFixed(0)} MB`;
export const times = (value: number): string => `×${value.toFixed(value < 10 ? 1 : 0)}`;
