import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Region, regionSchema } from '../calculator/region.js';
import type { Content } from './content.js';
import { FLOWS, yamlFiles } from './files.js';

/** Content as one JSON file: reading some five hundred YAML files takes most of a second, this takes a few milliseconds. */
type Compiled = {
  readonly digest: string;
  readonly knowledge: Omit<Content, 'sources' | 'facts' | 'entries' | 'topics' | 'regions' | 'flows'> & {
    readonly sources: [string, unknown][];
    readonly facts: [string, unknown][];
    readonly entries: [string, unknown][];
    readonly topics: [string, unknown][];
    readonly regions: [string, unknown][];
    readonly flows: [string, unknown][];
  };
};

/** What the content files hold now, in one line: a compiled file of another digest is of older content. */
export function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const { path, file } of [...yamlFiles(root, '.'), ...yamlFiles(root, FLOWS)])
    hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Writes checked content as JSON, with the digest of the files it was read from. */
export function writeCompiled(path: string, root: string, knowledge: Content): void {
  const { sources, facts, entries, topics, regions, flows, ...rest } = knowledge;
  const maps = {
    sources: [...sources],
    facts: [...facts],
    entries: [...entries],
    topics: [...topics],
    regions: [...regions],
    flows: [...flows],
  };
  writeFileSync(path, JSON.stringify({ digest: digestOf(root), knowledge: { ...rest, ...maps } } satisfies Compiled));
}

/** The compiled content, or undefined if there is none or the files have changed since. */
export function readCompiled(path: string, root: string): Content | undefined {
  const compiled = parsed(path);
  if (compiled?.digest !== digestOf(root)) return undefined;
  const { sources, facts, entries, topics, regions, flows, ...rest } = compiled.knowledge;
  // What the digest vouches for was checked by the schemas when it was written.
  return {
    ...rest,
    sources: new Map(sources),
    facts: new Map(facts),
    entries: new Map(entries),
    topics: new Map(topics),
    flows: new Map(flows),
    regions: new Map(regions.map(([code, region]) => [code, regionSchema.parse(region) as Region])),
  } as Content;
}

function parsed(path: string): Compiled | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Compiled;
  } catch {
    return undefined;
  }
}
