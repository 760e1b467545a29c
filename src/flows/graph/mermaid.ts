import type { End, Flow } from '../flow.js';
import { questionOf, valueLabel } from './describe.js';

/** A line between two steps, with the values it is taken for. */
type Edge = { readonly from: string; readonly to: string; readonly values: Set<string> };

/**
 * A Mermaid flowchart of the ways through a flow.
 * @param paths as `proveFlow` gives them: steps `slot=value`, then the end
 */
export function mermaidOf(flow: Flow, paths: readonly (readonly string[])[]): string {
  const slots = new Set(paths.flatMap((path) => path.slice(0, -1).map((step) => splitStep(step).slot)));
  const ends = new Set(paths.map((path) => path.at(-1) ?? ''));
  return [
    'flowchart TD',
    ...[...slots].map((slot) => `  ${slotNode(slot)}["${quoted(titleOfSlot(slot, flow))}"]`),
    ...[...ends].map((end) => `  ${endNode(end)}(["${quoted(titleOfEnd(end, flow))}"])`),
    ...edgesOf(paths).map((edge) => `  ${edge.from} -->${edgeLabel(edge, flow)} ${edge.to}`),
    '',
  ].join('\n');
}

// Prefixes keep ids apart from Mermaid's own words, such as end.
const slotNode = (slot: string): string => `q_${slot.replace('.', '__')}`;
const endNode = (end: string): string => `e_${end}`;

/** `slot=a|b`, `slot=*`, or `slot?` for a question that may be passed over. */
function splitStep(step: string): { slot: string; values: string[]; optional: boolean } {
  const at = step.search(/[=?]/);
  const values = step.charAt(at) === '=' ? step.slice(at + 1).split('|') : ['*'];
  return { slot: step.slice(0, at), values, optional: step.charAt(at) === '?' };
}

/** From each step to the next, and past those that may be passed over. */
function edgesOf(paths: readonly (readonly string[])[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const path of paths) {
    const steps = path.slice(0, -1).map(splitStep);
    const nodes = [...steps.map(({ slot }) => slotNode(slot)), endNode(path.at(-1) ?? '')];
    steps.forEach(({ slot, values }, i) => {
      const must = steps.findIndex((step, j) => j > i && !step.optional);
      for (const to of nodes.slice(i + 1, (must < 0 ? steps.length : must) + 1)) {
        const from = slotNode(slot);
        const edge = edges.get(`${from} ${to}`) ?? { from, to, values: new Set() };
        edges.set(`${from} ${to}`, edge);
        for (const value of values) edge.values.add(`${slot}=${value}`);
      }
    });
  }
  return [...edges.values()];
}

function edgeLabel({ values }: Edge, flow: Flow): string {
  const labels = [...values].map((step) => {
    const {
      slot,
      values: [value = ''],
    } = splitStep(step);
    return valueLabel(questionOf(slot, flow), value);
  });
  return labels.includes('*') ? '' : `|"${quoted(labels.join(' / '))}"|`;
}

const titleOfSlot = (slot: string, flow: Flow): string => questionOf(slot, flow)?.ask ?? slot;

const titleOfEnd = (id: string, flow: Flow): string =>
  flow.items.find((item): item is End => item.is === 'end' && item.end === id)?.title ?? id;

const quoted = (text: string): string => text.replaceAll('"', '#quot;').replace(/\s+/g, ' ').trim();
