import { type IsoDate, isIsoDate } from '../policy/dates.js';
import { type Computations, outputsOf } from './computation.js';
import { fits, refusalOf, withOpenChoices } from './fits.js';
import { type End, type Flow, type Item, nameOf } from './flow.js';
import { holds, type Known, mayHold, mustHold } from './holds.js';
import type { Question } from './question.js';

/** Answers by slot. Those of questions that do not apply are kept, and ignored. */
export type Answers = Readonly<Record<string, string>>;

export type WalkEnv = { readonly today: IsoDate; readonly computations: Computations };

type Passed = {
  /** The questions that were asked and answered, in order. */
  readonly path: readonly string[];
  /** The outputs of computations, by `id.output`. */
  readonly computed: Answers;
  /** What counts here: the answers of the path, and `computed`. */
  readonly known: Answers;
};

export type AtQuestion = Passed & {
  readonly at: 'question';
  /** The question, with only those choices that apply. */
  readonly item: Question;
  /** Questions answered, and at most how many there are; an estimate that can shrink. */
  readonly progress: { readonly done: number; readonly of: number };
};

export type AtEnd = Passed &
  Pick<End, 'checklist' | 'deadlines' | 'notes'> & { readonly at: 'end'; readonly item: End };

/** Where answers lead in a flow. Texts are raw: their marks are for whoever shows them. */
export type Position = AtQuestion | AtEnd;

/**
 * Reads a flow from the top: passes what does not apply, stops at the first question without an answer that fits,
 * or at the first end. The same answers, day and computations always give the same position.
 * @throws RangeError if the flow has no end that applies, which `proveFlow` rules out
 */
export function walk(flow: Flow, answers: Answers, env: WalkEnv): Position {
  const slots = new Map<string, string>();
  const known: Known = { today: env.today, slots };
  const path: string[] = [];
  const told = fitting(flow, answers, env.today);
  for (const [index, item] of flow.items.entries()) {
    if (!holds(item.when, known)) continue;
    if (item.is === 'end') return { at: 'end', item, ...shownAt(item, known), ...passed(path, known) };
    if (item.is === 'compute') {
      for (const [slot, value] of outputsOf(item, known, env.computations, told)) slots.set(slot, value);
      continue;
    }
    const asked = withOpenChoices(item, known);
    const answer = answers[item.id];
    if (isOptional(item, known) && (answer === undefined || !fits(asked, answer))) continue;
    if (answer === undefined || !fits(asked, answer) || refusalOf(asked, answer, known) !== undefined)
      return {
        at: 'question',
        item: asked,
        ...passed(path, known),
        progress: progress(flow.items, index, path, known),
      };
    path.push(item.id);
    slots.set(item.id, answer);
  }
  throw new RangeError(`flow ${flow.flow} has no end that applies`);
}

/** The answers that fit their questions as they stand: what a computation may be told early. */
function fitting(flow: Flow, answers: Answers, today: IsoDate): Answers {
  const known: Known = { today, slots: new Map(Object.entries(answers)) };
  const fit = flow.items.flatMap((item): [string, string][] => {
    const value = item.is === 'question' ? answers[item.id] : undefined;
    if (item.is !== 'question' || value === undefined) return [];
    return fits(withOpenChoices(item, known), value) ? [[item.id, value]] : [];
  });
  return Object.fromEntries(fit);
}

/** True for a question that is not asked here; an answer it was given all the same counts. */
export const isOptional = (item: Question, known: Known): boolean =>
  item.optional !== undefined && holds(item.optional, known);

const passed = (path: readonly string[], { slots }: Known): Passed => ({
  path,
  known: Object.fromEntries(slots),
  computed: Object.fromEntries([...slots].filter(([slot]) => slot.includes('.'))),
});

/** The parts of an end that apply; a deadline only if the day it runs from is known. */
export function shownAt(item: End, known: Known): Pick<End, 'checklist' | 'deadlines' | 'notes'> {
  const applies = ({ when }: Pick<Item, 'when'>) => holds(when, known);
  const starts = ({ after }: { after: string }) => isIsoDate(known.slots.get(after) ?? '');
  return {
    checklist: item.checklist.filter(applies),
    deadlines: item.deadlines.filter((deadline) => starts(deadline) && applies(deadline)),
    notes: item.notes.filter(applies),
  };
}

/** Counts the questions from here on that may still apply, up to an end that is sure to. */
function progress(items: readonly Item[], from: number, path: readonly string[], known: Known): AtQuestion['progress'] {
  const ahead = items.slice(from);
  const open = new Set(ahead.map(nameOf));
  const isOpen = (slot: string) => open.has(slot.split('.')[0] ?? slot);
  const last = ahead.findIndex((item) => item.is === 'end' && mustHold(item.when, known, isOpen));
  const possible = ahead
    .slice(0, last + 1)
    .filter((item) => item.is === 'question' && !isOptional(item, known) && mayHold(item.when, known, isOpen));
  return { done: path.length, of: path.length + possible.length };
}
