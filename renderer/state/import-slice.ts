import type { Result } from '#core/base/result.ts';
import type { DroppedFile } from '#core/ipc/api.ts';
import type { EventPayload } from '#core/ipc/api.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import { currentProject } from './codes-slice.ts';
import type { NotesParts } from './import-notes.ts';
import type { Slice } from './slice.ts';

/** An import that is under way. */
export interface ImportJob {
  readonly job: string;
  readonly done: number;
  /** 0 until it is known. */
  readonly total: number;
  readonly path: string;
  /** Milliseconds; null until it can be told. */
  readonly timeLeft: number | null;
  readonly stopping: boolean;
}

export interface ImportSlice {
  readonly importJobs: readonly ImportJob[];
  /** What the last import did, for the dialog of results. */
  readonly importResults: ImportAnswer | null;
  /** The job that did it, for trying its failed files again. */
  readonly importResultsJob: string | null;
  /** Asks for files first. */
  readonly importWithDialog: () => Promise<void>;
  readonly importFiles: (files: readonly DroppedFile[]) => Promise<void>;
  /** Makes a report of what is on the clipboard. */
  readonly importClipboard: () => Promise<void>;
  /** The files of the last import that failed, or that it did not come to, once more. */
  readonly retryImport: () => Promise<void>;
  readonly cancelImport: (job: string) => Promise<void>;
  readonly noteImportProgress: (progress: EventPayload<'importProgress'>) => void;
}

/** Files with notes of this program or others; reports are never JSON. */
const NOTES_FILE = /\.(?:json|jsonld|annotations?)$/iu;

/** What reads such files' answers is loaded with the first of them. */
async function importNotes(parts: NotesParts, files: readonly DroppedFile[]): Promise<void> {
  const notes = files.filter(({ name }) => NOTES_FILE.test(name));
  if (notes.length > 0) await (await import('./import-notes.ts')).importNotesDropped(parts, notes);
}

export const createImportSlice: Slice<ImportSlice> = (client) => (set, get) => {
  const change = (job: string, values: Partial<ImportJob>): void =>
    set({ importJobs: get().importJobs.map((each) => (each.job === job ? { ...each, ...values } : each)) });

  const run = async (start: (job: string) => Promise<Result<ImportAnswer | null>>): Promise<void> => {
    const job = crypto.randomUUID();
    const begun: ImportJob = { job, done: 0, total: 0, path: '', timeLeft: null, stopping: false };
    set({ importJobs: [...get().importJobs, begun] });
    const answer = await start(job);
    set({ importJobs: get().importJobs.filter((each) => each.job !== job) });
    if (!answer.ok) return get().tellError(answer.error);
    if (answer.value === null) return;
    finish(job, answer.value);
    await fileNew(answer.value);
    await get().loadReports();
    openFirst(answer.value);
  };

  /** What is imported while a project is open comes into it: it would not be seen otherwise. */
  const fileNew = async ({ outcomes }: ImportAnswer): Promise<void> => {
    const project = currentProject(get());
    const reportIds = outcomes.flatMap(({ status, reportId }) =>
      status === 'failed' || reportId === null ? [] : reportId,
    );
    if (project === null || project.reportIds === null || reportIds.length === 0) return;
    const answer = await client.fileReports({ projectId: project.id, reportIds, isIn: true });
    if (answer.ok) await get().loadCodes();
    else get().tellError(answer.error);
  };

  const finish = (job: string, results: ImportAnswer): void => {
    set({ importResults: results, importResultsJob: job });
    const { stopped } = results;
    const count = countOutcomes(results);
    const details = count.failed + count.duplicate > 0 || stopped !== null;
    get().tell({
      tone: count.imported > 0 && count.failed === 0 ? 'good' : 'info',
      text: (messages) => importSentence(results, messages),
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
    importResultsJob: null,
    importWithDialog: () => run((job) => client.importWithDialog({ job })),
    importFiles: async (files) => {
      const reports = files.filter(({ name }) => !NOTES_FILE.test(name));
      if (reports.length > 0) await run((job) => client.importDropped(job, reports));
      await importNotes({ client, state: get }, files);
    },
    importClipboard: () => run((job) => client.importClipboard({ job })),
    retryImport: async () => {
      const from = get().importResultsJob;
      if (from === null) return;
      set({ importResultsJob: null });
      await run((job) => client.retryImport({ job, from }));
    },
    cancelImport: async (job) => {
      change(job, { stopping: true });
      const answer = await client.cancelImport({ job });
      if (!answer.ok) get().tellError(answer.error);
    },
    noteImportProgress: ({ job, ...progress }) => change(job, progress),
  };
};

/** What an import did, in a sentence or two. */
function importSentence(results: ImportAnswer, messages: Messages): string {
  const { library } = messages;
  const { stopped, outcomes, skipped, cancelled } = results;
  const count = countOutcomes(results);
  const only = count.imported === 1 ? outcomes.find(({ status }) => status === 'imported') : undefined;
  return [
    cancelled && library.importStopped,
    stopped !== null && errorText(stopped, messages),
    only
      ? library.importedOne({ title: only.title || library.untitled })
      : count.imported > 0 && library.imported({ count: count.imported }),
    count.duplicate > 0 && library.importDuplicates({ count: count.duplicate }),
    count.failed > 0 && library.importFailures({ count: count.failed }),
    skipped > 0 && library.importSkipped({ count: skipped }),
    outcomes.length + skipped === 0 && !cancelled && stopped === null && library.importNothing,
  ]
    .filter(Boolean)
    .join(' ');
}

function countOutcomes({
  outcomes,
}: ImportAnswer): Readonly<Record<'imported' | 'duplicate' | 'failed', number>> {
  const count = { imported: 0, duplicate: 0, failed: 0 };
  for (const { status } of outcomes) count[status] += 1;
  return count;
}
