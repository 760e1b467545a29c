import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPUTATIONS } from '../../src/commands/setup.js';
import type { Problem } from '../../src/content/problem.js';
import { readContent } from '../../src/content/read.js';
import { checked } from '../../src/content/rules.js';

/** Small content folders: one without a mistake, and one file or two per mistake to be put over it. */
export const BAD_CONTENT = fileURLToPath(new URL('../bad-content', import.meta.url));

/** The day on which the fixtures are judged. */
export const TODAY = '2026-11-22';

/** A content folder of its own: the good one, with the files of a case put over it; flows stand beside it. */
export function contentFolder(name?: string): { root: string; remove: () => void } {
  const place = mkdtempSync(join(tmpdir(), 'yidi-content-'));
  const root = join(place, 'knowledge');
  cpSync(join(BAD_CONTENT, 'base'), root, { recursive: true });
  if (name !== undefined) {
    const faulty = join(BAD_CONTENT, 'cases', name);
    cpSync(faulty, root, { recursive: true });
    if (existsSync(join(faulty, 'flows'))) cpSync(join(faulty, 'flows'), join(place, 'flows'), { recursive: true });
  }
  return { root, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** All that `npm run check` would tell of a folder. */
export function problemsOf(root: string, today = TODAY): Problem[] {
  const { draft, problems } = readContent(root);
  return draft ? [...problems, ...checked(draft, today, COMPUTATIONS)] : problems;
}
