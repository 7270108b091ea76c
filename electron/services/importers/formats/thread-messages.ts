import type { AppError } from '#core/base/app-error.ts';
import type { ImportedText } from '../importer.ts';

/** A file for the thread; `kind` is the end of its name. */
export interface ReadRequest {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

export type ReadAnswer = { readonly text: ImportedText } | { readonly error: AppError };
