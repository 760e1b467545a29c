type Job = () => Promise<void>;

/** Jobs in order within a key, side by side across keys. */
export type Lanes = {
  /** Queues a job; false if the key already holds as many as it may. */
  enter(key: string, job: Job): boolean;
  /** Resolves once there is room for another job. */
  room(): Promise<void>;
  /** Resolves once no job is left. */
  idle(): Promise<void>;
};

function createGate(size: number): (job: Job) => Promise<void> {
  let free = size;
  const queue: (() => void)[] = [];
  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      await job();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}

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
    /** Resolves once the count is below `limit`. */
    async below(limit: number): Promise<void> {
      while (count >= limit) await new Promise<void>((resolve) => watchers.push(resolve));
    },
  };
}

/** Makes lanes of at most `running` jobs at a time, `waiting` accepted in all and `perKey` in one lane. */
export function createLanes(
  limits: { readonly running: number; readonly waiting: number; readonly perKey: number },
  onError: () => void,
): Lanes {
  const gate = createGate(limits.running);
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
      lane.tail = lane.tail.then(() => gate(job).catch(onError)).then(() => leave(key, lane));
      return true;
    },
    room: () => pending.below(limits.waiting),
    idle: () => pending.below(1),
  };
}
