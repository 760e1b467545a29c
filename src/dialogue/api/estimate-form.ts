import { answer, type Mode } from '../../calculator/machine.js';
import { isProblem, type Judge, type Problem } from '../../calculator/request.js';
import type { Computations } from '../../flows/computation.js';
import { withOpenChoices } from '../../flows/fits.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import { walk } from '../../flows/walk.js';
import type { Language } from '../../language/understand.js';
import type { IsoDate } from '../../policy/dates.js';
import { isMunicipality, isProvince } from '../../policy/region.js';
import type { Source } from '../../policy/source.js';
import { columnsOf, isBad, readCells } from '../estimate/cells.js';
import { requestOf } from '../estimate/request.js';
import { staffWording, wording } from '../wording.js';
import { type Document, documentsOf } from './documents.js';
import { choicesOf, type QuestionCard } from './flow-cards.js';

type Out = Readonly<Record<string, unknown>>;
type Cells = Readonly<Record<string, string>>;

/** What a form of the estimate is read and settled with. */
export type FormTools = {
  readonly flow: Flow;
  readonly language: Language;
  readonly judge: Judge;
  readonly computations: Computations;
  readonly sources: ReadonlyMap<string, Source>;
};

/**
 * `settlement`, `compare` and `range` are answers of the machine side; `range` only where a figure is lacking and can be bounded.
 * `choices`: what can be picked for each question now; `next`: the question whose answer is needed most.
 */
export type Form = {
  readonly settlement: Out;
  readonly compare: Out;
  readonly range: Out | null;
  readonly documents: readonly Document[];
  readonly choices: Readonly<Record<string, QuestionCard['choices']>>;
  readonly next: string | null;
};

/** Settles a form whose cells stand as people typed them (转诊, 4.8万, 90%, 呼和浩特), by slot; or says which cell is wrong. */
export function estimateForm(cells: Cells, tools: FormTools, today: IsoDate): Form | { readonly error: Problem } {
  const { flow, language, judge } = tools;
  const columns = columnsOf(flow);
  const answers = readCells(cells, columns, language, today);
  if (isBad(answers)) {
    const { slot, value } = answers.bad;
    return wrong(columns.get(slot)?.id ?? slot, staffWording.badCell(slot, value));
  }
  const region = answers.insured_region ?? '';
  if (isProvince(region) && !isMunicipality(region)) return wrong('insured_region', wording.guided.provinceAlone);
  const request = requestOf(answers, judge);
  if (isProblem(request)) return { error: request };
  // A request that was read is one that can be read again: its decimals are written as the texts they came from.
  const input: unknown = JSON.parse(JSON.stringify(request));
  const run = (mode: Mode): Out => answer(mode, input, judge, today);
  const settlement = run('settle');
  const range = isBounded(settlement) ? run('range') : undefined;
  return {
    settlement,
    compare: run('compare'),
    range: range && !('error' in range) ? range : null,
    documents: documentsOf(settlement, tools.sources),
    ...asked(answers, tools, today),
  };
}

/** Without the ratio anything from nothing to all could be paid: that is no range to tell. */
const isBounded = ({ fund, missing }: Out): boolean =>
  fund === null && !(missing as readonly { key: string }[]).some(({ key }) => key.endsWith('.ratio'));

const wrong = (field: string, message: string): { error: Problem } => ({
  error: { code: 'bad_input', field, message },
});

function asked(answers: Cells, { flow, computations }: FormTools, today: IsoDate): Pick<Form, 'choices' | 'next'> {
  const position = walk(flow, answers, { today, computations });
  const known = { today, slots: new Map(Object.entries(answers)) };
  const questions = flow.items.filter((item): item is Question => item.is === 'question');
  return {
    choices: Object.fromEntries(questions.map((item) => [item.id, choicesOf(withOpenChoices(item, known))])),
    next: position.at === 'question' ? position.item.id : null,
  };
}
