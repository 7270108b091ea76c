import type { Annotation, AnnotationChange, AnnotationKind } from '#core/annotations/record.ts';
import { isReportNote, UNCHOSEN_CODE } from '#core/annotations/report-note.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { Slice } from '../window/slice.ts';
import type { WindowState } from '../window/store.ts';

/** A note to be made on the current report; `code` is the last colour unless told, none for the whole report. */
export interface NewAnnotation {
  /** Source range. */
  readonly range: TextRange;
  readonly kind?: AnnotationKind;
  readonly code?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
}

export interface AnnotationsSlice {
  /** Those of the current report, in the order of the text. Empty while they load. */
  readonly annotations: readonly Annotation[];
  /** The note that the list, the popover and the keys are at. */
  readonly selectedNoteId: string | null;
  readonly selectNote: (id: string | null) => void;
  readonly loadAnnotations: () => Promise<void>;
  /** The new note, or null when it could not be stored (which has been told). Its colour becomes the last colour. */
  readonly createAnnotation: (annotation: NewAnnotation) => Promise<Annotation | null>;
  /**
   * Changes a note as it stands in `annotations`, or as it stood at an older revision. Where another writer was first both texts
   * are kept and that is told. False when nothing was changed.
   */
  readonly changeAnnotation: (id: string, change: AnnotationChange, revision?: number) => Promise<boolean>;
  /** Deletes notes and offers to undo it. False when they stay. */
  readonly removeAnnotations: (ids: readonly string[]) => Promise<boolean>;
}

type Writing = Pick<AnnotationsSlice, 'createAnnotation' | 'changeAnnotation' | 'removeAnnotations'>;
type Get = () => WindowState;

/** Puts notes of a report into the state, unless another report is shown by now. */
type Show = (reportId: string, annotations: readonly Annotation[]) => void;

export const createAnnotationsSlice: Slice<AnnotationsSlice> = (client) => (set, get) => {
  /** Answers of an older request than the last one are dropped, and what was written since counts as newer. */
  let request = 0;
  const show: Show = (reportId, annotations) => {
    if (get().currentReportId !== reportId) return;
    request += 1;
    set({ annotations: inTextOrder(annotations) });
  };
  return {
    annotations: [],
    selectedNoteId: null,
    selectNote: (selectedNoteId) => set({ selectedNoteId }),
    loadAnnotations: async () => {
      const reportId = get().currentReportId;
      request += 1;
      const mine = request;
      if (get().annotations.some((each) => each.reportId !== reportId)) {
        set({ annotations: [], selectedNoteId: null });
      }
      if (reportId === null) return;
      const answer = await client.listNotes({ reportId });
      if (mine !== request) return;
      if (!answer.ok) return get().tellError(answer.error);
      const annotations = inTextOrder(answer.value);
      const selected = get().selectedNoteId;
      const kept = annotations.some(({ id }) => id === selected) ? selected : null;
      set({ annotations, selectedNoteId: kept });
    },
    createAnnotation: creation(client, get, show),
    changeAnnotation: changing(client, get, show),
    removeAnnotations: removal(client, get, show),
  };
};

function creation(client: ZhupiApi, get: Get, show: Show): Writing['createAnnotation'] {
  return async ({ range, kind = 'highlight', code, note = '', tags = [] }) => {
    const reportId = get().currentReportId;
    if (reportId === null) return null;
    get().closeRevertingToasts();
    const { start, end } = range;
    const { lastCode } = get().settings;
    const taken = code ?? (isReportNote({ kind, anchor: range }) ? UNCHOSEN_CODE : lastCode);
    if (code !== undefined && code !== lastCode) get().changeSettings({ lastCode: code });
    const answer = await client.createNote({
      reportId,
      start,
      end,
      kind,
      code: taken,
      note,
      tags: [...tags],
    });
    if (!answer.ok) {
      get().tellError(answer.error);
      return null;
    }
    const made = answer.value;
    show(reportId, [...get().annotations.filter(({ id }) => id !== made.id), made]);
    void get().loadHistory();
    return made;
  };
}

function changing(client: ZhupiApi, get: Get, show: Show): Writing['changeAnnotation'] {
  return async (id, change, revision) => {
    const seen = get().annotations.find((each) => each.id === id);
    if (seen === undefined) return false;
    get().closeRevertingToasts();
    const answer = await client.changeNote({ id, revision: revision ?? seen.revision, change });
    if (!answer.ok) {
      get().tellError(answer.error);
      return false;
    }
    const { annotation, keptCopy } = answer.value;
    const written = keptCopy === null ? [annotation] : [annotation, keptCopy];
    const others = get().annotations.filter((each) => written.every(({ id: other }) => each.id !== other));
    show(seen.reportId, [...others, ...written]);
    if (keptCopy !== null) get().tell({ text: ({ app }) => app.bothKept });
    void get().loadHistory();
    return true;
  };
}

function removal(client: ZhupiApi, get: Get, show: Show): Writing['removeAnnotations'] {
  return async (ids) => {
    const reportId = get().currentReportId;
    get().closeRevertingToasts();
    const answer = await get().runBulk((job) => client.deleteNotes({ ids: [...ids], job }));
    if (!answer.ok) {
      get().tellError(answer.error);
      return false;
    }
    if (answer.value.cancelled) {
      await Promise.all([get().loadAnnotations(), get().loadHistory()]);
      return false;
    }
    const gone = new Set(ids);
    const left = get().annotations.filter(({ id }) => !gone.has(id));
    if (reportId !== null) show(reportId, left);
    if (gone.has(get().selectedNoteId ?? '')) get().selectNote(null);
    void get().loadHistory();
    get().tell({
      text: ({ app }) => app.notesDeleted({ count: ids.length }),
      action: { label: ({ common }) => common.undo, run: () => void get().undo() },
      revertsLastChange: true,
    });
    return true;
  };
}

/** By start, then end; a note that was made later stands behind. */
function inTextOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort(
    (a, b) =>
      a.anchor.start - b.anchor.start ||
      a.anchor.end - b.anchor.end ||
      a.createdAt - b.createdAt ||
      (a.id < b.id ? -1 : 1),
  );
}
