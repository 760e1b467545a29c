import type { Regions } from '../calculator/region.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** All that authors write, checked and frozen: questions and facts, and the parameters of regions. */
export type Content = Knowledge & { readonly regions: Regions };
