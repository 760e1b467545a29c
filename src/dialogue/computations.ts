import type { Judge } from '../calculator/request.js';
import type { Computations } from '../flows/computation.js';
import { estimateComputations } from './estimate/computations.js';
import { placeRelation } from './guided/places.js';

/** Everything that flows may call by name. */
export const computationsFor = (judge: Judge): Computations => ({
  ...estimateComputations(judge),
  place_relation: placeRelation,
});
