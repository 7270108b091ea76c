import type { Result } from '#core/base/result.ts';
import type { DroppedFile } from '#core/ipc/api.ts';
import type { EventPayload } from '#core/ipc/api.ts';
import type { ImportSummary } from '#core/ipc/payloads.ts';
import { currentProject } from '../notes/codes-slice.ts';
import type { NotesParts } from '../notes/import-notes.ts';
import type { Slice } from '../window/slice.ts';
import { importSentence, trashedDuplicates } from './import-sentence.ts';

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
  readonly importResults: ImportSummary | null;
  /** The job that did it, for trying its failed files again. */
  readonly importResultsJob: string | null;
  /** Asks for files first, or for folders. */
  readonly importWithDialog: (kind?: 'files' | 'folders') => Promise<void>;
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
  if (notes.length > 0) await (await import('../notes/import-notes.ts')).importNotesDropped(parts, notes);
}

export const createImportSlice: Slice<ImportSlice> = (client) => (set, get) => {
  const change = (job: string, values: Partial<ImportJob>): void =>
    set({ importJobs: get().importJobs.map((each) => (each.job === job ? { ...each, ...values } : each)) });

  const run = async (start: (job: string) => Promise<Result<ImportSummary | null>>): Promise<void> => {
    const job = crypto.randomUUID();
    const begun: ImportJob = { job, done: 0, total: 0, path: '', timeLeft: null, stopping: false };
    set({ importJobs: [...get().importJobs, begun] });
    const answer = await start(job);
    set({ importJobs: get().importJobs.filter((each) => each.job !== job) });
    if (!answer.ok) return get().tellError(answer.error);
    if (answer.value === null) return;
    set({ importResults: answer.value, importResultsJob: job });
    if (answer.value.first !== null) await fileNew(job);
    await get().loadReports();
    tellResults(answer.value);
    openFirst(answer.value);
  };

  /** What is imported while a project is open comes into it: it would not be seen otherwise. */
  const fileNew = async (job: string): Promise<void> => {
    const project = currentProject(get());
    if (project === null || project.reportIds === null) return;
    const reports = await client.importedReports({ job });
    if (!reports.ok) return get().tellError(reports.error);
    const answer = await client.fileReports({ projectId: project.id, reportIds: reports.value, isIn: true });
    if (answer.ok) await get().loadCodes();
    else get().tellError(answer.error);
  };

  /** When the list is known, for it says which duplicates are in the trash. */
  const tellResults = (results: ImportSummary): void => {
    const { imported, duplicates, failed, stopped } = results;
    const details = failed + duplicates > 0 || stopped !== null;
    const trashed = trashedDuplicates(results, get().reports);
    get().tell({
      tone: imported > 0 && failed === 0 ? 'good' : 'info',
      text: (messages) => importSentence(results, trashed, messages),
      action: details
        ? { label: ({ library }) => library.showDetails, run: () => get().showDialog('import-results') }
        : null,
    });
  };

  /** One new report, or the one that a single file duplicates, is what the user wants to see. */
  const openFirst = ({ first, imported, duplicates, failed }: ImportSummary): void => {
    const isOne = imported + duplicates + failed === 1;
    if (first === null || (imported === 0 && !isOne)) return;
    if (!get().reports.some(({ reportId }) => reportId === first.reportId)) return;
    if (isOne || get().currentReportId === null) get().openReport(first.reportId);
  };

  return {
    importJobs: [],
    importResults: null,
    importResultsJob: null,
    importWithDialog: (kind = 'files') =>
      run((job) => client.importWithDialog({ job, folders: kind === 'folders' })),
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
