import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from './driver.js';
import { StoreError, type StoreErrorKind, storeError } from './errors.js';
import { type FileOptions, openFile, repairFile } from './file.js';
import { groupedWrites } from './writer.js';

export type DatabaseOptions = FileOptions & {
  /** Waits between tries while another program holds the lock, in milliseconds; one try more than waits. */
  readonly waitsMs?: readonly number[] | undefined;
  /** Stamps the name of a damaged file that is set aside. */
  readonly now: Date;
  readonly onNotice?: ((notice: string) => void) | undefined;
};

const WAITS_MS = [50, 100, 200, 400];

/**
 * One SQLite file, opened on first use and again after a failure. The `work` given to read and write is synchronous, may be
 * run more than once, and must touch nothing but the database. Methods reject with StoreError; what `work` itself throws comes through.
 */
export class Database {
  readonly path: string;
  readonly #options: DatabaseOptions;
  readonly #writes = groupedWrites<Sql>((works) => this.#commit(works));
  #sql: Sql | undefined;
  #opening: Promise<Sql> | undefined;
  #checked = false;
  #closed = false;

  constructor(path: string, options: DatabaseOptions) {
    this.path = path;
    this.#options = options;
  }

  /** Opens the file if it isn't open. */
  async ready(): Promise<void> {
    await this.#opened();
  }

  /** Reads; sees every write acknowledged before. */
  async read<T>(work: (sql: Sql) => T): Promise<T> {
    await this.#opened();
    // A read that met a lock would hold its connection to an old state in libsql: such a connection is given up.
    return this.#patiently(() => this.#told(() => work(this.#sql ?? this.#open()), ['locked', 'unavailable']));
  }

  /** Changes in a transaction; resolves once it is on disk. Writes are done in the order of the calls. */
  write<T>(work: (sql: Sql) => T): Promise<T> {
    return this.#writes.write(work);
  }

  /** Finishes the writes under way and closes the file; any use afterwards rejects. */
  async close(): Promise<void> {
    await this.#writes.idle();
    await this.#opening?.catch(() => undefined);
    this.#closed = true;
    try {
      this.#sql?.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // What is in the log is read from there at the next opening.
    }
    this.#drop();
  }

  async #commit(works: readonly ((sql: Sql) => void)[]): Promise<void> {
    await this.#opened();
    await this.#patiently(() => this.#told(() => transact(this.#sql ?? this.#open(), works), ['unavailable']));
  }

  #opened(): Promise<Sql> {
    if (this.#sql !== undefined) return Promise.resolve(this.#sql);
    // Shared, so that all who wait for a locked file block the event loop once.
    this.#opening ??= this.#patiently(() => this.#open()).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  #open(): Sql {
    if (this.#closed) throw new StoreError('unavailable', `The database file ${this.path} has been closed.`);
    return this.#told(() => {
      const notice = this.#checked ? undefined : repairFile(this.path, this.#options, this.#options.now);
      this.#checked = true;
      if (notice !== undefined) this.#options.onNotice?.(notice);
      this.#sql = openFile(this.path, this.#options);
      return this.#sql;
    }, []);
  }

  /** Runs `work`; its errors become StoreErrors, and those of the kinds `fatal` give the connection up. */
  #told<T>(work: () => T, fatal: readonly StoreErrorKind[]): T {
    try {
      return work();
    } catch (error) {
      const told = storeError(error, this.path);
      if (told instanceof StoreError && fatal.includes(told.kind)) this.#drop();
      throw told;
    }
  }

  async #patiently<T>(work: () => T): Promise<T> {
    for (const wait of this.#options.waitsMs ?? WAITS_MS) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof StoreError && error.kind === 'locked')) throw error;
      }
      await sleep(wait);
    }
    return work();
  }

  #drop(): void {
    const sql = this.#sql;
    this.#sql = undefined;
    sql?.close();
  }
}

function transact(sql: Sql, works: readonly ((sql: Sql) => void)[]): void {
  // A prepared change that meets a lock stays half-begun in libsql, and the connection's next change is then reported as
  // done without being committed. `exec` leaves nothing behind: the lock is taken with it before any change.
  sql.exec('begin immediate');
  try {
    for (const work of works) work(sql);
    sql.exec('commit');
  } finally {
    if (sql.inTransaction()) sql.exec('rollback');
  }
}
