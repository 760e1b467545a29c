/** What is wrong with the store: damaged content, held by another program, no room left, or not usable at all. */
export type StoreErrorKind = 'corrupt' | 'locked' | 'full' | 'unavailable';

/** The one error of this module. `message` says what happened to which file and what an operator can do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended ones carry them in the low byte.
const KINDS: Readonly<Record<number, StoreErrorKind>> = {
  5: 'locked',
  6: 'locked',
  15: 'locked',
  11: 'corrupt',
  26: 'corrupt',
  13: 'full',
};

const CURES: Readonly<Record<StoreErrorKind, string>> = {
  corrupt:
    'is damaged. Other entries go on working; restart to have the file set aside and what is readable carried over, or restore a backup.',
  locked:
    'is locked by another program. Close the other program (a second bot, a backup, an sqlite3 shell); no restart is needed.',
  full: 'cannot grow: the disk or the quota is full. Free some space; no restart is needed.',
  unavailable:
    'cannot be used. Check that its directory exists and can be written to by this user, and that it is a file of this program.',
};

type DriverError = Error & { readonly code?: unknown; readonly rawCode?: unknown };

/** SQLite's primary result code of an error of the driver; undefined if the error isn't the database's. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { rawCode } = error as DriverError;
  if (typeof rawCode === 'number') return rawCode & 0xff;
  // Opening fails with a plain Error whose only trace of the code is the end of its text.
  const opening = /^ConnectionFailed\(".*: (\d+)"\)$/s.exec(error.message);
  return opening === null ? undefined : Number(opening[1]) & 0xff;
}

/** The driver's error on the file at `path` as a StoreError; any other error comes back as it was. */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const code = resultCode(error) ?? fileErrorCode(error);
  if (code === undefined) return error;
  const kind = KINDS[code] ?? 'unavailable';
  return new StoreError(kind, `The database file ${path} ${CURES[kind]} (${(error as Error).message})`, {
    cause: error,
  });
}

// Errors of node:fs name a system call; SQLite's codes for the same troubles are 13 (full) and 14 (cannot open).
function fileErrorCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const { code } = error as DriverError;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 13 : 14;
}
