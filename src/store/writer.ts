import { StoreError } from './errors.js';

type Job<C> = {
  readonly run: (connection: C) => void;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
};

/** Does all of `works` in one transaction, or none of them. */
type Commit<C> = (works: readonly ((connection: C) => void)[]) => Promise<void>;

export type Writes<C> = {
  /** Resolves with the result of `work` once it is committed. */
  write<T>(work: (connection: C) => T): Promise<T>;
  /** Resolves once every write asked for so far has ended. */
  idle(): Promise<void>;
};

/**
 * Gathers the changes asked for while another is under way and commits them together, in the order asked for.
 * A change that fails alone fails nobody else's; a lock fails all that wait, so that a thousand users wait once and not a thousand times.
 */
export function groupedWrites<C>(commit: Commit<C>): Writes<C> {
  let waiting: Job<C>[] = [];
  let draining: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    await null; // lets the writes of the same moment join the first
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      await flush(jobs, commit);
    }
    draining = undefined;
  };
  const write = <T>(work: (connection: C) => T): Promise<T> =>
    new Promise((resolve, reject) => {
      let result: T;
      const run = (connection: C): void => {
        result = work(connection);
      };
      waiting.push({ run, done: () => resolve(result), fail: reject });
      draining ??= drain();
    });
  return { write, idle: async () => draining };
}

async function flush<C>(jobs: readonly Job<C>[], commit: Commit<C>): Promise<void> {
  try {
    await commit(jobs.map((job) => job.run));
    for (const job of jobs) job.done();
  } catch (error) {
    const shared = jobs.length === 1 || (error instanceof StoreError && error.kind === 'locked');
    if (shared) for (const job of jobs) job.fail(error);
    else for (const job of jobs) await flush([job], commit);
  }
}
