import type { Computations } from '../computation.js';
import type { Flow } from '../flow.js';
import { nameProblems } from './names.js';
import { pathsOf } from './paths.js';
import type { FlowProblem } from './problem.js';

/** What is wrong with a flow, and all ways through it: steps `slot=value` (or `slot?`), then the end. */
export type Proof = { readonly problems: readonly FlowProblem[]; readonly paths: readonly (readonly string[])[] };

/**
 * Proves a flow before it ships: all names and values are there, each item is reached, each way ends. Ways are only
 * looked for once the names are right.
 */
export function proveFlow(flow: Flow, computations: Computations): Proof {
  const problems = nameProblems(flow, computations);
  return problems.length > 0 ? { problems, paths: [] } : pathsOf(flow, computations);
}
