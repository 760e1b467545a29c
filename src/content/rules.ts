import type { Computations } from '../flows/computation.js';
import { createGazetteer } from '../language/gazetteer.js';
import type { IsoDate } from '../policy/dates.js';
import type { Problem } from './problem.js';
import type { Draft } from './read.js';
import { answerRules } from './rules/answers.js';
import { entryRules, routeRules } from './rules/entries.js';
import { factRules } from './rules/facts.js';
import { flowTextRules } from './rules/flow-texts.js';
import { type FlowFile, flowRules } from './rules/flows.js';
import { ownChoiceRules } from './rules/own-choices.js';
import { quotedFigureRules, regionRules } from './rules/regions.js';
import { glossaryRules, guardRules } from './rules/words.js';

type Rule = (draft: Draft, today: IsoDate, computations: Computations) => Problem[];

/** Every cross-check, in the order its problems are listed. */
const RULES: readonly Rule[] = [
  factRules,
  (draft) => answerRules(draft, createGazetteer(draft.knowledge.aliases).nameOf),
  (draft) => regionRules(draft, createGazetteer(draft.knowledge.aliases).nameOf),
  quotedFigureRules,
  ownChoiceRules,
  (draft) => flowTextRules(draft, createGazetteer(draft.knowledge.aliases).nameOf),
  (draft, _, computations) => flowRules(flowFiles(draft), computations),
  entryRules,
  routeRules,
  glossaryRules,
  guardRules,
];

/** The problems of all rules. `computations`: those that flows may call; their proof rests on what these declare. */
export const checked = (draft: Draft, today: IsoDate, computations: Computations): Problem[] =>
  RULES.flatMap((rule) => rule(draft, today, computations));

function flowFiles({ knowledge, where }: Draft): Map<string, FlowFile> {
  return new Map(
    [...knowledge.flows].map(([id, flow]) => {
      const place = where.get(`flow:${id}`);
      return [id, { flow, file: place?.file ?? '', lineOf: place?.lineOf ?? (() => 1) }];
    }),
  );
}
