import path from 'node:path';
import type { Importer } from '../importer.ts';
import { DOCUMENT_READERS } from './document-readers.ts';
import { readInThread } from './reader-thread.ts';

/** Kinds of files whose text an adapter writes, read in a thread of their own. */
export const DOCUMENT_IMPORTERS: readonly Importer[] = DOCUMENT_READERS.map(({ kinds }) => ({
  kinds,
  read: (bytes, file, encoding) => readInThread(path.extname(file).toLowerCase(), bytes, encoding),
}));
