import { parseAnswer } from '../../flows/answers/parse.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import type { Language } from '../../language/understand.js';
import type { IsoDate } from '../../policy/dates.js';
import { ESTIMATE_SLOTS, type EstimateAnswers } from './slots.js';

/** Something a cell or a flag holds that is no answer to its question. */
export type BadCell = { readonly slot: string; readonly value: string };

const ITEM = new Set<string>(ESTIMATE_SLOTS);

/** The questions of the estimate's flow that a table or the command line may answer, by slot and by what people call it. */
export function columnsOf(flow: Flow): ReadonlyMap<string, Question> {
  const questions = flow.items.filter((item): item is Question => item.is === 'question' && ITEM.has(item.id));
  return new Map(questions.flatMap((item) => [[item.id, item] as const, [item.label ?? item.id, item] as const]));
}

/**
 * Reads cells as people write them (转诊, 4.8万, 90%, 三级, 呼和浩特), by the parsers of the questions themselves.
 * @returns the answers, or the first cell that is none
 */
export function readCells(
  cells: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, Question>,
  language: Language,
  today: IsoDate,
): EstimateAnswers | { readonly bad: BadCell } {
  const answers: Record<string, string> = {};
  for (const [name, cell] of Object.entries(cells)) {
    const item = columns.get(name.trim());
    const value = cell.trim();
    if (!item || value === '') continue;
    const read = valueIn(item, value, language, today);
    if (read === undefined) return { bad: { slot: item.label ?? item.id, value } };
    answers[item.id] = read;
  }
  return answers;
}

/** A key of the machine side (`referral`, `150100`) is taken as it is; everything else as it would be in a conversation. */
function valueIn(item: Question, value: string, language: Language, today: IsoDate): string | undefined {
  if (item.type === 'choice' && item.choices.some(({ id }) => id === value)) return value;
  if (item.type === 'region' && /^\d{6}(-[a-z]+)?$/.test(value)) return value;
  const parsed = parseAnswer(item, value, language.hear(value), { today });
  return parsed && 'value' in parsed ? parsed.value : undefined;
}

export const isBad = (read: object): read is { readonly bad: BadCell } => 'bad' in read;
