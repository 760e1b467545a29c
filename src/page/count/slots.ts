import type { WebForm, WebQuestion } from '../../channels/web/contract.js';

/** Asked of everybody, in this order. */
const BASE = ['insured_region', 'kind', 'setting', 'insurance', 'person', 'tier', 'total', 'own_funded'];
/** Asked of everybody who knows them: where the region's own are not held, the result rests on them. */
const KNOWN = ['deductible', 'ratio', 'drop_points'];
/** For who has the whole bill at hand. */
const MORE = [
  'in_scope',
  'class_b',
  'class_b_prepay',
  'over_limit',
  'admission',
  'stay_days',
  'discharged_on',
  'age',
  'poor',
  'actual_ratio',
  'ceiling',
  'used_pool',
  'used_deductible',
  'account_balance',
];

export type Groups = Readonly<Record<'base' | 'known' | 'called' | 'more', readonly WebQuestion[]>>;

/** The questions of the form, by where they stand. `called`: those that the region's rules asked for, of whatever kind. */
export function groupsOf(questions: readonly WebQuestion[], called: ReadonlySet<string>): Groups {
  const pick = (slots: readonly string[]) =>
    slots.flatMap((slot) => questions.filter((question) => question.slot === slot));
  const others = [...called].filter((slot) => !BASE.includes(slot) && !KNOWN.includes(slot));
  return {
    base: pick(BASE),
    known: pick(KNOWN),
    called: pick(others),
    more: pick(MORE.filter((slot) => !others.includes(slot))),
  };
}

/** What can be picked now, where a question has choices at all. */
export const offered = ({ slot, choices }: WebQuestion, form: WebForm | undefined): WebQuestion['choices'] =>
  form?.choices[slot] ?? choices;

/** The questions that are named otherwise in what the calculator lacks. */
const NAMES: Readonly<Record<string, string>> = { out_of_area: 'drop_points', stayDays: 'stay_days', cost: 'total' };

/** The questions whose answers the result still wants: parts of the situation, and rules that only the person can supply. */
export function neededIn(form: WebForm | undefined): readonly string[] {
  if (!form) return [];
  const lacking = form.settlement.missing.map(({ key }) => key.slice(key.indexOf('.') + 1));
  return [...(form.next === null ? [] : [form.next]), ...lacking.map((name) => NAMES[name] ?? name)];
}
