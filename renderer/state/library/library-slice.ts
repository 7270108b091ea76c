import type { AppError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { TrashEntry } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { painted } from '../window/painted.ts';
import { changedReports } from './changed-reports.ts';
import type { Slice } from '../window/slice.ts';
import type { WindowState } from '../window/store.ts';

export interface LibrarySlice {
  readonly reports: readonly ReportSummary[];
  /** `failed` keeps the reports that were there. */
  /** While `reports` is but a stretch of the list: the rows above it, and all there are; null when it is all of them. */
  readonly stretch: { readonly from: number; readonly count: number } | null;
  readonly libraryState: 'loading' | 'ready' | 'failed';
  readonly libraryError: AppError | null;
  readonly trash: readonly TrashEntry[];
  /** The first time: what is in sight, and the whole list when that has been painted. */
  readonly loadFirstReports: () => Promise<void>;
  readonly loadReports: () => Promise<void>;
  /** To the trash, with their notes; offers to undo it. Reports of packs stay, which is told. */
  readonly deleteReports: (reportIds: readonly string[]) => Promise<void>;
  readonly restoreReports: (reportIds: readonly string[]) => Promise<void>;
  readonly loadTrash: () => Promise<void>;
}

/** Toasts about what goes into the trash and out of it. */
const TRASH = 'trash';

type ListLoading = Pick<LibrarySlice, 'loadFirstReports' | 'loadReports'>;

/** Loads the list, and what has changed in it since. */
function listLoading(
  client: ZhupiApi,
  set: (values: Partial<LibrarySlice>) => void,
  get: () => WindowState,
): ListLoading {
  /** The state that the list is in, by the library's name for it. */
  let at: string | undefined;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    const answer = await client.reportChanges(at === undefined ? {} : { since: at });
    if (!answer.ok) return set({ libraryState: 'failed', libraryError: answer.error });
    at = answer.value.at;
    const reports = changedReports(get().reports, answer.value);
    set({ reports, stretch: null, libraryState: 'ready', libraryError: null });
    closeMissing(reports);
  };

  /** Closes the report that is open but not in the list. */
  const closeMissing = (reports: readonly ReportSummary[]): void => {
    const current = get().currentReportId;
    if (current !== null && !reports.some(({ reportId }) => reportId === current)) get().closeReport();
  };

  const loadFirst = async (): Promise<void> => {
    const answer = await client.firstReports({});
    if (!answer.ok) return set({ libraryState: 'failed', libraryError: answer.error });
    if (answer.value === null) return get().loadReports();
    const { from, count, reports } = answer.value;
    // The whole list came meanwhile, for another reason.
    if (at !== undefined) return;
    at = answer.value.at ?? undefined;
    set({
      reports,
      stretch: at === undefined ? { from, count } : null,
      libraryState: 'ready',
      libraryError: null,
    });
    if (at === undefined) await painted().then(() => get().loadReports());
    else closeMissing(reports);
  };

  return {
    loadFirstReports: loadFirst,
    // What has changed by now is asked for behind the question that is under way, once for all who ask meanwhile.
    loadReports: () => {
      next ??= running.then(() => {
        next = null;
        running = load();
        return running;
      });
      return next;
    },
  };
}

export const createLibrarySlice: Slice<LibrarySlice> = (client) => (set, get) => {
  const remove = async (reportIds: readonly string[]): Promise<void> => {
    get().closeRevertingToasts();
    const answer = await client.deleteReports({ reportIds: [...reportIds] });
    if (!answer.ok) return get().tellError(answer.error);
    if (reportIds.includes(get().currentReportId ?? '')) get().closeReport();
    set({ reports: get().reports.filter(({ reportId }) => !reportIds.includes(reportId)) });
    void get().loadHistory();
    const only = answer.value.length === 1 ? answer.value[0] : undefined;
    get().tell({
      text: ({ library }) =>
        only
          ? library.deleted({ title: only.title || library.untitled })
          : library.deletedMany({ count: answer.value.length }),
      action: { label: ({ common }) => common.undo, run: () => void get().restoreReports(reportIds) },
      topic: TRASH,
    });
  };

  return {
    reports: [],
    stretch: null,
    libraryState: 'loading',
    libraryError: null,
    trash: [],
    ...listLoading(client, set, get),
    deleteReports: async (reportIds) => {
      const packed = new Set(
        get()
          .reports.filter(({ origin }) => origin === 'pack')
          .map(({ reportId }) => reportId),
      );
      const own = reportIds.filter((reportId) => !packed.has(reportId));
      if (own.length < reportIds.length) get().tell({ text: ({ library }) => library.packReportKept });
      if (own.length > 0) await remove(own);
    },
    restoreReports: async (reportIds) => {
      const answer = await client.restoreReports({ reportIds: [...reportIds] });
      if (!answer.ok) return get().tellError(answer.error);
      const first = answer.value[0];
      if (first) {
        get().tell({
          tone: 'good',
          text: ({ library }) => library.restored({ title: first.title || library.untitled }),
          // The offer to undo the deletion has been taken.
          topic: TRASH,
        });
      }
      await Promise.all([get().loadReports(), get().loadTrash(), get().loadHistory()]);
    },
    loadTrash: async () => {
      const answer = await client.listTrash({});
      if (answer.ok) set({ trash: answer.value });
      else get().tellError(answer.error);
    },
  };
};
