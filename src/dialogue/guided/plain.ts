import type { Turn } from '../context.js';

/** From this score on a message is nearly a wording that was curated; set so that no bill of the tests is taken for one. */
const CURATED = 0.72;

/** True if a message is, nearly word for word, a question whose entry does not lead to the task: it is answered, not walked through. */
export function isPlainQuestion(flow: string, { heard, tools }: Turn): boolean {
  const chosen = tools.choose(heard);
  return chosen.sure && chosen.score >= CURATED && !chosen.entry.offer.includes(`flow:${flow}`);
}
