/** A source of numbers that is the same for the same seed: walks can be walked again. */
export type Dice = {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** One of the items; there must be one. */
  readonly one: <T>(items: readonly T[]) => T;
  /** True once in `times`. */
  readonly once: (times: number) => boolean;
};

/** Mulberry32: small, fast and the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  const one = <T>(items: readonly T[]): T => {
    const [first] = items;
    if (first === undefined) throw new RangeError('nothing to choose from');
    return items[below(items.length)] ?? first;
  };
  return { below, one, once: (times) => below(times) === 0 };
}
