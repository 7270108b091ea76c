import type { AppError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { Result } from '#core/base/result.ts';
import type { ReportContent, VersionAnswer } from '#core/ipc/payloads.ts';
import type { Encoding } from '#core/report/encoding.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import type { Slice } from '../window/slice.ts';
import type { WindowState } from '../window/store.ts';

/** What reading a report anew did, for the dialog that tells it. */
export interface VersionResult {
  readonly title: string;
  readonly how: { readonly encoding: Encoding } | 'replaced';
  readonly anchors: VersionAnswer['anchors'];
}

/** Changes of the report that is open: what it says of itself, its text, and where its notes belong. */
export interface ReportChangesSlice {
  readonly versionResult: VersionResult | null;
  /** The report is being read anew. */
  readonly readingAnew: boolean;
  /** How many of its notes have a place in the new text; null until that is told. */
  readonly versionProgress: {
    readonly reportId: string;
    readonly done: number;
    readonly total: number;
  } | null;
  /** The note whose passage the user is looking for in the text. */
  readonly placingNoteId: string | null;
  /** False when it could not be stored, which has been told. */
  readonly changeMetadata: (content: ReportContent, change: Partial<ReportMetadata>) => Promise<boolean>;
  readonly reopenWithEncoding: (reportId: string, encoding: Encoding) => Promise<void>;
  readonly replaceText: (reportId: string) => Promise<void>;
  /** Leaves the report as it is: nothing of the new text is stored. */
  readonly cancelVersion: (reportId: string) => void;
  readonly saveOriginal: (reportId: string) => Promise<void>;
  /** Says where a note belongs, or, with null, that it belongs nowhere. False when it could not be stored. */
  readonly placeNote: (id: string, place: TextRange | null) => Promise<boolean>;
  readonly beginPlacing: (id: string | null) => void;
  /** The open report's newest content, which the report model takes over. */
  readonly acceptedContent: ReportContent | null;
}

const NOT_READING = { versionResult: null, readingAnew: false, versionProgress: null } as const;

export const createReportChangesSlice: Slice<ReportChangesSlice> = (client) => (set, get) => {
  const accept = (content: ReportContent): void => {
    set({ acceptedContent: content });
    void get().loadReports();
    void get().loadHistory();
  };

  const tellVersion = (answer: Result<VersionAnswer | null>, how: VersionResult['how']): void => {
    set({ readingAnew: false, versionProgress: null });
    if (!answer.ok) return tellNotRead(get(), answer.error);
    // Null: the user closed the system's dialog.
    if (answer.value === null) return;
    const { content, anchors } = answer.value;
    accept(content);
    void get().loadAnnotations();
    set({ versionResult: { title: content.summary.title, how, anchors } });
    get().showDialog('version-result');
  };

  // Another window may be the one that reads it.
  client.onVersionProgress((versionProgress) => set(get().readingAnew ? { versionProgress } : {}));

  return {
    ...NOT_READING,
    cancelVersion: (reportId) => void client.cancelVersion({ reportId }),
    placingNoteId: null,
    acceptedContent: null,
    changeMetadata: async (content, change) => {
      get().closeRevertingToasts();
      const { summary, revision } = content;
      const answer = await client.changeMetadata({ reportId: summary.reportId, revision, change });
      if (!answer.ok) {
        get().tellError(answer.error);
        return false;
      }
      accept(answer.value);
      get().tell({
        tone: 'good',
        text: ({ report }) => report.saved,
        action: { label: ({ common }) => common.undo, run: () => void get().undo() },
        revertsLastChange: true,
      });
      return true;
    },
    reopenWithEncoding: async (reportId, encoding) => {
      get().closeRevertingToasts();
      set({ readingAnew: true });
      tellVersion(await client.reopenWithEncoding({ reportId, encoding }), { encoding });
    },
    replaceText: async (reportId) => {
      get().closeRevertingToasts();
      set({ readingAnew: true });
      tellVersion(await client.replaceTextWithDialog({ reportId }), 'replaced');
    },
    saveOriginal: async (reportId) => {
      const answer = await client.saveOriginalWithDialog({ reportId });
      if (!answer.ok) return get().tellError(answer.error);
      if (answer.value === null) return;
      const { path } = answer.value;
      get().tell({ tone: 'good', text: ({ report }) => report.originalSaved({ path }) });
    },
    placeNote: async (id, place) => {
      const seen = get().annotations.find((each) => each.id === id);
      if (seen === undefined) return false;
      get().closeRevertingToasts();
      const answer = await client.placeNote({ id, revision: seen.revision, place });
      if (!answer.ok) {
        get().tellError(answer.error);
        return false;
      }
      if (get().placingNoteId === id) set({ placingNoteId: null });
      await get().loadAnnotations();
      void get().loadHistory();
      get().tell({
        tone: 'good',
        text: ({ notes }) => (place === null ? notes.placedNowhere : notes.placed),
        action: { label: ({ common }) => common.undo, run: () => void get().undo() },
        revertsLastChange: true,
      });
      return true;
    },
    beginPlacing: (placingNoteId) => set({ placingNoteId }),
  };
};

/** Says why a report was not read anew; that the user cancelled it is no error. */
function tellNotRead({ tell, tellError }: Pick<WindowState, 'tell' | 'tellError'>, error: AppError): void {
  if (error.code === 'cancelled') tell({ text: ({ report }) => report.readingCancelled });
  else tellError(error);
}
