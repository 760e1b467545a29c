import { isWithin } from '../policy/region.js';
import type { Place } from './gazetteer.js';
import { CARE, type Cue, INSURED, VOID } from './place-cues.js';

export type Roles = {
  /** 参保地: where the insurance is paid. */
  readonly insured?: Place;
  /** 就医地: where care is had. */
  readonly care?: Place;
  /** True if several places compete for one role, or if a bare 在X is all there is to go by. */
  readonly ambiguous: boolean;
};

type Mention = { readonly place: Place; readonly insured: number; readonly care: number; readonly void: boolean };

/** Everything said about one code: how strongly each role is cued, and the mention that cues it best. */
type Group = { readonly code: string; insured: number; care: number; asInsured: Place; asCare: Place };

/**
 * Tells 参保地 from 就医地 among the places that `find` found in a folded text.
 * Two places without cues are insured, then care; a single one without a cue is insured. A place can have both roles.
 */
export function roles(text: string, places: readonly Place[]): Roles {
  const mentions = correct(places.map((_, i) => evidence(text, places, i)));
  const live = mentions.filter((mention) => !mention.void);
  return decide(group(share(live, text)), live.length > 1 && isList(live, text));
}

const REACH = 24;
const SENTENCE = /[。!?;\n！？；]/;

/** The sentence around a place, with `◆` for it and `◇` for the others. */
function around(text: string, places: readonly Place[], at: number): string {
  const clean = (from: number, to: number) =>
    text
      .slice(from, to)
      .replace(/[◆◇]/g, ' ')
      .replace(/[，、]/g, ',');
  const parts = places.flatMap(({ start }, i) => [clean(places[i - 1]?.end ?? 0, start), i === at ? '◆' : '◇']);
  const before =
    parts
      .slice(0, 2 * at + 1)
      .join('')
      .slice(-REACH)
      .split(SENTENCE)
      .at(-1) ?? '';
  const rest = parts.slice(2 * at + 2).join('') + clean(places.at(-1)?.end ?? 0, text.length);
  return `${before}◆${rest.slice(0, REACH).split(SENTENCE)[0] ?? ''}`;
}

const strongest = (cues: readonly Cue[], window: string): number =>
  cues.reduce((best, { pattern, weight }) => (weight > best && pattern.test(window) ? weight : best), 0);

function evidence(text: string, places: readonly Place[], at: number): Mention {
  const window = around(text, places, at);
  const insured = strongest(INSURED, window);
  const care = strongest(CARE, window);
  const place = places[at] as Place;
  const onlyLives = insured === 3 && care < 3; // 在北京上班交社保: the stay explains the insurance
  return { place, insured, care: onlyLives ? 0 : care, void: VOID.some((pattern) => pattern.test(window)) };
}

/** What was said of a place named by mistake is said of the next one: 去的不是北京是天津. */
function correct(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, i) => {
    const mistaken = mentions[i - 1];
    if (!mistaken?.void || mention.void) return mention;
    const silent = mention.insured < 2 && mention.care < 2;
    return silent ? { ...mention, insured: mistaken.insured, care: mistaken.care } : mention;
  });
}

const LIST = /^(?:市|省)? ?(?:、|和|或|或者|还是|跟|与|及|以及|\/|,?还有) ?(?:去|到|在)?$/;

const isListed = (text: string, left: Mention, right: Mention): boolean =>
  LIST.test(text.slice(left.place.end, right.place.start));

const isList = (mentions: readonly Mention[], text: string): boolean =>
  mentions.some((mention, i) => {
    const next = mentions[i + 1];
    return next !== undefined && isListed(text, mention, next);
  });

/** A cue said once for a list holds for all in it: 北京和上海的医院. */
function share(mentions: readonly Mention[], text: string): readonly Mention[] {
  return mentions.map((mention, i) => {
    if (mention.insured + mention.care > 0) return mention;
    const beside = [mentions[i - 1], mentions[i + 1]].find((other, side) => {
      if (other === undefined) return false;
      return side === 0 ? isListed(text, other, mention) : isListed(text, mention, other);
    });
    return beside ? { ...mention, insured: beside.insured, care: beside.care } : mention;
  });
}

function group(mentions: readonly Mention[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { place, insured, care } of mentions) {
    const known = groups.get(place.code) ?? { code: place.code, insured: 0, care: 0, asInsured: place, asCare: place };
    if (insured > known.insured) Object.assign(known, { insured, asInsured: place });
    if (care > known.care) Object.assign(known, { care, asCare: place });
    groups.set(place.code, known);
  }
  return [...groups.values()];
}

type Pair = { readonly insured: Group | undefined; readonly care: Group | undefined };

function decide(groups: readonly Group[], listed: boolean): Roles {
  const cued = bestPair(groups);
  const pair = fill(cued, groups);
  const guess = (cued.insured ?? cued.care) === undefined && groups.length > 1 && (listed || groups.length > 2);
  const weak = groups.length === 1 && pair.care?.care === 1;
  return toRoles(pair, guess || weak || hasRival(cued, groups));
}

const toRoles = ({ insured, care }: Pair, ambiguous: boolean): Roles => ({
  ...(insured && { insured: insured.asInsured }),
  ...(care && { care: care.asCare }),
  ambiguous,
});

const scoreOf = ({ insured, care }: Pair): number => (insured?.insured ?? 0) + (care?.care ?? 0);

const isPossible = ({ insured, care }: Pair): boolean => {
  if (insured && (insured.insured === 0 || insured.insured < insured.care)) return false;
  if (care && care.care === 0) return false;
  return insured === undefined || insured !== care || (insured.insured > 1 && care.care > 1);
};

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

function isBetter(pair: Pair, best: Pair): boolean {
  const gain = scoreOf(pair) - scoreOf(best);
  if (gain !== 0) return gain > 0;
  if (pair.insured === best.insured) return pair.care !== undefined;
  return pair.insured !== undefined && best.insured !== undefined && isWithin(pair.insured.code, best.insured.code);
}

const isNested = (a: Group, b: Group): boolean => isWithin(a.code, b.code) || isWithin(b.code, a.code);

/** Places without any cue take the roles that are left over, in the order in which they are named. */
function fill({ insured, care }: Pair, groups: readonly Group[]): Pair {
  const silent = groups.filter(
    (g) => g.insured + g.care === 0 && ![insured, care].some((taken) => taken && isNested(g, taken)),
  );
  if (insured && care) return { insured, care };
  if (insured) return { insured, care: silent[0] };
  if (care) return { insured: silent[0], care };
  const [first, second] = silent;
  if (first && second && isNested(first, second))
    return { insured: isWithin(second.code, first.code) ? second : first, care: undefined };
  return { insured: first, care: second };
}

/** True if another place, neither inside the chosen one nor around it, is cued for the same role as strongly. */
function hasRival({ insured, care }: Pair, groups: readonly Group[]): boolean {
  return groups.some((g) => {
    if (g === insured || g === care) return false;
    const rivalInsured =
      insured !== undefined && g.insured >= insured.insured && g.insured >= g.care && !isNested(g, insured);
    const rivalCare = care !== undefined && g.care >= care.care && !isNested(g, care);
    return rivalInsured || rivalCare;
  });
}
