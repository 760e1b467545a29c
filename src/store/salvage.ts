import { existsSync, renameSync } from 'node:fs';
import { connect, type Param, type Row, type Sql } from './driver.js';

const SIDE_FILES = ['', '-wal', '-shm'];

/** Renames a damaged file, with what belongs to it, to `<path>.corrupt-<now>` (`:` written `-`); gives the new path. */
export function setAside(path: string, now: Date): string {
  const wanted = `${path}.corrupt-${now.toISOString().replaceAll(':', '-')}`;
  let aside = wanted;
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${wanted}-${copy}`;
  for (const side of SIDE_FILES) {
    if (existsSync(path + side)) renameSync(path + side, aside + side);
  }
  return aside;
}

/**
 * Copies every row that can still be read from the damaged file into `fresh`, an empty database, table by table;
 * gives the number of rows. A file of which nothing can be read gives 0. Only an error of `fresh` is thrown.
 */
export function salvage(damaged: string, fresh: Sql): number {
  const source = attempt(() => connect(damaged, 0));
  if (source === undefined) return 0;
  const tables = attempt(() =>
    source.rows(`select name, sql from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`),
  );
  let rows = 0;
  for (const table of tables ?? []) rows += copyTable(source, fresh, table);
  attempt(() => source.close());
  return rows;
}

function copyTable(source: Sql, fresh: Sql, table: Row): number {
  const name = `"${String(table['name']).replaceAll('"', '""')}"`;
  if (!created(fresh, String(table['sql']))) return 0;
  let copied = 0;
  fresh.exec('begin');
  for (const row of readableRows(source, name)) {
    const columns = Object.keys(row);
    const change = `insert or ignore into ${name} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    copied += fresh.run(change, Object.values(row) as Param[]);
  }
  fresh.exec('commit');
  return copied;
}

function created(fresh: Sql, definition: string): boolean {
  return attempt(() => [fresh.exec(definition)]) !== undefined;
}

// A damaged page hides the rows on it, not those behind it: step over it row number by row number, but not for ever.
const STEPS_MAX = 30_000;

function* readableRows(source: Sql, name: string): Generator<Row> {
  let last = 0;
  let steps = 0;
  while (steps < STEPS_MAX) {
    const row = attempt(() => source.rows(`select rowid as rowno, * from ${name} where rowid > ? limit 1`, [last]));
    if (row?.length === 0) return;
    const next = row?.[0];
    steps = next === undefined ? steps + 1 : 0;
    last = next === undefined ? last + 1 : Number(next['rowno']);
    if (next !== undefined) yield withoutRowNumber(next);
  }
}

function withoutRowNumber({ rowno: _, ...row }: Row): Row {
  return row;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
