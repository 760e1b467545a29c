import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Content } from '../../src/content/content.js';
import { ContentError } from '../../src/content/problem.js';
import { type Draft, readContent } from '../../src/content/read.js';
import { type Entry, entrySchema } from '../../src/knowledge/entry.js';
import { type Fact, factSchema } from '../../src/knowledge/fact.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { type Source, sourceSchema } from '../../src/policy/source.js';

/** The folder of the real content. */
export const CONTENT = fileURLToPath(new URL('../../knowledge', import.meta.url));

let content: ReturnType<typeof readContent> | undefined;

/** The real content as read, with the problems of single files; read once per test file. */
export function realContent(): { draft: Draft; problems: ReturnType<typeof readContent>['problems'] } {
  content ??= readContent(CONTENT);
  const { draft, problems } = content;
  if (!draft) throw new ContentError(problems);
  return { draft, problems };
}

/** The real knowledge. Whether it is free of mistakes is asked in one place, test/content/real.test.ts. */
export const realKnowledge = (): Content => realContent().draft.knowledge;

const REVIEWED = '2026-01-01';

/** A source; give what the test is about. */
export const source = (given: Partial<z.input<typeof sourceSchema>> & { id: string }): Source =>
  sourceSchema.parse({ title: '示例通知', issuer: '示例机关', authority: 'national', status: 'in_force', ...given });

/** A fact from the source `notice`, nationwide unless told. */
export const fact = (given: Partial<z.input<typeof factSchema>> & { id: string; text: string }): Fact =>
  factSchema.parse({ source: { id: 'notice', at: '第一条' }, reviewed: REVIEWED, ...given });

/** An entry of the topic `filing` that is asked by its title unless told. */
export function entry(
  given: Partial<z.input<typeof entrySchema>> & Pick<z.input<typeof entrySchema>, 'entry' | 'answers'>,
): Entry {
  const parsed = entrySchema.parse({ title: given.entry, questions: [given.entry], reviewed: REVIEWED, ...given });
  return { ...parsed, topic: 'filing' };
}

/** A small knowledge of these facts and entries. */
export function knowledgeOf(given: {
  facts?: readonly Fact[];
  entries?: readonly Entry[];
  sources?: readonly Source[];
}): Knowledge {
  const sources = given.sources ?? [source({ id: 'notice', number: '示例发〔2022〕1号' })];
  return {
    sources: new Map(sources.map((s) => [s.id, s])),
    facts: new Map((given.facts ?? []).map((f) => [f.id, f])),
    entries: new Map((given.entries ?? []).map((e) => [e.entry, e])),
    topics: new Map([['filing', { topic: 'filing', title: '备案' }]]),
    routes: { withinProvince: '', abroad: '', placeOnly: '' },
    guards: [],
    glossary: { terms: [], aspects: [], kinds: [], insurances: [], fluff: [], spelled: [], not_sound: [] },
    aliases: [],
    ordinary: [],
    checked: REVIEWED,
  };
}
