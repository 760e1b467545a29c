import type { Kind } from '../policy/kinds.js';
import { type Find, lacking } from './find.js';
import { isDefined, type Reading } from './read.js';
import { CARE_KEY, type Key } from './rules.js';
import type { Missing } from './settlement.js';
import { type Effect, effectOf, NO_EFFECT, type OutOfArea } from './shapes/out-of-area.js';
import type { Setting, Situation } from './situation.js';

/** Kinds of persons that live elsewhere for long, and may come back to the insured region for treatment. */
export const LONG_TERM: readonly Kind[] = ['resettled', 'long_term', 'posted'];

/** What treatment out of the area changes, the rule that says so, and what was assumed or is missing to tell: then nothing is changed yet. */
export type Away = {
  readonly effect: Effect;
  readonly outOfArea: Reading | undefined;
  readonly assumed?: 'as_at_home' | 'first_admission' | undefined;
  readonly missing?: Missing;
};

const HOME: Away = { effect: NO_EFFECT, outOfArea: undefined };

/** The effect of where one is treated; none at home. Without region, kind and rule the bill is taken as one at home, and that is said. */
export function awayOf(region: string | undefined, situation: Situation & { setting: Setting }, find: Find): Away {
  const { setting, filing } = situation;
  const key = CARE_KEY[setting][filing === 'at_home' ? 'return_visit' : 'out_of_area'];
  const found = find(key, unfiled(situation));
  if (!isDefined(found)) return unruled(region, situation, key, lacking(found));
  const effect = effectOf(found.value, situation, () => ofReferral(find, key, situation));
  if (!effect) return { ...HOME, missing: { what: 'rule', key, reason: { key, why: 'no_rule' } } };
  const isCounted = situation.unapproved === undefined && countsUnapproved(found.value);
  return { effect, outOfArea: found, assumed: isCounted ? 'first_admission' : undefined };
}

/** Whoever has not filed and is no emergency (that counts as filed) went of their own accord. */
const unfiled = (situation: Situation & { setting: Setting }): Situation =>
  situation.filing === 'not_filed' && situation.kind === undefined
    ? { ...situation, kind: 'other_temporary' }
    : situation;

/** S5b: it matters how many unapproved admissions there were. */
const countsUnapproved = (rule: OutOfArea): boolean =>
  rule.mode === 'self_first_by_admission' || (rule.mode === 'combined' && rule.parts.some(countsUnapproved));

/** Where no rule can be read: nothing changes at home, or where nothing at all is said of a place; else it is missing. */
function unruled(region: string | undefined, { kind, filing }: Situation, key: Key, missing: Missing): Away {
  if (filing === 'at_home') {
    const back = region !== undefined && kind !== undefined && LONG_TERM.includes(kind);
    return back ? { ...HOME, missing } : HOME;
  }
  if (kind !== undefined || filing === 'not_filed') return { ...HOME, missing };
  if (region === undefined) return { ...HOME, assumed: 'as_at_home' };
  return { ...HOME, missing: { what: 'situation', key, need: 'kind' } };
}

/** What a referral gets, for rules that lean on it. */
function ofReferral(find: Find, key: `${Setting}.${'out_of_area' | 'return_visit'}`, situation: Situation) {
  const found = find(key, { ...situation, kind: 'referral' });
  const value: OutOfArea | undefined = isDefined(found) ? found.value : undefined;
  return value && value.mode !== 'points_below_referral' ? effectOf(value, situation, () => undefined) : undefined;
}
