import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Region } from '../calculator/region.js';
import type { Flow } from '../flows/flow.js';
import type { Entry } from '../knowledge/entry.js';
import type { Fact } from '../knowledge/fact.js';
import { soundAlikes } from '../language/sound.js';
import { fieldWords } from '../language/words.js';
import type { Source } from '../policy/source.js';
import type { Content } from './content.js';
import { FILE_SCHEMAS, FLOWS, yamlFiles } from './files.js';
import type { Problem } from './problem.js';
import { quoting } from './quoting.js';
import { duplicateFinding } from './wording.js';
import { type Located, readYaml } from './yaml.js';

type Place = Pick<Located<unknown>, 'file' | 'lineOf' | 'raw'>;

/** The content as read, each piece with the file and lines it came from; rules look at this. */
export type Draft = {
  readonly knowledge: Content;
  readonly where: ReadonlyMap<string, Place>;
};

/** Reads everything below a content folder; what cannot be read is told in `problems` and left out. */
export function readContent(root: string): { draft?: Draft; problems: Problem[] } {
  const problems: Problem[] = [];
  const where = new Map<string, Place>();
  const read = <T>(schema: z.ZodType<T>, path: string, file: string) => {
    const result = readYaml(path, file, schema);
    problems.push(...result.problems);
    return result.value;
  };
  const one = <T>(schema: z.ZodType<T>, name: string) => read(schema, join(root, name), join(basename(root), name));
  const put = <T>(
    map: Map<string, T>,
    kind: string,
    id: string,
    value: T,
    from: Located<unknown>,
    at: PropertyKey[],
  ) => {
    const key = `${kind}:${id}`;
    const first = where.get(key);
    if (first) problems.push({ file: from.file, line: from.lineOf(at), ...duplicateFinding(kind, id, first.file) });
    map.set(id, value);
    where.set(key, { file: from.file, raw: from.raw, lineOf: (path) => from.lineOf([...at, ...path]) });
  };

  const sources = new Map<string, Source>();
  const sourceFile = one(FILE_SCHEMAS.sources, 'sources.yaml');
  sourceFile?.value.forEach((source, i) => {
    put(sources, 'source', source.id, source, sourceFile, [i]);
  });
  const facts = new Map<string, Fact>();
  for (const { path, file } of yamlFiles(root, 'facts')) {
    const list = read(FILE_SCHEMAS.facts, path, file);
    list?.value.forEach((fact, i) => {
      put(facts, 'fact', fact.id, fact, list, [i]);
    });
  }
  const entries = new Map<string, Entry>();
  for (const { path, file } of yamlFiles(root, 'entries')) {
    const entry = read(FILE_SCHEMAS.entry, path, file);
    if (entry) put(entries, 'entry', entry.value.entry, { ...entry.value, topic: basename(dirname(path)) }, entry, []);
  }
  const regions = new Map<string, Region>();
  for (const { path, file } of yamlFiles(root, 'regions')) {
    const region = read(FILE_SCHEMAS.region, path, file);
    if (region) put(regions, 'region', region.value.region, region.value as Region, region, []);
  }
  const flows = new Map<string, Flow>();
  for (const { path, file } of yamlFiles(root, FLOWS)) {
    const flow = read(FILE_SCHEMAS.flow, path, file);
    if (flow) put(flows, 'flow', flow.value.flow, flow.value, flow, []);
  }
  const topics = one(FILE_SCHEMAS.topics, 'topics.yaml');
  const guards = one(FILE_SCHEMAS.guards, 'guards.yaml');
  const glossary = one(FILE_SCHEMAS.glossary, 'glossary.yaml');
  const places = one(FILE_SCHEMAS.places, 'places.yaml');
  if (!topics || !guards || !glossary || !places) return { problems };
  for (const [name, located] of Object.entries({ topics, guards, glossary, places })) {
    where.set(`file:${name}`, located);
  }
  const knowledge: Content = {
    sources,
    facts: quoting(facts, regions),
    regions,
    flows,
    entries,
    topics: new Map(topics.value.topics.map((t) => [t.topic, t])),
    routes: {
      withinProvince: topics.value.routes.within_province,
      abroad: topics.value.routes.abroad,
      placeOnly: topics.value.routes.place_only,
    },
    guards: guards.value,
    glossary: glossary.value,
    aliases: places.value.aliases,
    ordinary: soundAlikes(fieldWords(glossary.value), wordingsOf(entries)),
    checked: topics.value.checked,
  };
  return { draft: { knowledge, where }, problems };
}

const wordingsOf = (entries: ReadonlyMap<string, Entry>): string[] =>
  [...entries.values()].flatMap((entry) => [...entry.questions, ...entry.claims.flatMap((claim) => claim.questions)]);
