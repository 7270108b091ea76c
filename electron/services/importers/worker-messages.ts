import type { AppError } from '#core/base/app-error.ts';
import type { PreparedReport } from './prepare-report.ts';

/** What an import worker is started with. */
export interface WorkerStart {
  /** Hashes of the bytes that the store has. */
  readonly known: readonly string[];
  /** Whether it gives way to other threads, such as those that draw a window. */
  readonly yields: boolean;
}

/** A file for a worker; it answers in the order that it is asked. */
export interface PrepareRequest {
  readonly path: string;
}

export type PrepareAnswer = { readonly prepared: PreparedReport } | { readonly error: AppError };

/** What a worker says: once that it runs, then one answer a request. */
export type FromWorker = { readonly ready: true } | PrepareAnswer;
