import { Decimal } from 'decimal.js';
import { isDefined, read } from '../calculator/read.js';
import type { Regions } from '../calculator/region.js';
import type { Key } from '../calculator/rules.js';
import { forSchema, type Situation } from '../calculator/situation.js';
import type { Fact } from '../knowledge/fact.js';

/** Facts with the figures filled in that stand in a region's file: each figure has one home. */
export function quoting(facts: ReadonlyMap<string, Fact>, regions: Regions): Map<string, Fact> {
  return new Map([...facts].map(([id, fact]) => [id, withFigures(fact, regions)]));
}

type Quote = Fact['from_region'][string];

/** A fact without figures of a region stays as it is; a figure that cannot be read is left out, and a rule tells its author. */
function withFigures(fact: Fact, regions: Regions): Fact {
  const quotes = Object.entries(fact.from_region);
  if (quotes.length === 0) return fact;
  const read = quotes.flatMap(([name, quote]) => {
    const figure = figureOf(fact, quote, regions);
    return figure === undefined ? [] : [[name, figure] as const];
  });
  return { ...fact, values: { ...fact.values, ...Object.fromEntries(read) } };
}

function figureOf(fact: Fact, quote: Quote, regions: Regions): string | undefined {
  const day = fact.from ?? fact.reviewed;
  const situation = forSchema.safeParse(quote.for);
  if (!situation.success) return undefined;
  const when = { region: fact.scope[0], day, today: fact.reviewed, acceptAsOf: true };
  const found = read(regions, when, quote.key as Key, firstOf(quote.for));
  const field = isDefined(found) ? (found.value as Readonly<Record<string, unknown>>)[quote.field] : undefined;
  if (!Decimal.isDecimal(field)) return undefined;
  return `${(quote.unit === '%' ? field.times(100) : field).toFixed()}${quote.unit}`;
}

const firstOf = (named: Quote['for']): Situation => named as Situation;
