import type { IsoDate } from '../policy/dates.js';
import type { Decimal } from './amount.js';
import { openBooks } from './books.js';
import type { Cost } from './case.js';
import { closed, stopped } from './close.js';
import { acrossYears } from './cross-year.js';
import { lacking } from './find.js';
import { lookUp, type Plan, planOf, type Request } from './plan.js';
import { isDefined, type NotDefined } from './read.js';
import type { Regions } from './region.js';
import type { Settlement } from './settlement.js';
import { fromBase } from './stages/base.js';
import { deductible, selfFirst } from './stages/deductible.js';
import { aid, large, seriousIllness, supplement, tiltedAid } from './stages/layers.js';
import { pool } from './stages/pool.js';
import { scope } from './stages/scope.js';

const LAYERS = [seriousIllness, aid, tiltedAid, supplement];

/** The order of operations (rule-shapes, section 1). A stage that lacks what it needs says false: the lines end there. */
const ORDER = [scope, selfFirst, deductible, pool, large, ...LAYERS];

/** What is left to do when nothing is paid, and when only the serious-illness base is known. */
const NOTHING = [scope, pool];
const FROM_SERIOUS_ILLNESS = [fromBase, ...LAYERS];

/**
 * Settles one bill under the rule of its region and day.
 * @param today the civil day it is asked on, `YYYY-MM-DD`: the day of discharge if the case names none
 * @returns lines, sums in yuan to the fen, what was assumed and what is missing; never throws on a request that its schema let through
 */
export function settle(regions: Regions, request: Request, today: IsoDate): Settlement {
  const plan = planOf(regions, request, today);
  const { crossYear } = request.case;
  if (crossYear === undefined) return settlePlan(plan);
  const found = lookUp(plan, 'cross_year');
  if (!isDefined(found)) return unsplit(plan, found);
  const settlePart = (part: Request, owed?: Decimal) => settlePlan(planOf(regions, part, today), owed);
  return acrossYears(request, crossYear, found, plan.on, settlePart);
}

/** One bill by its plan; `owed` yuan: what is left of the deductible, if part of the stay was settled before. */
function settlePlan(plan: Plan, owed?: Decimal): Settlement {
  const books = openBooks(plan, owed);
  if (!hasCost(plan)) {
    plan.missing.unshift({ what: 'cost', key: 'cost' });
    return stopped(books);
  }
  for (const stage of orderFor(plan)) if (!stage(books)) return stopped(books);
  return closed(books);
}

/** Without a rule for stays over New Year: only what the bill itself says. */
function unsplit(plan: Plan, silent: NotDefined): Settlement {
  const books = openBooks(plan);
  scope(books);
  plan.missing.push(lacking(silent));
  return stopped(books);
}

function hasCost({ request }: Plan): boolean {
  const { cost } = request.case;
  for (const part in cost) if (cost[part as keyof Cost] !== undefined) return true;
  return false;
}

function orderFor({ request, effect }: Plan) {
  if (request.case.cost.seriousIllnessBase) return FROM_SERIOUS_ILLNESS;
  return effect.nothing ? NOTHING : ORDER;
}
