import type { Judge } from '../calculator/request.js';
import type { Question } from '../flows/question.js';
import type { Language } from '../language/understand.js';
import type { IsoDate } from '../policy/dates.js';

/** What bills from the command line or a table are read and settled with. */
export type EstimateTools = {
  readonly judge: Judge;
  readonly language: Language;
  readonly columns: ReadonlyMap<string, Question>;
  readonly today: IsoDate;
};
