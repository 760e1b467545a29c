import { connect, type Sql } from './driver.js';
import { resultCode } from './errors.js';
import { salvage, setAside } from './salvage.js';

export type FileOptions = {
  /** FULL survives a power cut with every acknowledged write; NORMAL may lose the last ones, and is about four times as fast. */
  readonly synchronous?: 'FULL' | 'NORMAL' | undefined;
  /** How long one call may block the event loop on a lock, in milliseconds. */
  readonly busyTimeoutMs?: number | undefined;
};

const SCHEMA = 'create table if not exists keyv (key text primary key not null, value text not null, expires integer)';

const CORRUPT = 11;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;

// The verdict is read as a broken constraint, not as a row: a connection that only used `exec` closes its files at once,
// and files still open could take the new file's log with them when they are closed after the renaming.
const CHECK = `pragma temp_store = memory;
  create temp table verdict (line text check (line = 'ok'));
  insert into verdict select quick_check from pragma_quick_check(1)`;

/** Opens the file for use: write-ahead log, the durability asked for, the table of keys. Errors are the driver's. */
export function openFile(path: string, options: FileOptions): Sql {
  const sql = connect(path, options.busyTimeoutMs ?? 100);
  try {
    sql.exec(`pragma journal_mode = wal; pragma synchronous = ${options.synchronous ?? 'FULL'}`);
    sql.exec(SCHEMA);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

/**
 * Checks the file at `path` and, if it is damaged or no database, sets it aside and carries what is readable over into a new one.
 * Gives a notice for operators if that was done. Only before the file's first use in this process. Errors are the driver's.
 */
export function repairFile(path: string, options: FileOptions, now: Date): string | undefined {
  if (isSound(path, options)) return undefined;
  const aside = setAside(path, now);
  const fresh = openEmpty(path, options);
  const rows = salvage(aside, fresh);
  fresh.close();
  return `The database file ${path} was damaged and has been set aside as ${aside}; a new one was begun with the ${rows} rows that could still be read. Keep the old file until you know that nothing is missing ("sqlite3 FILE .recover" may find more).`;
}

function isSound(path: string, options: FileOptions): boolean {
  const sql = connect(path, options.busyTimeoutMs ?? 100);
  try {
    sql.exec(CHECK);
    return true;
  } catch (error) {
    const code = resultCode(error);
    if (code === CORRUPT || code === NOT_A_DATABASE || code === CONSTRAINT) return false;
    throw error;
  } finally {
    sql.close();
  }
}

function openEmpty(path: string, options: FileOptions): Sql {
  const sql = connect(path, options.busyTimeoutMs ?? 100);
  sql.exec('pragma journal_mode = wal');
  return sql;
}
