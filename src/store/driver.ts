import Libsql from 'libsql';

export type Param = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** The little of an SQLite driver that is used here, so that another driver can take libsql's place. All calls are synchronous. */
export type Sql = {
  /** Runs a script without parameters or rows. */
  exec(script: string): void;
  /** All rows of a query. */
  rows(query: string, params?: readonly Param[]): readonly Row[];
  /** Runs a change; gives the number of rows changed. */
  run(change: string, params?: readonly Param[]): number;
  inTransaction(): boolean;
  close(): void;
};

/**
 * Opens (or creates) the file at `path`; `busyTimeoutMs` is how long one call may block the event loop on a lock.
 * Errors are the driver's own (see `storeError`). Statements are prepared once and freed only when collected as garbage:
 * a connection that used `rows` or `run` keeps its file handles for a while after `close`; one that only used `exec` doesn't.
 */
export function connect(path: string, busyTimeoutMs: number): Sql {
  const connection = new Libsql(path, { timeout: busyTimeoutMs });
  const statements = new Map<string, ReturnType<typeof connection.prepare>>();
  const statement = (text: string) => {
    const known = statements.get(text) ?? connection.prepare(text);
    statements.set(text, known);
    return known;
  };
  return {
    exec: (script) => void connection.exec(script),
    rows: (query, params = []) => statement(query).all(params) as Row[],
    run: (change, params = []) => statement(change).run(params).changes,
    inTransaction: () => connection.inTransaction,
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}
