import type { Computations } from '../computation.js';
import { fits, refusalOf, withOpenChoices } from '../fits.js';
import type { End, Flow } from '../flow.js';
import { holds, type Known } from '../holds.js';
import { isOptional, shownAt } from '../walk.js';
import type { FlowProblem } from './problem.js';
import { unreachedIn } from './reached.js';
import { type Sample, samplesOf } from './samples.js';
import { type Stop, stopsOf } from './stops.js';
import { PROOF_DAY } from './typical.js';
import { type Way, waysOfAnswers, waysOfOutput } from './ways.js';

/** More ways through a flow than this and nobody can look them over. */
const MOST_PATHS = 20_000;

type Search = {
  readonly stops: readonly Stop[];
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  readonly reached: Set<string>;
  readonly stuck: Set<number>;
  /** Ways by the place they start from and all that they depend on. */
  readonly found: Map<string, readonly Way[]>;
  tooMany: boolean;
};

/** What is settled where the search stands. */
type Standing = Known & { readonly slots: Map<string, string> };

/**
 * Every distinguishable way through a flow whose names are sound: steps `slot=value` and the end. Answers after which
 * all goes on alike are one way: `a|b`, or `*` if it is all of them; `slot?` is a question that is
 * answered or not.
 */
export function pathsOf(flow: Flow, computations: Computations): { paths: string[][]; problems: FlowProblem[] } {
  const samples = samplesOf(flow, computations);
  const stops = stopsOf(flow, new Set([...samples.keys()].filter((slot) => slot.includes('.'))));
  const search: Search = { stops, samples, reached: new Set(), stuck: new Set(), found: new Map(), tooMany: false };
  const ways = explore(0, { today: PROOF_DAY, slots: new Map() }, search);
  if (search.tooMany) return { paths: [], problems: [{ at: [], code: 'too_many_paths', detail: String(MOST_PATHS) }] };
  return { paths: ways.map(({ steps }) => [...steps]), problems: unreachedIn(flow, search) };
}

function explore(from: number, known: Standing, search: Search): readonly Way[] {
  const at = search.stops.findIndex(({ item }, i) => i >= from && holds(item.when, known));
  const stop = search.stops[at];
  if (!stop || search.tooMany) return [];
  const key = [at, ...[...stop.needs].map((slot) => known.slots.get(slot) ?? '')].join('\n');
  const ways = search.found.get(key) ?? waysFrom(at, stop, known, search);
  search.found.set(key, ways);
  search.tooMany ||= ways.length > MOST_PATHS || search.found.size > MOST_PATHS;
  return ways;
}

function waysFrom(at: number, stop: Stop, known: Standing, search: Search): readonly Way[] {
  search.reached.add(String(stop.index));
  const { item, slot } = stop;
  if (item.is === 'end') return [endOf(item, stop.index, known, search)];
  if (slot === undefined) return explore(at + 1, known, search);
  const branches = valuesAt(stop, slot, known, search).map((names) => ({
    names,
    ways: explore(at + 1, withValue(known, slot, names[0]), search),
  }));
  if (branches.length === 0) search.stuck.add(stop.index);
  return item.is === 'compute' ? waysOfOutput(slot, branches) : waysOfAnswers(slot, branches);
}

const withValue = (known: Standing, slot: string, value: string | undefined): Standing =>
  value === undefined ? known : { ...known, slots: new Map(known.slots).set(slot, value) };

/** The values of a slot that are accepted where the search stands, those together that no test tells apart. */
function valuesAt({ index, item }: Stop, slot: string, known: Known, { samples, reached }: Search): Sample[] {
  const all = samples.get(slot) ?? [];
  if (item.is !== 'question') return [...all];
  const asked = withOpenChoices(item, known);
  if (asked.type === 'choice') for (const { id } of asked.choices) reached.add(`${index}/choices/${id}`);
  const isAccepted = (value: string | undefined) => {
    if (value === undefined || !fits(asked, value)) return false;
    const refusal = refusalOf(asked, value, known);
    if (refusal) reached.add(`${index}/refuse/${item.refuse.indexOf(refusal)}`);
    return refusal === undefined;
  };
  const accepted = all.map((sample) => sample.filter(isAccepted)).filter((sample) => sample.length > 0);
  return isOptional(item, known) ? [[undefined], ...accepted] : accepted;
}

/** The end a way comes to. */
function endOf(item: End, index: number, known: Known, { reached }: Search): Way {
  const shown = shownAt(item, known);
  const parts = [
    ...shown.checklist.map((part) => `${index}/checklist/${item.checklist.indexOf(part)}`),
    ...shown.deadlines.map((part) => `${index}/deadlines/${item.deadlines.indexOf(part)}`),
    ...shown.notes.map((part) => `${index}/notes/${item.notes.indexOf(part)}`),
  ];
  for (const part of parts) reached.add(part);
  return { steps: [item.end], shown: parts.join() };
}
