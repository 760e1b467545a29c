import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factText } from '../../src/knowledge/fact.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { fill } from '../../src/knowledge/quote.js';

/** Han, Latin letters and digits only, titles of documents taken out: what counts as the same wording. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/《[^》]*》/g, '')
    .replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '');

export type Sentence = { readonly at: string; readonly text: string };

/** Every sentence people can be shown, with where it stands. Titles of documents are theirs, not ours. */
export function sentencesOf(knowledge: Knowledge): Sentence[] {
  const { facts, entries, guards, topics, glossary, sources } = knowledge;
  return [
    ...[...facts.values()].map((fact) => ({ at: `fact ${fact.id}`, text: factText(fact) })),
    ...[...entries.values()].flatMap((entry) =>
      [
        entry.title,
        ...entry.questions,
        ...entry.claims.flatMap((claim) => [claim.say, ...claim.questions]),
        ...entry.answers.map((answer) => fill(answer.text, knowledge)),
        fill(entry.next ?? '', knowledge),
      ].map((text) => ({ at: `entry ${entry.entry}`, text })),
    ),
    ...guards.map((guard) => ({ at: `guard ${guard.guard}`, text: fill(guard.say, knowledge) })),
    ...[...topics.values()].map(({ topic, next }) => ({ at: `topic ${topic}`, text: next ?? '' })),
    ...glossary.terms.map(({ term, meaning }) => ({ at: `term ${term}`, text: meaning ?? '' })),
    ...[...sources.values()].map(({ id, note }) => ({ at: `source ${id}`, text: note ?? '' })),
  ];
}

/** The titles of the registered documents, which may be named without 《》 as well. */
export const titlesOf = ({ sources }: Knowledge): string[] => [...sources.values()].map(({ title }) => title);

/** The sentences that share a run of `length` characters with one of the documents, and the first such run. */
export function commonRuns(
  sentences: readonly Sentence[],
  { documents, titles, length }: { documents: readonly string[]; titles: readonly string[]; length: number },
): string[] {
  const untitled = (text: string) => titles.reduce((rest, title) => rest.replaceAll(title, ''), text);
  const runs = new Set<string>();
  for (const document of documents.map(bare))
    for (let at = 0; at + length <= document.length; at++) runs.add(document.slice(at, at + length));
  return sentences.flatMap(({ at, text }) => {
    const own = bare(untitled(text));
    const starts = Array.from({ length: Math.max(0, own.length - length + 1) }, (_, i) => i);
    const first = starts.map((start) => own.slice(start, start + length)).find((run) => runs.has(run));
    return first === undefined ? [] : [`${at}: ${first}`];
  });
}

/** The ids of the rows of an inventory that are sure: their last cell, the confidence, begins with 高. */
export function highRows(inventory: string): string[] {
  return inventory.split('\n').flatMap((line) => {
    const [, id = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return /^[A-Z]+-\d+$/.test(id) && cells.at(-2)?.startsWith('高') ? [id] : [];
  });
}

/** The ids of all rows and notes of the inventories in a folder. */
export function inventoriesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/[A-Z]+-N?\d+/g) ?? []);
}
