import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.js';
import { missingFileFinding, schemaFinding, yamlFinding } from './wording.js';

/** A parsed value that still knows where each of its parts stands in the file. */
export type Located<T> = {
  readonly file: string;
  readonly value: T;
  /** What stands in the file, before the schema made values of it. */
  readonly raw: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Reads a YAML file and checks it against a schema.
 * @returns the value with its lines, or the problems found; never throws for what stands in the file
 */
export function readYaml<T>(
  path: string,
  file: string,
  schema: z.ZodType<T>,
): { value?: Located<T>; problems: Problem[] } {
  const counter = new LineCounter();
  const text = textOf(path);
  if (text === undefined) return { problems: [{ file, line: 1, ...missingFileFinding() }] };
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((e) => ({ file, line: lineAt(e.pos[0]), ...yamlFinding(e.code, e.message) })),
    };
  }
  const lineOf = (at: readonly PropertyKey[]): number => {
    for (let length = at.length; length >= 0; length--) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: { file, value: parsed.data, raw, lineOf }, problems: [] };
  return {
    problems: parsed.error.issues.map((issue) => ({ file, line: lineOf(issue.path), ...schemaFinding(issue) })),
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
