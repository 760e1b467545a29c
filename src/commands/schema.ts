import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../content/json-schema.js';
import { CONTENT } from './setup.js';

/** Writes the JSON Schemas that editors complete and check the content by. */
export async function run(): Promise<number> {
  const folder = join(CONTENT, 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return 0;
}
