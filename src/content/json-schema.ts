import { z } from 'zod';
import { FILE_SCHEMAS } from './files.js';

/** JSON Schemas of the content files, from the zod that checks them, for an author's editor. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(FILE_SCHEMAS).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  );
}
