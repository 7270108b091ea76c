import type { Annotation } from '#core/annotations/record.ts';
import type { ExportTemplate } from '#core/export/export-template.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { ScriptRules } from '#core/ipc/calls/script-calls.ts';
import type { NoteVersion } from '#core/ipc/calls/notebook-calls.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { HistoryAnswer, ReportContent, TrashEntry } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { FIRST_SORTING } from './fake-code-calls.ts';
import type { FakeSorting } from './fake-code-calls.ts';

interface NoteStep {
  readonly id: string;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

/** One step of the history: what stood before and after, for notes, for reports and for what reports hold. */
interface Change {
  readonly name: string;
  readonly notes: readonly NoteStep[];
  readonly reports: readonly {
    readonly id: string;
    readonly deletedBefore: boolean;
    readonly deletedAfter: boolean;
  }[];
  readonly contents: readonly { readonly before: ReportContent; readonly after: ReportContent }[];
  readonly sorting?: { readonly before: FakeSorting; readonly after: FakeSorting };
  readonly rules?: { readonly before: ScriptRules; readonly after: ScriptRules };
  readonly templates?: {
    readonly before: readonly ExportTemplate[];
    readonly after: readonly ExportTemplate[];
  };
  readonly searches?: { readonly before: readonly SavedSearch[]; readonly after: readonly SavedSearch[] };
}

/** Reports and notes in memory, with the undo and redo of the real library. */
export class FakeStore {
  readonly contents = new Map<string, ReportContent>();
  readonly notes = new Map<string, Annotation>();
  readonly deleted = new Map<string, number>();
  sorting: FakeSorting = FIRST_SORTING;
  scriptRules: ScriptRules = { officialProse: true, overrides: [] };
  savedSearches: readonly SavedSearch[] = [];
  templates: readonly ExportTemplate[] = [];
  readonly #journal: (NoteStep & { readonly seq: number; readonly time: number })[] = [];
  readonly #past: Change[] = [];
  #future: Change[] = [];

  constructor(contents: readonly ReportContent[]) {
    for (const content of contents) this.contents.set(content.summary.reportId, content);
  }

  content(reportId: string): ReportContent {
    const content = this.contents.get(reportId);
    if (content === undefined || this.deleted.has(reportId)) {
      throw new ZhupiError('report-unknown', { name: reportId });
    }
    return content;
  }

  summaries(): ReportSummary[] {
    return [...this.contents.values()]
      .filter(({ summary }) => !this.deleted.has(summary.reportId))
      .map(({ summary }) => ({ ...summary, notes: this.notesOf(summary.reportId).length }));
  }

  notesOf(reportId: string | null): Annotation[] {
    return [...this.notes.values()].filter(
      (note) => (reportId === null || note.reportId === reportId) && !this.deleted.has(note.reportId),
    );
  }

  note(id: string): Annotation {
    const note = this.notes.get(id);
    if (note === undefined) throw new ZhupiError('annotation-unknown', { id });
    return note;
  }

  /** Every state that a note had, the newest first. */
  versionsOf(id: string): NoteVersion[] {
    const rows = this.#journal.filter((row) => row.id === id);
    if (rows.length === 0) throw new ZhupiError('annotation-unknown', { id });
    return rows
      .map(({ seq, time, before, after }, index): NoteVersion | null => {
        const annotation = after ?? before;
        if (annotation === null) return null;
        const what =
          after === null ? 'deleted' : before === null ? (index === 0 ? 'created' : 'restored') : 'changed';
        const isCurrent = index === rows.length - 1 && this.notes.has(id);
        return { seq, time, actor: 'window', what, annotation, isCurrent };
      })
      .filter((version) => version !== null)
      .reverse();
  }

  /** Notes that were deleted and are not back, the last one first. */
  deletedNotes(): { readonly annotation: Annotation; readonly time: number }[] {
    const deleted = new Map<string, { readonly annotation: Annotation; readonly time: number }>();
    for (const { id, before, after, time } of this.#journal) {
      deleted.delete(id);
      if (after === null && before !== null) deleted.set(id, { annotation: before, time });
    }
    return [...deleted.values()].reverse();
  }

  trash(): TrashEntry[] {
    return [...this.deleted].map(([reportId, deletedAt]) => ({
      reportId,
      title: this.contents.get(reportId)?.summary.title ?? '',
      notes: [...this.notes.values()].filter((note) => note.reportId === reportId).length,
      deletedAt,
    }));
  }

