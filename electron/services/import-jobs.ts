import { ZhupiError } from '#core/base/app-error.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type {
  HashedReport,
  ImportDeps,
  ImportOptions,
  Library,
  LibraryParts,
  SearchService,
  StoredReport,
} from './library-types.ts';
import type { NewRow } from './search/index-database.ts';

export interface ImportJobsDeps {
  readonly parts: Pick<LibraryParts, 'importPaths' | 'importBytes'>;
  readonly imports: ImportDeps;
  readonly search: Pick<SearchService, 'offer'>;
  /** A batch is on the disk; `job` says whether more will come soon, `elapsed` for how many milliseconds it has gone on. */
  readonly onStored: (job: 'under-way' | 'ended', elapsed: number) => void;
}

export interface ImportJobs extends Pick<
  Library,
  'importPaths' | 'cancelImport' | 'retryImport' | 'importBytes'
> {
  /** Cancels all and waits for what they have under way. */
  close(): Promise<void>;
}

interface Running {
  readonly abort: AbortController;
  readonly answer: Promise<ImportAnswer>;
}

/** Jobs whose files can be tried again: the last ones. */
const KEPT_JOBS = 20;

/** The imports of a library, by the names that the window gave them. */
export function createImportJobs({ parts, imports, search, onStored }: ImportJobsDeps): ImportJobs {
  const running = new Map<string, Running>();
  const left = new Map<string, readonly string[]>();
  let begun = performance.now();
  const deps: ImportDeps = {
    ...imports,
    reports: {
      ...imports.reports,
      insertReports: async (reports) => {
        const stored = await imports.reports.insertReports(reports);
        onStored('under-way', performance.now() - begun);
        const rows = newRows(reports, stored);
        if (rows.length > 0) await search.offer(rows);
        return stored;
      },
    },
  };
  const keepLeft = (job: string, paths: readonly string[]): void => {
    left.delete(job);
    if (paths.length > 0) left.set(job, paths);
    for (const oldest of [...left.keys()].slice(0, -KEPT_JOBS)) left.delete(oldest);
  };

  const start = async (
    job: string,
    paths: readonly string[],
    options: Omit<ImportOptions, 'signal' | 'onLeft'>,
  ): Promise<ImportAnswer> => {
    if (running.has(job)) throw new ZhupiError('request-invalid', { call: 'importPaths' });
    if (running.size === 0) begun = performance.now();
    const abort = new AbortController();
    const onLeft = (rest: readonly string[]): void => {
      keepLeft(job, rest);
    };
    const answer = parts.importPaths(deps, paths, { ...options, signal: abort.signal, onLeft });
    running.set(job, { abort, answer });
    try {
      return await answer;
    } finally {
      running.delete(job);
      onStored('ended', 0);
    }
  };

  return {
    importPaths: ({ job, paths }, onProgress, onOutcome) => start(job, paths, { onProgress, onOutcome }),
    cancelImport: ({ job }) => {
      running.get(job)?.abort.abort();
      return {};
    },
    retryImport: ({ job, from }, onProgress = () => undefined) => {
      const paths = left.get(from);
      if (paths === undefined) throw new ZhupiError('request-invalid', { call: 'retryImport' });
      left.delete(from);
      return start(job, paths, { onProgress });
    },
    importBytes: async (request) => {
      const answer = await parts.importBytes(deps, request);
      onStored('ended', 0);
      return answer;
    },
    close: async () => {
      for (const { abort } of running.values()) abort.abort();
      await Promise.allSettled([...running.values()].map(({ answer }) => answer));
    },
  };
}

/** What the index is to hold of the reports that are new. */
function newRows(reports: readonly HashedReport[], stored: readonly StoredReport[]): readonly NewRow[] {
  return reports.flatMap(({ indexable, sourceHash, ruleSetVersion }, at) => {
    const result = stored[at];
    if (indexable === undefined || result?.status !== 'imported') return [];
    return [{ ...indexable, reportId: result.reportId, version: 1, sourceHash, ruleSetVersion }];
  });
}
