import type { Computation } from '../../flows/computation.js';
import { poolOf, provinceOf } from '../../policy/region.js';

/** How the place one goes to lies to the place one is insured in: the same pooling area, the same province, or another. */
export const placeRelation: Computation = {
  inputs: ['insured_region', 'care_region'],
  outputs: { is: ['same_area', 'same_province', 'other_province', 'not_told'] },
  run: ({ insured_region: insured, care_region: care }) => {
    if (insured === undefined || care === undefined) return { is: 'not_told' };
    if (poolOf(insured) === poolOf(care)) return { is: 'same_area' };
    return { is: provinceOf(insured) === provinceOf(care) ? 'same_province' : 'other_province' };
  },
};