  /** Writes notes as one step; null as `after` deletes. */
  writeNotes(name: string, notes: Change['notes']): void {
    this.#do({ name, notes, reports: [], contents: [] });
  }

  /** Puts reports into the trash, or takes them out, as one step. */
  setDeleted(name: string, reportIds: readonly string[], deletedAfter: boolean): void {
    const reports = reportIds.map((id) => ({ id, deletedBefore: this.deleted.has(id), deletedAfter }));
    this.#do({ name, notes: [], reports, contents: [] });
  }

  /** Writes what a report holds, with the notes that follow it, as one step. */
  writeContent(name: string, before: ReportContent, after: ReportContent, notes: Change['notes'] = []): void {
    this.#do({ name, notes, reports: [], contents: [{ before, after }] });
  }

  /** Writes codes and projects, with the notes that follow them, as one step. */
  writeSorting(name: string, after: FakeSorting, notes: Change['notes'] = []): void {
    this.#do({ name, notes, reports: [], contents: [], sorting: { before: this.sorting, after } });
  }

  /** Writes what the user decides about scripts, as one step. */
  writeScriptRules(name: string, after: ScriptRules): void {
    const rules = { before: this.scriptRules, after };
    this.#do({ name, notes: [], reports: [], contents: [], rules });
  }

  /** Writes the templates of export, as one step. */
  writeTemplates(after: readonly ExportTemplate[]): void {
    const templates = { before: this.templates, after };
    this.#do({ name: 'change-templates', notes: [], reports: [], contents: [], templates });
  }

  /** Writes the saved searches, as one step. */
  writeSavedSearches(name: string, after: readonly SavedSearch[]): void {
    const searches = { before: this.savedSearches, after };
    this.#do({ name, notes: [], reports: [], contents: [], searches });
  }

  history(): Pick<HistoryAnswer, 'undo' | 'redo'> {
    return { undo: this.#past.at(-1)?.name ?? null, redo: this.#future.at(-1)?.name ?? null };
  }

  undo(): HistoryAnswer {
    const change = this.#past.pop();
    if (change === undefined) throw new ZhupiError('undo-nothing');
    for (const { id, before } of change.notes) this.#put(id, before);
    for (const { id, deletedBefore } of change.reports) this.#mark(id, deletedBefore);
    for (const { before } of change.contents) this.contents.set(before.summary.reportId, before);
    this.sorting = change.sorting?.before ?? this.sorting;
    this.scriptRules = change.rules?.before ?? this.scriptRules;
    this.savedSearches = change.searches?.before ?? this.savedSearches;
    this.templates = change.templates?.before ?? this.templates;
    this.#future.push(change);
    return { ...this.history(), reportIds: this.#touched(change) };
  }

  redo(): HistoryAnswer {
    const change = this.#future.pop();
    if (change === undefined) throw new ZhupiError('redo-nothing');
    this.#apply(change);
    this.#past.push(change);
    return { ...this.history(), reportIds: this.#touched(change) };
  }

  #do(change: Change): void {
    this.#apply(change);
    this.#past.push(change);
    this.#future = [];
  }

  #apply(change: Change): void {
    for (const { id, after } of change.notes) this.#put(id, after);
    for (const { id, deletedAfter } of change.reports) this.#mark(id, deletedAfter);
    for (const { after } of change.contents) this.contents.set(after.summary.reportId, after);
    this.sorting = change.sorting?.after ?? this.sorting;
    this.scriptRules = change.rules?.after ?? this.scriptRules;
    this.savedSearches = change.searches?.after ?? this.savedSearches;
    this.templates = change.templates?.after ?? this.templates;
  }

  #put(id: string, note: Annotation | null): void {
    const before = this.notes.get(id) ?? null;
    this.#journal.push({ id, before, after: note, seq: this.#journal.length + 1, time: Date.now() });
    if (note === null) this.notes.delete(id);
    else this.notes.set(id, note);
  }

  #mark(id: string, deleted: boolean): void {
    if (deleted) this.deleted.set(id, Date.now());
    else this.deleted.delete(id);
  }

  #touched(change: Change): string[] {
    const ofNotes = change.notes.map(({ before, after }) => (after ?? before)?.reportId ?? '');
    const ofContents = change.contents.map(({ after }) => after.summary.reportId);
    return [...new Set([...ofNotes, ...change.reports.map(({ id }) => id), ...ofContents])];
  }
}
