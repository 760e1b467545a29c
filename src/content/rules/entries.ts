import { basename } from 'node:path';
import { type Entry, flowOffered } from '../../knowledge/entry.js';
import type { Finding, Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

/** `go:` and a version stand before the id in a button's 64 bytes. */
const LONGEST_ID = 48;

/** Everything that can be wrong with an entry as a whole, and wordings that two entries claim. */
export function entryRules({ knowledge, where }: Draft): Problem[] {
  const owner = new Map<string, string>();
  return [...knowledge.entries.values()].flatMap((entry) => {
    const at = where.get(`entry:${entry.entry}`);
    const file = at?.file ?? '';
    const here = (finding: Finding, path: PropertyKey[] = []) => ({ file, line: at?.lineOf(path) ?? 1, ...finding });
    const wordings = [
      ...entry.questions.map((wording, i) => ({ wording, path: ['questions', i] })),
      ...entry.claims.flatMap((claim, i) =>
        claim.questions.map((wording, j) => ({ wording, path: ['claims', i, 'questions', j] })),
      ),
    ];
    const taken = wordings.flatMap(({ wording, path }) => {
      const other = owner.get(wording);
      owner.set(wording, entry.entry);
      return other === undefined || other === entry.entry ? [] : [here(say.sameWording(wording, other), path)];
    });
    return [
      ...taken,
      ...(basename(file, '.yaml') === entry.entry ? [] : [here(say.fileName(entry.entry))]),
      ...(knowledge.topics.has(entry.topic) ? [] : [here(say.topic(entry.topic))]),
      ...(entry.entry.length > LONGEST_ID ? [here(say.longId(entry.entry))] : []),
      ...(entry.answers.some(isUnconditional) ? [] : [here(say.noDefault(), ['answers'])]),
      ...entry.offer.flatMap((to) => missing(to, knowledge)).map((finding) => here(finding, ['offer'])),
    ];
  });
}

/** What an entry offers that is not there: `flow:x` or an entry. */
function missing(to: string, { entries, flows }: Draft['knowledge']): Finding[] {
  const flow = flowOffered(to);
  if (flow !== undefined) return flows.has(flow) ? [] : [say.offerFlow(flow)];
  return entries.has(to) ? [] : [say.offer(to)];
}

/** The entries that messages are sent to by what they are, not by what they ask, must be there. */
export function routeRules({ knowledge, where }: Draft): Problem[] {
  const place = where.get('file:topics');
  const missing = Object.values(knowledge.routes).filter((id) => !knowledge.entries.has(id));
  return missing.map((id) => ({ file: place?.file ?? '', line: place?.lineOf(['routes']) ?? 1, ...say.offer(id) }));
}

const isUnconditional = (answer: Entry['answers'][number]) =>
  answer.scope === undefined && answer.care === undefined && answer.who === undefined && answer.insurance === undefined;
