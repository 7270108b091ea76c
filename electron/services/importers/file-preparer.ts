import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { CollectedEntry } from './collect-files.ts';
import { isPackFile } from './collect-files.ts';
import { DOCUMENT_IMPORTERS } from './formats/document-importers.ts';
import type { PreparedReport, PrepareOptions } from './prepare-report.ts';
import { MOST_MEGABYTES } from './read-source-file.ts';
import { startImportWorker } from './start-worker.ts';
import type { WorkerStart } from './worker-messages.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Prepares files ahead of the one whose turn it is. */
export interface FilePreparer {
  /** Whether another file of this size may be begun; always when nothing is under way. */
  hasRoom(size: number): boolean;
  prepare(entry: CollectedEntry): Promise<PreparedReport>;
  /** The file's result has been taken. */
  release(entry: CollectedEntry): void;
  close(): Promise<void>;
}

/** Less work than this is done sooner in this thread than others start. */
const FEW_FILES = 24;
const FEW_BYTES = 256 * 1024;
/** A document is mostly not text. */
const DOCUMENT_SHARE = 1 / 8;

/** What may be under way or waiting for its turn at once: this bounds the memory of an import of any length. */
const MOST_FILES = 384;
const MOST_BYTES = 64 * 1024 * 1024;

/** Milliseconds for one file. A document's own reader gives up after as many; then the text is still to be looked at. */
const TEXT_LIMIT = 30_000;
const DOCUMENT_LIMIT = 65_000;

/** Threads for many files, this thread for few. */
export function createFilePreparer(entries: readonly CollectedEntry[], start: WorkerStart): FilePreparer {
  const files = entries.filter((entry) => entry.error === null && !isPackFile(entry.path));
  const work = files.reduce((sum, { path: file, size }) => sum + textBytes(file, size), 0);
  return files.length <= FEW_FILES && work <= FEW_BYTES
    ? inThisThread(new Set(start.known))
    : inThreads(start);
}

function inThisThread(known: ReadonlySet<string>): FilePreparer {
  const options: PrepareOptions = { isKnown: (hash) => known.has(hash) };
  let busy = false;
  return {
    hasRoom: () => !busy,
    prepare: async ({ path: file }) => {
      busy = true;
      return prepareHere(file, options);
    },
    release: () => {
      busy = false;
    },
    close: () => Promise.resolve(),
  };
}

function inThreads(start: WorkerStart): FilePreparer {
  const pool = createWorkerPool({ start: () => startImportWorker(start) });
  let files = 0;
  let bytes = 0;
  return {
    hasRoom: (size) => files === 0 || (files < MOST_FILES && bytes + size <= MOST_BYTES),
    prepare: ({ path: file, size }) => {
      files += 1;
      bytes += size;
      return pool.prepare(file, isDocument(file) ? DOCUMENT_LIMIT : TEXT_LIMIT, size);
    },
    release: ({ size }) => {
      files -= 1;
      bytes -= size;
    },
    close: () => pool.close(),
  };
}

function textBytes(file: string, size: number): number {
  // Refused before it is read.
  if (size > MOST_MEGABYTES * 1024 * 1024) return 0;
  return isDocument(file) ? size * DOCUMENT_SHARE : size;
}

function isDocument(file: string): boolean {
  const kind = path.extname(file).toLowerCase();
  return DOCUMENT_IMPORTERS.some(({ kinds }) => kinds.includes(kind));
}

/** Prepares a file whose bytes were known when the import began and are not any more. */
export async function prepareAnew(file: string): Promise<Extract<PreparedReport, { kind: 'report' }>> {
  const prepared = await prepareHere(file, { isKnown: () => false });
  if (prepared.kind === 'report') return prepared;
  throw new ZhupiError('internal', { message: 'a file was not read' });
}

/** Rules and their tables are read where a file is prepared: with many files that is in the threads only. */
async function prepareHere(file: string, options: PrepareOptions): Promise<PreparedReport> {
  const { prepareFile } = await import('./prepare-report.ts');
  return prepareFile(file, options);
}
