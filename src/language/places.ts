import { isWithin } from '../policy/region.js';
import type { Place } from './gazetteer.js';
import { isListed, type Mention, mentionsOf } from './place-evidence.js';

export type Roles = {
  /** 参保地: where the insurance is paid. */
  readonly insured?: Place;
  /** 就医地: where care is had. */
  readonly care?: Place;
  /** True if several places compete for one role, or if a bare 在X is all there is to go by. */
  readonly ambiguous: boolean;
};

/** Everything said about one code: how strongly each role is cued, and the mention that cues it best. */
type Group = { readonly code: string; insured: number; care: number; asInsured: Place; asCare: Place };

type Pair = { readonly insured: Group | undefined; readonly care: Group | undefined };

/**
 * Tells 参保地 from 就医地 among the places that `find` found in a folded text.
 * Two places without cues are insured, then care; a single one without a cue is insured. A place can have both roles.
 */
export function roles(text: string, places: readonly Place[]): Roles {
  const mentions = mentionsOf(text, places);
  const groups = group(mentions);
  const cued = bestPair(groups);
  const pair = fill(cued, groups);
  const listed = mentions.some((mention, i) => isListed(text, mention, mentions[i + 1]));
  const uncued = cued.insured === undefined && cued.care === undefined && groups.length > 1;
  const weak = groups.length === 1 && pair.care?.care === 1;
  return toRoles(pair, weak || (uncued && (listed || groups.length > 2)) || hasRival(cued, groups));
}

const toRoles = ({ insured, care }: Pair, ambiguous: boolean): Roles => ({
  ...(insured && { insured: insured.asInsured }),
  ...(care && { care: care.asCare }),
  ambiguous,
});

function group(mentions: readonly Mention[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { place, insured, care } of mentions) {
    const known = groups.get(place.code) ?? { code: place.code, insured: 0, care: 0, asInsured: place, asCare: place };
    if (insured > known.insured) Object.assign(known, { insured, asInsured: place });
    if (care > known.care) Object.assign(known, { care, asCare: place });
    groups.set(place.code, known);
  }
  return [...groups.values()];
}

function isPossible({ insured, care }: Pair): boolean {
  if (insured?.insured === 0 || care?.care === 0) return false;
  if (insured !== care) return (!insured || !leansToCare(insured)) && (!care || !leansToInsured(care));
  return insured === undefined || canBeBoth(insured);
}

const leansToCare = ({ insured, care }: Group): boolean => insured < care;
const leansToInsured = ({ insured, care }: Group): boolean => care < insured;

/** 我是长沙人,在长沙住院: both are cued, by different mentions or by one that says as much of either. */
const canBeBoth = (g: Group): boolean =>
  g.insured > 1 && g.care > 1 && (!leansToCare(g) || (g.asInsured !== g.asCare && g.insured >= 4));

/** The assignment the cues speak for most; among equals the first insured place, the last place of care, the inner one. */
function bestPair(groups: readonly Group[]): Pair {
  let best: Pair = { insured: undefined, care: undefined };
  for (const insured of [undefined, ...groups]) {
    for (const care of [undefined, ...groups]) {
      const pair = { insured, care };
      if (isPossible(pair) && isBetter(pair, best)) best = pair;
    }
  }
  return best;
}

const scoreOf = ({ insured, care }: Pair): number => (insured?.insured ?? 0) + (care?.care ?? 0);

function isBetter(pair: Pair, best: Pair): boolean {
  const gain = scoreOf(pair) - scoreOf(best);
  if (gain !== 0) return gain > 0;
  if (pair.insured === best.insured) return isBetterCare(pair, best);
  if (best.insured === undefined) return true;
  return pair.insured !== undefined && isWithin(pair.insured.code, best.insured.code);
}

const isBetterCare = ({ insured, care }: Pair, best: Pair): boolean =>
  care !== undefined &&
  care !== insured &&
  !(best.care && best.care !== insured && isWithin(best.care.code, care.code));

const isNested = (a: Group, b: Group): boolean => isWithin(a.code, b.code) || isWithin(b.code, a.code);

/** Places with no more than a hint take the roles that are left over, in the order in which they are named. */
function fill({ insured, care }: Pair, groups: readonly Group[]): Pair {
  const taken = [insured, care].filter((g) => g !== undefined);
  const limit = taken.length > 0 ? Math.min(2, scoreOf({ insured, care })) : 1;
  const isFree = (g: Group) => g.insured < limit && g.care < limit && !taken.some((other) => isNested(g, other));
  const [first, second] = groups.filter(isFree);
  if (insured) return { insured, care: care ?? first };
  if (care) return { insured: first, care };
  if (!first || !second || !isNested(first, second)) return { insured: first, care: second };
  return { insured: isWithin(second.code, first.code) ? second : first, care: undefined };
}

/** True if another place, neither inside the chosen one nor around it, is cued for the same role as strongly. */
function hasRival({ insured, care }: Pair, groups: readonly Group[]): boolean {
  return groups.some((g) => {
    if (g === insured || g === care) return false;
    const rivalsInsured = insured && g.insured >= insured.insured && g.insured >= g.care && !isNested(g, insured);
    const rivalsCare = care && g.care >= care.care && !isNested(g, care);
    return Boolean(rivalsInsured || rivalsCare);
  });
}
