import type { Flow } from '../../flows/flow.js';
import { fold } from '../../language/fold.js';
import type { Draft, Tools, Turn } from '../context.js';
import { asks } from '../guided/asks.js';
import { personIn, toldIn } from '../guided/find.js';
import { show, start } from '../guided/go.js';
import { bringUp, runOf } from '../guided/runs.js';
import { noteFrame, takeTold } from '../guided/told.js';

/** Begins a task that a message asks to be led through, or goes on with it. A plain question is none: it is answered, and offers the task. */
export function begin(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const flow = flowAsked(turn) ?? ledTo(turn);
  if (!flow) return undefined;
  const told = toldIn(flow, turn);
  const begun = runOf(flow.flow, turn);
  if (begun && !begun.run.done) {
    bringUp(begun, turn);
    return takeTold(begun, told, turn) ?? show(begun, turn);
  }
  for (const [slot, value] of Object.entries(told)) noteFrame(slot, value, turn);
  return start(flow, told, turn, { person: personIn(turn.heard.text) ?? '' });
}

const STEPS = /你问我答|一[步个条项]一[步个条项]|一步步|手把手|引导我|[带陪]着?我[办走选弄]/;
const ASKS_US = /你问我答|(教|带|陪|引导|问|告诉)着?我|给我[讲说理]|[讲说理]给我/;
/** A polite frame asks nothing of the matter. */
const POLITE = /能不能|可不可以|(可以|行|好|行不行|好不好)[吗么]?[?？。!！]*$|^(请问|请|麻烦)|[?？]+$|吗[?？]*$/g;

/** What most people who want to be led have to do. */
const FIRST = 'filing';

/** Who asks us to lead gets the task whose title speaks of the matter; where none does, filing. A question how something goes is none. */
function ledTo(turn: Turn): Flow | undefined {
  const { tools } = turn;
  const { text } = turn.heard;
  const matter = text.replace(STEPS, '').replace(ASKS_US, '').replace(POLITE, '');
  if (!STEPS.test(text) || !ASKS_US.test(text) || asks(matter) || /点$/.test(lettersOf(text))) return undefined;
  const named = flowAsked({ ...turn, heard: tools.language.hear(text.replace(STEPS, '')) });
  if (named) return named;
  const { concepts } = tools.language.hear(matter);
  const shared = (flow: Flow) =>
    tools.language.read(flow.title).concepts.filter((one) => tools.language.isTerm(one) && concepts.includes(one))
      .length;
  const first = tools.flows.get(FIRST);
  return [...tools.flows.values()].reduce<Flow | undefined>(
    (best, flow) => (shared(flow) > (best ? shared(best) : 0) ? flow : best),
    first,
  );
}

/**
 * The flow one of whose triggers is the whole of what is asked: beside it stand only places, persons and courtesies, or
 * clauses that tell something.
 */
export function flowAsked({ heard, tools }: Turn): Flow | undefined {
  const clauses = asks(heard.text) ? [heard.text] : [heard.text, ...heard.text.split(/[,，。;；!！\n]/)];
  const said = [...clauses, heard.core].map(lettersOf);
  const triggers = triggersOf(tools);
  return said.map((letters) => triggers.get(letters)).find((flow) => flow !== undefined);
}

const indexes = new WeakMap<Tools['flows'], ReadonlyMap<string, Flow>>();

/** Flows by the letters of their triggers, as written and as far as they are searched by; worked out once for all turns. */
function triggersOf({ flows, language }: Tools): ReadonlyMap<string, Flow> {
  const known = indexes.get(flows);
  if (known) return known;
  const forms = [...flows.values()].flatMap((flow) =>
    flow.triggers.flatMap((trigger) =>
      [fold(trigger), language.read(trigger).core].map((form) => [lettersOf(form), flow] as const),
    ),
  );
  const index = new Map(forms.filter(([letters]) => letters !== '').toReversed());
  indexes.set(flows, index);
  return index;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
