import type { AppError } from '#core/base/app-error.ts';
import { toAppError } from '#core/base/app-error.ts';
import type { ImportAnswer, ImportOutcome } from '#core/ipc/payloads.ts';
import type { ImportDeps, ImportOptions } from '../library-types.ts';
import { collectFiles, type CollectedEntry } from './collect-files.ts';
import { createFilePreparer, prepareAnew } from './file-preparer.ts';
import { createImportProgress } from './import-progress.ts';
import { prepareAhead, type Due, type Prepared } from './prepare-ahead.ts';
import { shownParams, shownPath } from './system-path.ts';
import { duplicate, endsImport, failed, storeBatch, type BatchItem } from './store-batch.ts';

/** A batch goes to the disk when it is so old (milliseconds), so many files or so many bytes. */
const BATCH_TIME = 100;
const BATCH_FILES = 200;
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Imports files and folders in order. Files are read and analysed ahead, in threads when there are many, and stored in
 * batches; each is told once its batch is on the disk. A file that fails is listed with its error and the rest goes on; when
 * the signal fires, what is done is kept; when the store takes nothing more, the import ends and says why.
 */
export async function importPaths(
  deps: ImportDeps,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportAnswer> {
  const { signal, onProgress, onOutcome, onLeft } = options;
  const { entries, skipped } = await collectFiles(paths, signal);
  const progress = createImportProgress(
    entries.map(({ size }) => size),
    onProgress,
  );
  const outcomes: ImportOutcome[] = [];
  const preparer = createFilePreparer(entries, {
    known: deps.reports.knownBytes(),
    yields: deps.yields === true,
  });
  const tell = (stored: ImportOutcome): void => {
    progress.finish(entries[outcomes.length]?.size ?? 0);
    const outcome = shown(stored);
    outcomes.push(outcome);
    onOutcome?.(outcome);
  };
  let stopped: AppError | null = null;
  try {
    const lookahead = prepareAhead(entries, preparer);
    const batch = createBatch(deps, tell);
    for (const entry of entries) {
      lookahead.fill();
      if (signal.aborted) break;
      progress.begin(shownPath(entry.path));
      const result = await lookahead.next(entry, signal, batch.due);
      if (result === 'aborted') break;
      await batch.add(await itemOf(deps, entry, result, batch.flush), entry.size);
    }
    await batch.flush();
  } catch (error) {
    if (!endsImport(error)) throw error;
    stopped = toAppError(error);
  } finally {
    await preparer.close();
  }
  const cancelled = signal.aborted;
  if (!cancelled && stopped === null) progress.end();
  const left = entries.filter((_, at) => (outcomes[at]?.status ?? 'failed') === 'failed');
  onLeft?.(left.map(({ path }) => path));
  return { outcomes, skipped, cancelled, stopped };
}

/** What became of a file, its path for people. */
function shown(outcome: ImportOutcome): ImportOutcome {
  const { path, error } = outcome;
  return { ...outcome, path: shownPath(path), error: error && { ...error, params: shownParams(error) } };
}

/** Gathers files and stores them together. */
function createBatch({ reports }: ImportDeps, tell: (outcome: ImportOutcome) => void) {
  let items: BatchItem[] = [];
  let bytes = 0;
  let begun = 0;
  const flush = async (): Promise<void> => {
    const stored = items;
    items = [];
    bytes = 0;
    if (stored.length > 0) for (const outcome of await storeBatch(reports, stored)) tell(outcome);
  };
  const wait = (): number | undefined =>
    items.length === 0 ? undefined : begun + BATCH_TIME - performance.now();
  return {
    flush,
    due: { wait, run: flush } satisfies Due,
    add: async (item: BatchItem, size: number): Promise<void> => {
      if (items.length === 0) begun = performance.now();
      items.push(item);
      bytes += size;
      const isOld = (wait() ?? 1) <= 0;
      if (isOld || items.length >= BATCH_FILES || bytes >= BATCH_BYTES) await flush();
    },
  };
}

/** What a file brings into its batch. What was before it is stored first where that decides what becomes of it. */
async function itemOf(
  deps: ImportDeps,
  { path, error }: CollectedEntry,
  result: Prepared | null,
  flush: () => Promise<void>,
): Promise<BatchItem> {
  if (error !== null) return { path, outcome: failed(path, error) };
  if (result === null) {
    await flush();
    return { path, outcome: await installPack(deps, path) };
  }
  if ('error' in result) return { path, outcome: failed(path, result.error) };
  const { prepared } = result;
  if (prepared.kind === 'report') return { path, prepared };
  const known = deps.reports.findDuplicate(prepared.bytesHash, '');
  if (known !== undefined) return { path, outcome: duplicate(path, known, '') };
  try {
    return { path, prepared: await prepareAnew(path) };
  } catch (thrown) {
    return { path, outcome: failed(path, thrown) };
  }
}

/** A pack comes in whole; it has no report id of its own. */
async function installPack(deps: ImportDeps, path: string): Promise<ImportOutcome> {
  try {
    const { pack, isNew } = await deps.packs.install(path);
    const { title } = pack;
    const status = isNew ? 'imported' : 'duplicate';
    return { path, status, reportId: null, title, chars: 0, encoding: '', edits: 0, error: null };
  } catch (error) {
    return failed(path, error);
  }
}
