import type { Keyv } from 'keyv';
import { z } from 'zod';
import { StoreError } from './errors.js';

export type KeptOptions = {
  /** The shape's version; raise it when the schema changes so that old values no longer parse. */
  readonly version: number;
  /** How long a value holds after it was set, in milliseconds of the callers' `now`. */
  readonly ttlMs: number;
  /** Gives a value of an older version the present shape (the schema checks it); undefined means absent. Without it old values are absent. */
  readonly migrate?: ((old: unknown, version: number) => unknown) | undefined;
  /** Told of a value that can't be read, with a reason that names fields, never what they hold. */
  readonly onUnreadable?: ((key: string, reason: string) => void) | undefined;
};

/** Values of one shape under keys. All methods reject with StoreError when the store fails. */
export type Kept<T> = {
  /** The value, or undefined if there is none, its time is over at `now`, or it can't be read. */
  get(key: string, now: Date): Promise<T | undefined>;
  /** Resolves once the value is stored; its time starts at `now`. */
  set(key: string, value: T, now: Date): Promise<void>;
  /** True if something was deleted. */
  delete(key: string): Promise<boolean>;
};

const envelope = z.object({ v: z.int(), at: z.iso.datetime(), value: z.unknown() });

// The store's clock only sweeps up what nobody may read any more; the callers' `now` may lag behind it.
const SLACK_MS = 24 * 60 * 60 * 1000;

/** A typed view of `keyv`. The schema must accept what JSON gives back (no Date, Map or undefined inside). */
export function kept<T>(keyv: Keyv, schema: z.ZodType<T>, options: KeptOptions): Kept<T> {
  return {
    get: async (key, now) => {
      const unreadable = (reason: string): undefined => {
        options.onUnreadable?.(key, reason);
        return undefined;
      };
      const stored = await fetched(keyv, key);
      if (stored === undefined) return undefined;
      const read = envelope.safeParse(stored.value);
      if (!read.success) return unreadable('it is not a kept value');
      if (now.getTime() >= Date.parse(read.data.at) + options.ttlMs) return undefined;
      return present(read.data, schema, options, unreadable);
    },
    set: async (key, value, now) => {
      const stored = { v: options.version, at: now.toISOString(), value };
      const done = await guarded(() => keyv.set(own(key), stored, 2 * options.ttlMs + SLACK_MS));
      if (!done) throw new StoreError('unavailable', 'The store did not accept a value.');
    },
    delete: (key) => guarded(() => keyv.delete(own(key))),
  };
}

function present<T>(
  stored: z.infer<typeof envelope>,
  schema: z.ZodType<T>,
  { version, migrate }: KeptOptions,
  unreadable: (reason: string) => undefined,
): T | undefined {
  if (stored.v > version) return unreadable(`it is of version ${stored.v}, newer than ${version}`);
  try {
    const value = stored.v === version ? stored.value : migrate?.(stored.value, stored.v);
    if (value === undefined && stored.v < version) return undefined;
    const read = schema.safeParse(value);
    return read.success ? read.data : unreadable(`of version ${stored.v}: ${read.error.issues.map(where).join(', ')}`);
  } catch (error) {
    return unreadable(`version ${stored.v} could not be migrated (${error instanceof Error ? error.name : 'unknown'})`);
  }
}

const where = (issue: z.core.$ZodIssue): string => `${issue.code} at ${issue.path.join('.') || 'the top'}`;

/** What Keyv holds; text that is no JSON counts as a value that can't be read. */
async function fetched(keyv: Keyv, key: string): Promise<{ readonly value: unknown } | undefined> {
  return guarded(async () => {
    try {
      const value: unknown = await keyv.get(own(key));
      return value === undefined ? undefined : { value };
    } catch (error) {
      if (error instanceof SyntaxError) return { value: undefined };
      throw error;
    }
  });
}

async function guarded<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('unavailable', `The store failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

// Keyv takes a key that begins with its namespace for one that has it already: `session:x` would be `x`.
const own = (key: string): string => `=${key}`;
