import type { Regions } from '../calculator/region.js';
import type { Flow } from '../flows/flow.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** All that authors write, checked and frozen: questions and facts, the parameters of regions, guided tasks. */
export type Content = Knowledge & { readonly regions: Regions; readonly flows: ReadonlyMap<string, Flow> };
