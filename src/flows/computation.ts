import type { IsoDate } from '../policy/dates.js';
import type { Compute } from './flow.js';
import type { Known } from './holds.js';
import { UNKNOWN } from './values.js';

/** Something worked out by code from answers; flows name it, and whoever runs flows brings it. */
export type Computation = {
  /** The arguments it takes. */
  readonly inputs: readonly string[];
  /** What it gives: the finite values an output can take, or `text`, which may be shown but not tested. */
  readonly outputs: Readonly<Record<string, readonly string[] | 'text'>>;
  /**
   * Deterministic. An argument that was not asked for, or answered with 不知道, is undefined. An output may be left out;
   * throwing leaves out all.
   */
  readonly run: (
    args: Readonly<Record<string, string | undefined>>,
    env: { readonly today: IsoDate },
  ) => Readonly<Record<string, string>>;
};

export type Computations = Readonly<Record<string, Computation>>;

/**
 * Runs one computation of a flow. An input that the flow names no argument for is the slot of the same name.
 * @returns its outputs as `[id.output, value]`; only declared ones, so that what was proved of a flow stays true. None if it fails.
 */
export function outputsOf(
  item: Compute,
  known: Known,
  computations: Computations,
  answers: Readonly<Record<string, string>>,
): [slot: string, value: string][] {
  const computation = computations[item.compute];
  if (!computation) return [];
  const args = Object.fromEntries(
    computation.inputs.map((name) => {
      const given = item.with[name];
      if (given === undefined) return [name, told(known.slots.get(name) ?? answers[name])];
      return [name, typeof given === 'string' ? told(known.slots.get(given)) : given.value];
    }),
  );
  return Object.entries(attempt(() => computation.run(args, { today: known.today })))
    .filter(([output, value]) => isDeclared(computation.outputs[output], value))
    .map(([output, value]) => [`${item.id}.${output}`, value]);
}

const told = (value: string | undefined): string | undefined => (value === UNKNOWN ? undefined : value);

const isDeclared = (values: readonly string[] | 'text' | undefined, value: string): boolean =>
  values === 'text' || (values?.includes(value) ?? false);

function attempt(run: () => Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return run();
  } catch {
    return {};
  }
}
