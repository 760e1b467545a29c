import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { regionSchema } from '../calculator/region.js';
import { flowSchema } from '../flows/flow.js';
import { entrySchema } from '../knowledge/entry.js';
import { factSchema } from '../knowledge/fact.js';
import { guardSchema } from '../knowledge/guard.js';
import { glossarySchema } from '../language/glossary.js';
import { isoDate, sourceSchema } from '../policy/source.js';

const topic = z.strictObject({
  topic: z.string().regex(/^[a-z0-9_]+$/),
  title: z.string(),
  next: z.string().optional(),
});
const alias = z.strictObject({ code: z.string().regex(/^\d{6}$/), names: z.array(z.string().min(1)).min(1) });

/** The kinds of content files: the schema each is checked by, here and in the author's editor. */
export const FILE_SCHEMAS = {
  sources: z.array(sourceSchema),
  facts: z.array(factSchema),
  entry: entrySchema,
  topics: z.strictObject({
    checked: isoDate,
    routes: z.strictObject({ within_province: z.string(), abroad: z.string(), place_only: z.string() }),
    topics: z.array(topic),
  }),
  guards: z.array(guardSchema),
  glossary: glossarySchema,
  places: z.strictObject({ aliases: z.array(alias) }),
  region: regionSchema,
  flow: flowSchema,
} as const;

/** Where the flows stand, seen from the folder of knowledge. */
export const FLOWS = '../flows';

/** All YAML files below a folder, in the order of their names, as absolute path and path shown to people. */
export function yamlFiles(root: string, folder: string): { path: string; file: string }[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.yaml'))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({ path, file: relative(join(root, '..'), path) }));
}
