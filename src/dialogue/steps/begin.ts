import type { Flow } from '../../flows/flow.js';
import { fold } from '../../language/fold.js';
import type { Draft, Turn } from '../context.js';
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

/** Words that ask to be led, whatever the matter. */
const LEAD = /你问我答|一(步|个|条|项)一(步|个|条|项)|一步步|手把手|引导我|带着我(办|走|选|弄)|陪我(办|走|选|弄)/;

const LEAD_WORDS = new RegExp(
  `(能不能|可不可以|请|麻烦|帮我)?(${LEAD.source})(地|的)?(教|带|问|告诉)?我?(吗|行不|行吗|好吗|吧)?`,
  'g',
);

/** What most people who want to be led have to do. */
const FIRST = 'filing';

/** Who asks to be led gets the task whose title speaks of the matter; where none does, filing. */
function ledTo({ heard, tools }: Turn): Flow | undefined {
  if (!LEAD.test(heard.text)) return undefined;
  const { concepts } = tools.language.hear(heard.text.replace(LEAD_WORDS, ''));
  const shared = (flow: Flow) =>
    tools.language.read(flow.title).concepts.filter((one) => tools.language.isTerm(one) && concepts.includes(one))
      .length;
  const closest = [...tools.flows.values()].reduce<Flow | undefined>(
    (best, flow) => (shared(flow) > (best ? shared(best) : 0) ? flow : best),
    undefined,
  );
  return closest ?? tools.flows.get(FIRST);
}

/**
 * The flow one of whose triggers is the whole of what is asked: beside it stand only places, persons and courtesies, or
 * clauses that tell something.
 */
export function flowAsked({ heard, tools }: Turn): Flow | undefined {
  const bare = lettersOf(heard.core);
  const clauses = asks(heard.text) ? [heard.text] : [heard.text, ...heard.text.split(/[,，。;；!！\n]/)];
  const said = new Set(clauses.map(lettersOf));
  return [...tools.flows.values()].find((flow) =>
    flow.triggers.some((trigger) => {
      const wanted = lettersOf(fold(trigger));
      return said.has(wanted) || bare === wanted || lettersOf(tools.language.read(trigger).core) === bare;
    }),
  );
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
