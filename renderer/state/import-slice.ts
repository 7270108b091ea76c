import type { Result } from '#core/base/result.ts';
import type { DroppedFile } from '#core/ipc/api.ts';
import type { EventPayload } from '#core/ipc/api.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type { Slice } from './slice.ts';

/** An import that is under way. */
export interface ImportJob {
  readonly job: string;
  readonly done: number;
  /** 0 until it is known. */
  readonly total: number;
  readonly path: string;
  readonly stopping: boolean;
}

export interface ImportSlice {
  readonly importJobs: readonly ImportJob[];
  /** What the last import did, for the dialog of results. */
  readonly importResults: ImportAnswer | null;
  /** Asks for files first. */
  readonly importWithDialog: () => Promise<void>;
  readonly importFiles: (files: readonly DroppedFile[]) => Promise<void>;
  /** Makes a report of what is on the clipboard. */
  readonly importClipboard: () => Promise<void>;
  readonly cancelImport: (job: string) => Promise<void>;
  readonly noteImportProgress: (progress: EventPayload<'importProgress'>) => void;
}

export const createImportSlice: Slice<ImportSlice> = (client) => (set, get) => {
  const change = (job: string, values: Partial<ImportJob>): void =>
    set({ importJobs: get().importJobs.map((each) => (each.job === job ? { ...each, ...values } : each)) });

  const run = async (start: (job: string) => Promise<Result<ImportAnswer | null>>): Promise<void> => {
    const job = crypto.randomUUID();
    set({ importJobs: [...get().importJobs, { job, done: 0, total: 0, path: '', stopping: false }] });
    const answer = await start(job);
    set({ importJobs: get().importJobs.filter((each) => each.job !== job) });
    if (!answer.ok) return get().tellError(answer.error);
    if (answer.value === null) return;
    finish(answer.value);
    await get().loadReports();
    openFirst(answer.value);
  };

  const finish = (results: ImportAnswer): void => {
    set({ importResults: results });
    const count = countOutcomes(results);
    const only =
      count.imported === 1 ? results.outcomes.find(({ status }) => status === 'imported') : undefined;
    const details = count.failed + count.duplicate > 0;
    get().tell({
      tone: count.imported > 0 && count.failed === 0 ? 'good' : 'info',
      text: ({ library }) =>
        [
          results.cancelled && library.importStopped,
          only
            ? library.importedOne({ title: only.title || library.untitled })
            : count.imported > 0 && library.imported({ count: count.imported }),
          count.duplicate > 0 && library.importDuplicates({ count: count.duplicate }),
          count.failed > 0 && library.importFailures({ count: count.failed }),
          results.skipped > 0 && library.importSkipped({ count: results.skipped }),
          results.outcomes.length + results.skipped === 0 && !results.cancelled && library.importNothing,
        ]
          .filter(Boolean)
          .join(' '),
      action: details
        ? { label: ({ library }) => library.showDetails, run: () => get().showDialog('import-results') }
        : null,
    });
  };

  /** One new report, or the one that a single file duplicates, is what the user wants to see. */
  const openFirst = ({ outcomes }: ImportAnswer): void => {
    const reportId =
      outcomes.find(({ status }) => status === 'imported')?.reportId ??
      (outcomes.length === 1 ? outcomes[0]?.reportId : null);
    if (reportId && get().reports.some((report) => report.reportId === reportId)) {
      if (outcomes.length === 1 || get().currentReportId === null) get().openReport(reportId);
    }
  };

  return {
    importJobs: [],
    importResults: null,
    importWithDialog: () => run((job) => client.importWithDialog({ job })),
    importFiles: (files) => run((job) => client.importDropped(job, files)),
    importClipboard: () => run((job) => client.importClipboard({ job })),
    cancelImport: async (job) => {
      change(job, { stopping: true });
      const answer = await client.cancelImport({ job });
      if (!answer.ok) get().tellError(answer.error);
    },
    noteImportProgress: ({ job, done, total, path }) => change(job, { done, total, path }),
  };
};

function countOutcomes({
  outcomes,
}: ImportAnswer): Readonly<Record<'imported' | 'duplicate' | 'failed', number>> {
  const count = { imported: 0, duplicate: 0, failed: 0 };
  for (const { status } of outcomes) count[status] += 1;
  return count;
}
