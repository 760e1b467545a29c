/** Runs a job once there is a place for it; first come, first served. */
export type Gate = <T>(job: () => Promise<T>) => Promise<T>;

/** A gate that lets `size` jobs run at a time. */
export function createGate(size: number): Gate {
  let free = size;
  const queue: (() => void)[] = [];
  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await job();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
