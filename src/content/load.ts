import { Decimal } from 'decimal.js';
import type { Computations } from '../flows/computation.js';
import type { IsoDate } from '../policy/dates.js';
import { readCompiled } from './compiled.js';
import type { Content } from './content.js';
import { ContentError } from './problem.js';
import { readContent } from './read.js';
import { checked } from './rules.js';

/** The compiled content if it is of these very files, else the files themselves. Either way frozen. */
export function openKnowledge(
  root: string,
  compiled: string,
  today: IsoDate,
  computations: Computations = {},
): Content {
  const ready = readCompiled(compiled, root);
  return ready ? deepFreeze(ready) : loadKnowledge(root, today, computations);
}

/**
 * Reads, checks, cross-checks and freezes everything below a content folder.
 * @param today the day expiry is judged by
 * @param computations what flows may call
 * @throws ContentError naming file, line, what, why and cure of every mistake
 */
export function loadKnowledge(root: string, today: IsoDate, computations: Computations = {}): Content {
  const { draft, problems } = readContent(root);
  const all = draft ? [...problems, ...checked(draft, today, computations)] : problems;
  if (!draft || all.length > 0) throw new ContentError(all);
  return deepFreeze(draft.knowledge);
}

function deepFreeze<T>(value: T): T {
  if (value instanceof Map) {
    for (const item of value.values()) deepFreeze(item);
  } else if (Decimal.isDecimal(value)) {
    // A decimal changes nothing of itself, and works on no frozen one.
    return value;
  } else if (typeof value === 'object' && value !== null) {
    // What zod calls readonly is frozen already, but only at its top.
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
