/** The updates received and not yet confirmed, so that Telegram keeps what was not done with when the process ends. */
export type Received = {
  /** The offset that confirms all that is done with, and nothing after the first that is not; 0 if nothing came yet. */
  offset(): number;
  /** The updates that came before and are not confirmed. */
  ids(): ReadonlySet<number>;
  /** Notes an update; the function it gives is called once it is done with. */
  add(id: number): () => void;
  /** True if none is under way. */
  isDone(): boolean;
  /** Resolves once none is. */
  done(): Promise<void>;
  /** Lets the first one go unconfirmed no longer: so many came after it that it hides what is new. */
  release(): void;
};

/**
 * Makes the record. The offset follows the last id, not the highest ever: after a quiet week Telegram starts again at a
 * random one.
 */
export function createReceived(): Received {
  const isDoneById = new Map<number, boolean>();
  let next = 0;
  const watchers: (() => void)[] = [];
  const settle = (): void => {
    for (const [id, isDone] of isDoneById) {
      if (!isDone) break;
      isDoneById.delete(id);
      next = id + 1;
    }
    if (isDoneById.size > 0) return;
    for (const wake of watchers.splice(0)) wake();
  };
  const finish = (id: number): void => {
    if (!isDoneById.has(id)) return;
    isDoneById.set(id, true);
    settle();
  };
  return {
    offset: () => isDoneById.keys().next().value ?? next,
    ids: () => new Set(isDoneById.keys()),
    add(id) {
      isDoneById.set(id, false);
      return () => finish(id);
    },
    isDone: () => isDoneById.size === 0,
    done: () => (isDoneById.size === 0 ? Promise.resolve() : new Promise((resolve) => void watchers.push(resolve))),
    release() {
      for (const [id, isDone] of isDoneById) if (!isDone) return finish(id);
    },
  };
}
