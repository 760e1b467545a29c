import { createGazetteer } from '../language/gazetteer.js';
import type { IsoDate } from '../policy/dates.js';
import type { Problem } from './problem.js';
import type { Draft } from './read.js';
import { answerRules } from './rules/answers.js';
import { entryRules, routeRules } from './rules/entries.js';
import { factRules } from './rules/facts.js';
import { quotedFigureRules, regionRules } from './rules/regions.js';
import { glossaryRules, guardRules } from './rules/words.js';

/** Every cross-check, in the order its problems are listed. */
export const RULES: readonly ((draft: Draft, today: IsoDate) => Problem[])[] = [
  factRules,
  (draft) => answerRules(draft, createGazetteer(draft.knowledge.aliases).nameOf),
  (draft) => regionRules(draft, createGazetteer(draft.knowledge.aliases).nameOf),
  quotedFigureRules,
  entryRules,
  routeRules,
  glossaryRules,
  guardRules,
];
