import { ZhupiError } from '#core/base/app-error.ts';

/** The primary codes (https://www.sqlite.org/rescode.html) that a user can do something about. */
const PERM = 3;
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

const FULL_ERRNO = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FULL_SYSTEM_ERRNO = new Set([27, 28, 122]);

interface SqliteError extends Error {
  readonly errcode?: number;
  readonly systemErrno?: number;
}

/**
 * A failure of SQLite or of the file system as an error with a code: `disk-full`, `store-unwritable`, `store-damaged`,
 * `store-locked`; anything else is given back as it is.
 */
export function storeError(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof ZhupiError) return thrown;
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  if (code === 'ERR_SQLITE_ERROR') return fromSqlite(thrown, path);
  if (FULL_ERRNO.has(code)) return new ZhupiError('disk-full', { path }, { cause: thrown });
  if (/^E[A-Z]+$/u.test(code)) return new ZhupiError('store-unwritable', { path }, { cause: thrown });
  return thrown;
}

function fromSqlite(error: SqliteError, path: string): unknown {
  const options = { cause: error };
  // The driver gives no number for what fails while a statement is prepared, only SQLite's words.
  const primary = error.errcode === undefined ? codeOfMessage(error.message) : error.errcode & 0xff;
  switch (primary) {
    case FULL:
      return new ZhupiError('disk-full', { path }, options);
    case IOERR:
      return FULL_SYSTEM_ERRNO.has(error.systemErrno ?? 0)
        ? new ZhupiError('disk-full', { path }, options)
        : new ZhupiError('store-unwritable', { path }, options);
    case PERM:
    case READONLY:
    case CANTOPEN:
      return new ZhupiError('store-unwritable', { path }, options);
    case CORRUPT:
    case NOTADB:
      return new ZhupiError('store-damaged', { path }, options);
    case BUSY:
      return new ZhupiError('store-locked', { path }, options);
    default:
      return error;
  }
}

function codeOfMessage(message: string): number | undefined {
  if (message.includes('malformed')) return CORRUPT;
  if (message.includes('not a database')) return NOTADB;
  if (message.includes('disk is full')) return FULL;
  if (message.includes('locked')) return BUSY;
  if (message.includes('disk I/O error')) return IOERR;
  return undefined;
}
