import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const item = z.strictObject({
  id: z.string(),
  ask: z.string(),
  before: z.array(z.string()).default([]),
  style: z.string(),
  expect: z.strictObject({
    kind: z.enum(['answer', 'clarify', 'refuse', 'emergency', 'human', 'smalltalk']),
    says: z.array(z.array(z.string()).min(1)).default([]),
    never: z.array(z.string()).default([]),
  }),
  facts: z.array(z.string()).default([]),
  note: z.string().optional(),
});

/** A labelled question: what a right reply says and what it never says. */
export type Question = z.infer<typeof item> & { topic: string };

const FOLDER = join(import.meta.dirname, 'questions');

/** All labelled questions; the file's name is their topic. */
export function readQuestions(): Question[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const items = z.array(item).parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
      return items.map((question) => ({ ...question, topic: name.replace('.yaml', '') }));
    });
}
