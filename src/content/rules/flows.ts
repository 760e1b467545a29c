import { basename } from 'node:path';
import type { Computations } from '../../flows/computation.js';
import type { Flow } from '../../flows/flow.js';
import { proveFlows } from '../../flows/proof/prove-all.js';
import { flowFinding } from '../flow-wording.js';
import type { Problem } from '../problem.js';
import { say } from '../wording.js';

/** A flow with the file and lines it came from. */
export type FlowFile = {
  readonly flow: Flow;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** Everything that the proof finds wrong with flows, and files not named after theirs. */
export function flowRules(flows: ReadonlyMap<string, FlowFile>, computations: Computations): Problem[] {
  const files = [...flows.values()];
  const misnamed = files
    .filter(({ flow, file }) => basename(file, '.yaml') !== flow.flow)
    .map(({ flow, file, lineOf }) => ({ file, line: lineOf(['flow']), ...say.fileName(flow.flow) }));
  const proved = proveFlows(
    files.map(({ flow }) => flow),
    computations,
  ).flatMap(({ flow, at, code, detail }) => {
    const place = files[flow];
    return place ? [{ file: place.file, line: place.lineOf(at), ...flowFinding(code, detail) }] : [];
  });
  return [...misnamed, ...proved];
}
