import type { Computations } from '../computation.js';
import type { Flow } from '../flow.js';
import type { FlowProblem, FlowProblemCode } from './problem.js';
import { proveFlow } from './prove.js';

/** A mistake and the flow it stands in, by its place in the list. */
export type PlacedProblem = FlowProblem & { readonly flow: number };

/** Proves each flow, and that they agree: a slot means the same everywhere, and what one offers is there. */
export function proveFlows(flows: readonly Flow[], computations: Computations): PlacedProblem[] {
  return [
    ...flows.flatMap((flow, i) => proveFlow(flow, computations).problems.map((problem) => ({ ...problem, flow: i }))),
    ...repeated(flows, 'duplicate_flow', (flow) => [{ key: flow.flow, value: '', at: ['flow'] }]),
    ...repeated(flows, 'duplicate_trigger', (flow) =>
      flow.triggers.map((trigger, i) => ({ key: trigger, value: '', at: ['triggers', i] })),
    ),
    ...differing(flows, 'slot_type', slotTypes),
    ...differing(flows, 'choice_meaning', choiceLabels),
    ...flows.flatMap((flow, i) => unknownOffers(flow, flows).map((problem) => ({ ...problem, flow: i }))),
  ];
}

/** Something a flow says, by the name it says it of. */
type Saying = { readonly key: string; readonly value: string; readonly at: readonly PropertyKey[] };

const slotTypes = (flow: Flow): Saying[] =>
  flow.items.flatMap((item, i) =>
    item.is === 'question' ? [{ key: item.id, value: item.type, at: ['items', i] }] : [],
  );

const choiceLabels = (flow: Flow): Saying[] =>
  flow.items.flatMap((item, i) =>
    item.is === 'question' && item.type === 'choice'
      ? item.choices.map(({ id, label }, j) => ({
          key: `${item.id}.${id}`,
          value: label,
          at: ['items', i, 'choices', j],
        }))
      : [],
  );

/** Sayings of which an earlier flow has the same (`isWrong` by default: has one of that name at all). */
function against(
  flows: readonly Flow[],
  code: FlowProblemCode,
  say: (flow: Flow) => Saying[],
  isWrong: (first: Saying, later: Saying) => boolean,
): PlacedProblem[] {
  const first = new Map<string, { saying: Saying; flow: number }>();
  return flows.flatMap((flow, i) =>
    say(flow).flatMap((saying) => {
      const known = first.get(saying.key);
      if (!known) first.set(saying.key, { saying, flow: i });
      if (!known || known.flow === i || !isWrong(known.saying, saying)) return [];
      return [{ at: saying.at, code, detail: `${saying.key} (${flows[known.flow]?.flow})`, flow: i }];
    }),
  );
}

const repeated = (flows: readonly Flow[], code: FlowProblemCode, say: (flow: Flow) => Saying[]) =>
  against(flows, code, say, () => true);

const differing = (flows: readonly Flow[], code: FlowProblemCode, say: (flow: Flow) => Saying[]) =>
  against(flows, code, say, (first, later) => first.value !== later.value);

const unknownOffers = (flow: Flow, flows: readonly Flow[]): FlowProblem[] =>
  flow.items.flatMap((item, i) =>
    item.is !== 'end'
      ? []
      : item.offer.flatMap((offer, j): FlowProblem[] => {
          const [kind, id = ''] = offer.split(':');
          const missing = kind === 'flow' && !flows.some((other) => other.flow === id);
          return missing ? [{ at: ['items', i, 'offer', j], code: 'unknown_flow', detail: id }] : [];
        }),
  );
