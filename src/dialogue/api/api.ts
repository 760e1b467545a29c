import { answer, MODES, schemas } from '../../calculator/machine.js';
import type { Problem } from '../../calculator/request.js';
import { mask } from '../../language/mask.js';
import { civilDay } from '../../policy/dates.js';
import type { HandleDeps } from '../handle.js';
import { answersKept } from './answers-kept.js';
import type { AskedOnce } from './ask-once.js';
import { documentsOf } from './documents.js';
import { estimateForm, type Form } from './estimate-form.js';
import { type FlowCard, flowCards } from './flow-cards.js';

type Out = Readonly<Record<string, unknown>>;

/** What can be asked outside a conversation; the day of each call is that of its instant. */
export type Api = {
  /** The text as it is heard and kept: without personal numbers. */
  readonly masked: (text: string) => string;
  /** Answers one question; nothing of it is kept but the gap list. */
  readonly ask: (text: string, at: Date) => Promise<AskedOnce>;
  readonly flowsList: () => readonly FlowCard[];
  /** The calculator's machine side, with the `documents` its lines rest on; undefined if there is no such mode. */
  readonly estimate: (mode: string, input: unknown, at: Date) => Out | undefined;
  /** A bill from cells as people type them, by slot of the estimate's questions. */
  readonly estimateForm: (cells: Readonly<Record<string, string>>, at: Date) => Form | { readonly error: Problem };
  /** JSON Schemas of what each mode of `estimate` takes. */
  readonly estimateSchemas: () => Readonly<Record<string, unknown>>;
};

/** Opens the core to callers that hold no conversation. */
export function createApi(deps: HandleDeps): Api {
  const { knowledge, flows, judge } = deps;
  const { sources } = knowledge;
  return {
    masked: (text) => mask(text).text,
    ask: answersKept(deps),
    flowsList: () => flowCards(flows, knowledge),
    estimate: (name, input, at) => {
      const mode = MODES.find((one) => one === name);
      if (!mode) return undefined;
      const out = answer(mode, input, judge, civilDay(at));
      return { ...out, documents: documentsOf(out, sources) };
    },
    estimateForm: (cells, at) => {
      const flow = flows.get('estimate');
      if (!flow) throw new Error('flows/estimate.yaml is missing: the estimate has no questions');
      return estimateForm(cells, { ...deps, flow, sources }, civilDay(at));
    },
    estimateSchemas: schemas,
  };
}
