type Job = () => Promise<void>;

/** Jobs in order within a key, side by side across keys. */
export type Lanes = {
  /** Queues a job; false if the key already holds as many as it may. */
  enter(key: string, job: Job): boolean;
  /** True if there is room for another job. */
  hasRoom(): boolean;
  /** Resolves once there is. */
  room(): Promise<void>;
  /** Resolves once no job is left. */
  idle(): Promise<void>;
};

function createCounter() {
  let count = 0;
  let watchers: (() => void)[] = [];
  return {
    add(change: 1 | -1): void {
      count += change;
      const woken = watchers;
      watchers = [];
      for (const wake of woken) wake();
    },
    isBelow: (limit: number): boolean => count < limit,
    /** Resolves once the count is below `limit`. */
    async below(limit: number): Promise<void> {
      while (count >= limit) await new Promise<void>((resolve) => watchers.push(resolve));
    },
  };
}

/** Makes lanes of at most `waiting` jobs in all and `perKey` in one lane. */
export function createLanes(limits: { readonly waiting: number; readonly perKey: number }, onError: () => void): Lanes {
  const pending = createCounter();
  const lanes = new Map<string, { tail: Promise<void>; count: number }>();
  const leave = (key: string, lane: { count: number }): void => {
    lane.count -= 1;
    if (lane.count === 0) lanes.delete(key);
    pending.add(-1);
  };
  return {
    enter(key, job) {
      const lane = lanes.get(key) ?? { tail: Promise.resolve(), count: 0 };
      if (lane.count >= limits.perKey) return false;
      lanes.set(key, lane);
      lane.count += 1;
      pending.add(1);
      lane.tail = lane.tail.then(() => job().catch(onError)).then(() => leave(key, lane));
      return true;
    },
    hasRoom: () => pending.isBelow(limits.waiting),
    room: () => pending.below(limits.waiting),
    idle: () => pending.below(1),
  };
}
