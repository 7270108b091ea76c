import { ZhupiError } from '#core/base/app-error.ts';
import { importSummary, outcomesOf } from '#core/ipc/import-summary.ts';
import type { ImportAnswer, ImportOutcome } from '#core/ipc/payloads.ts';
import type { HashedReport, StoredReport } from './report-types.ts';
import type { ImportDeps, ImportOptions, Library, LibraryParts } from './library-types.ts';
import type { SearchService } from './search-types.ts';
import type { NewRow } from './search/index/index-database.ts';

export interface ImportJobsDeps {
  readonly parts: Pick<LibraryParts, 'importPaths' | 'importBytes'>;
  readonly imports: ImportDeps;
  readonly search: Pick<SearchService, 'offer'>;
  /** A batch is on the disk; `job` says whether more will come soon. */
  readonly onStored: (job: 'under-way' | 'ended') => void;
}

export interface ImportJobs extends Pick<
  Library,
  'importPaths' | 'cancelImport' | 'retryImport' | 'importBytes' | 'importOutcomes' | 'importedReports'
> {
  /** Cancels all and waits for what they have under way. */
  close(): Promise<void>;
}

interface Running {
  readonly abort: AbortController;
  readonly answer: Promise<ImportAnswer>;
}

/** Jobs of which it is known what became of their files, and which can be tried again: the last ones. */
const KEPT_JOBS = 20;

/** The imports of a library, by the names that the window gave them. */
export function createImportJobs({ parts, imports, search, onStored }: ImportJobsDeps): ImportJobs {
  const running = new Map<string, Running>();
  const left = new Map<string, readonly string[]>();
  const ended = new Map<string, readonly ImportOutcome[]>();
  const deps: ImportDeps = {
    ...imports,
    reports: {
      ...imports.reports,
      insertReports: async (reports) => {
        const stored = await imports.reports.insertReports(reports);
        onStored('under-way');
        const rows = newRows(reports, stored);
        if (rows.length > 0) await search.offer(rows);
        return stored;
      },
    },
  };
  const keepLeft = (job: string, paths: readonly string[]): void => {
    left.delete(job);
    if (paths.length > 0) keep(left, job, paths);
  };

  const start = async (
    job: string,
    paths: readonly string[],
    options: Omit<ImportOptions, 'signal' | 'onLeft'>,
  ): Promise<ImportAnswer> => {
    if (running.has(job)) throw new ZhupiError('request-invalid', { call: 'importPaths' });
    const abort = new AbortController();
    const onLeft = (rest: readonly string[]): void => {
      keepLeft(job, rest);
    };
    const answer = parts.importPaths(deps, paths, { ...options, signal: abort.signal, onLeft });
    running.set(job, { abort, answer });
    try {
      const { outcomes } = await answer;
      keep(ended, job, outcomes);
      return await answer;
    } finally {
      running.delete(job);
      onStored('ended');
    }
  };

  return {
    importPaths: ({ job, paths }, onProgress, onOutcome) => start(job, paths, { onProgress, onOutcome }),
    cancelImport: ({ job }) => {
      running.get(job)?.abort.abort();
      return {};
    },
    retryImport: async ({ job, from }, onProgress = () => undefined) => {
      const paths = left.get(from);
      if (paths === undefined) throw new ZhupiError('request-invalid', { call: 'retryImport' });
      left.delete(from);
      return importSummary(await start(job, paths, { onProgress }));
    },
    importBytes: async (request) => {
      const answer = await parts.importBytes(deps, request);
      onStored('ended');
      return answer;
    },
    importOutcomes: ({ job, status, from, count }) => [
      ...outcomesOf(ended.get(job) ?? [], status).slice(from, from + count),
    ],
    importedReports: ({ job }) => (ended.get(job) ?? []).flatMap(({ reportId }) => reportId ?? []),
    close: async () => {
      for (const { abort } of running.values()) abort.abort();
      await Promise.allSettled([...running.values()].map(({ answer }) => answer));
    },
  };
}

/** Keeps what belongs to a job, and lets go of what belongs to the oldest. */
function keep<Value>(kept: Map<string, Value>, job: string, value: Value): void {
  kept.delete(job);
  kept.set(job, value);
  for (const oldest of [...kept.keys()].slice(0, -KEPT_JOBS)) kept.delete(oldest);
}

/** What the index is to hold of the reports that are new. */
function newRows(reports: readonly HashedReport[], stored: readonly StoredReport[]): readonly NewRow[] {
  return reports.flatMap(({ indexable, sourceHash, ruleSetVersion }, at) => {
    const result = stored[at];
    if (indexable === undefined || result?.status !== 'imported') return [];
    return [{ ...indexable, reportId: result.reportId, version: 1, sourceHash, ruleSetVersion }];
  });
}
