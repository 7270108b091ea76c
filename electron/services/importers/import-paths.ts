import { setImmediate as nextTurn } from 'node:timers/promises';
import { toAppError } from '#core/base/app-error.ts';
import type { ImportAnswer, ImportOutcome } from '#core/ipc/payloads.ts';
import type { ImportDeps, ImportOptions } from '../library-types.ts';
import { hashBytes, hashText } from '../store/hashes.ts';
import { analyseSource, countRepairs } from './analyse-source.ts';
import { collectFiles, isPackFile } from './collect-files.ts';
import { readSourceFile } from './read-source-file.ts';

/**
 * Imports files and folders, one after the other, each report in a transaction of its own. A file that fails is listed with
 * its error and the rest goes on; when the signal fires, what is done is kept.
 */
export async function importPaths(
  deps: ImportDeps,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportAnswer> {
  const { entries, skipped } = await collectFiles(paths, options.signal);
  const outcomes: ImportOutcome[] = [];
  for (const { path, error } of entries) {
    // A turn of the event loop between two files lets a cancellation, or any other call, come in.
    await nextTurn();
    if (options.signal.aborted) break;
    options.onProgress(outcomes.length, entries.length, path);
    outcomes.push(error === null ? await importFile(deps, path) : failed(path, error));
  }
  const cancelled = options.signal.aborted;
  if (!cancelled) options.onProgress(entries.length, entries.length, '');
  return { outcomes, skipped, cancelled };
}

async function importFile(deps: ImportDeps, path: string): Promise<ImportOutcome> {
  try {
    return isPackFile(path) ? await installPack(deps, path) : await importReport(deps, path);
  } catch (error) {
    return failed(path, error);
  }
}

async function importReport(deps: ImportDeps, path: string): Promise<ImportOutcome> {
  const file = await readSourceFile(path);
  const { encoding, source, format } = file;
  const findDuplicate = () => deps.reports.findDuplicate(hashBytes(file.bytes), hashText(source));
  let known = findDuplicate();
  if (known === undefined) {
    const analysed = await analyseSource(source, format, path, file);
    const report = deps.reports.insertReport({ ...file, ...analysed });
    if (report !== undefined) {
      const { reportId, title, chars } = report;
      const edits = countRepairs(analysed.edits);
      return { path, status: 'imported', reportId, title, chars, encoding, edits, error: null };
    }
    known = findDuplicate();
  }
  const { reportId = null, title = '', chars = 0 } = known ?? {};
  return { path, status: 'duplicate', reportId, title, chars, encoding, edits: 0, error: null };
}

/** A pack comes in whole; it has no report id of its own. */
async function installPack(deps: ImportDeps, path: string): Promise<ImportOutcome> {
  const { pack, isNew } = await deps.packs.install(path);
  const { title } = pack;
  const status = isNew ? 'imported' : 'duplicate';
  return { path, status, reportId: null, title, chars: 0, encoding: '', edits: 0, error: null };
}

function failed(path: string, thrown: unknown): ImportOutcome {
  const error = toAppError(thrown);
  return { path, status: 'failed', reportId: null, title: '', chars: 0, encoding: '', edits: 0, error };
}
