import { groupsOf } from './group.js';
import type { Sample } from './samples.js';

/** What follows from some place on; `shown` tells ends apart that show different notes. */
export type Way = { readonly steps: readonly string[]; readonly shown: string };

/** Values of a slot and the ways they lead to. */
export type Branch = { readonly names: Sample; readonly ways: readonly Way[] };

/** The ways of a question's branches. Answers after which everything is the same are told as one: `a|b`, or `*` for all. */
export function waysOfAnswers(slot: string, branches: readonly Branch[]): Way[] {
  const groups = groupsOf(branches, ({ ways }) => JSON.stringify(ways));
  const all = branches.some(({ names }) => names[0] === undefined) ? `${slot}?` : `${slot}=*`;
  return groups.flatMap((alike) => stepped(groups.length === 1 ? all : `${slot}=${namesOf(alike)}`, alike));
}

/**
 * The ways of an output's branches; nobody chooses between them, so they are told as shortly as can be: not at all where
 * nothing but notes depends on them, and as `age?` where the same questions are asked or not before the ways meet again.
 */
export function waysOfOutput(slot: string, branches: readonly Branch[]): Way[] {
  const groups = groupsOf(branches, ({ ways }) => JSON.stringify(ways.map(({ steps }) => steps)));
  const [one = [], other] = groups.map((alike) => alike[0]?.ways ?? []);
  if (groups.length === 1) return [...one];
  const met = groups.length === 2 && other ? (detour(one, other) ?? detour(other, one)) : undefined;
  return met ?? groups.flatMap((alike) => stepped(`${slot}=${namesOf(alike)}`, alike));
}

const isLoose = (step: string): boolean => step.endsWith('=*') || step.endsWith('?');
const loosened = (step: string): string => step.replace(/=\*$/, '?');

/** Both at once, if the longer ways are the shorter ones with the same questions put before each, or left open in one of them. */
function detour(longer: readonly Way[], shorter: readonly Way[]): Way[] | undefined {
  const extra = (longer[0]?.steps.length ?? 0) - (shorter[0]?.steps.length ?? 0);
  const head = longer[0]?.steps.slice(0, Math.max(0, extra)) ?? [];
  if (extra < 0 || longer.length !== shorter.length || !head.every(isLoose)) return undefined;
  const ways = longer.map((way, i) => both(way, shorter[i]?.steps ?? [], head));
  return ways.every((way) => way !== undefined) ? ways : undefined;
}

function both({ steps, shown }: Way, shorter: readonly string[], head: readonly string[]): Way | undefined {
  const tail = steps.slice(head.length);
  const isSame =
    tail.length === shorter.length &&
    head.every((step, i) => step === steps[i]) &&
    tail.every((step, i) => agree(step, shorter[i] ?? ''));
  const met = tail.map((step, i) => (step === shorter[i] ? step : loosened(step)));
  return isSame ? { steps: [...head.map(loosened), ...met], shown } : undefined;
}

/** True of two steps that differ at most in whether the question must be answered. */
const agree = (one: string, other: string): boolean =>
  one === other || (isLoose(one) && isLoose(other) && loosened(one) === loosened(other));

const namesOf = (alike: readonly Branch[]): string =>
  alike.flatMap(({ names }) => names.map((name) => name ?? '-')).join('|');

const stepped = (step: string, alike: readonly Branch[]): Way[] =>
  (alike[0]?.ways ?? []).map(({ steps, shown }) => ({ steps: [step, ...steps], shown }));
