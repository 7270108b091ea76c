import type { AppError } from '#core/base/app-error.ts';
import type { Encoding } from '#core/report/encoding.ts';
import type { ImportedText } from '../importer.ts';

/** A file for the thread; `kind` is the end of its name, `encoding` the user's word about it. */
export interface ReadRequest {
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly encoding?: Encoding | undefined;
}

export type ReadAnswer = { readonly text: ImportedText } | { readonly error: AppError };
