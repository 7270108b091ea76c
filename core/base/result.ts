import type { AppError } from './app-error.ts';

/** The answer of every call that can fail: a value or an error that travels (between processes, to the command line). */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** A successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail<T = never>(error: AppError): Result<T> {
  return { ok: false, error };
}
