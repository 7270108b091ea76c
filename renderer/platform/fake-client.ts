import { ANNOTATION_SCHEMA_VERSION } from '#core/annotations/record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import type { AppError } from '#core/base/app-error.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import type { EventPayload, ZhupiApi } from '#core/ipc/api.ts';
import type { AppState } from '#core/ipc/contract.ts';
import type { ImportAnswer, PackSummary, ReportContent } from '#core/ipc/payloads.ts';
import { DEFAULT_SETTINGS } from '#core/ipc/settings.ts';
import { createFakeEvent } from './fake-events.ts';
import { fakeHits, fakeSearch } from './fake-search.ts';
import { FakeStore } from './fake-store.ts';

export interface FakeOptions {
  readonly reports?: readonly ReportContent[];
  readonly packs?: readonly PackSummary[];
  readonly app?: Partial<AppState>;
  /** What the next imports bring, one after the other; null = the user closed the dialog. */
  readonly imports?: readonly (FakeImport | null)[];
}

export interface FakeImport {
  readonly answer: ImportAnswer;
  readonly reports?: readonly ReportContent[];
}

/** The library in memory, with doors for tests: events to send, calls to make fail, what was copied and opened. */
export interface FakeClient extends ZhupiApi {
  readonly fake: {
    readonly store: FakeStore;
    /** Every answer of this call is the error until null is given. */
    readonly failWith: (call: keyof ZhupiApi, error: AppError | null) => void;
    /** Imports wait until `releaseImports` is called. */
    readonly holdImports: () => void;
    readonly releaseImports: () => void;
    readonly copied: string[];
    readonly calls: string[];
    readonly sendPacksState: (payload: EventPayload<'packsState'>) => void;
    readonly sendOpenLink: (payload: EventPayload<'openLink'>) => void;
    readonly sendMenuCommand: (payload: EventPayload<'menuCommand'>) => void;
    readonly sendImportProgress: (payload: EventPayload<'importProgress'>) => void;
    readonly sendNotesChanged: (payload: EventPayload<'notesChanged'>) => void;
  };
}

/** An in-memory `window.zhupi` for component tests and for looking at the interface in a plain browser. */
export function createFakeClient(options: FakeOptions = {}): FakeClient {
  const store = new FakeStore(options.reports ?? []);
  const failures = new Map<string, AppError>();
  const calls: string[] = [];
  const copied: string[] = [];
  const positions = new Map<string, number>();
  const imports = [...(options.imports ?? [])];
  const cancelled = new Set<string>();
  let packs = [...(options.packs ?? [])];
  let settings = { ...DEFAULT_SETTINGS, ...options.app?.settings };
  let gate: Promise<void> = Promise.resolve();
  let openGate = (): void => {};
  let lastId = 0;

  const libraryChanged = createFakeEvent<EventPayload<'libraryChanged'>>();
  const notesChanged = createFakeEvent<EventPayload<'notesChanged'>>();
  const importProgress = createFakeEvent<EventPayload<'importProgress'>>();
  const packsState = createFakeEvent<EventPayload<'packsState'>>();
  const openLink = createFakeEvent<EventPayload<'openLink'>>();
  const menuCommand = createFakeEvent<EventPayload<'menuCommand'>>();

  async function answer<T>(call: keyof ZhupiApi, work: () => T | Promise<T>): Promise<Result<T>> {
    calls.push(call);
    await Promise.resolve();
    const failure = failures.get(call);
    if (failure) return fail(failure);
    try {
      return ok(await work());
    } catch (thrown) {
      return fail(toAppError(thrown));
    }
  }

  async function runImport(job: string): Promise<ImportAnswer | null> {
    const next = imports.shift();
    if (next === null) return null;
    await gate;
    if (cancelled.has(job) || next === undefined)
      return { outcomes: [], skipped: 0, cancelled: cancelled.has(job) };
    for (const report of next.reports ?? []) store.contents.set(report.summary.reportId, report);
    libraryChanged.send({});
    return next.answer;
  }

  const changed = (reportIds: readonly string[]): void => notesChanged.send({ reportIds: [...reportIds] });

  return {
    appState: () =>
      answer('appState', () => ({
        version: '0.1.0',
        platform: 'linux',
        dataFolder: '/home/reader/.local/share/Zhupi',
        systemLocale: 'en' as const,
        systemLanguage: 'en-GB',
        lastReportId: null,
        ...options.app,
        settings,
      })),
    changeSettings: (change) =>
      answer('changeSettings', () => {
        settings = { ...settings, ...(change as Partial<typeof settings>) };
        return settings;
      }),
    savePosition: ({ reportId, offset }) =>
      answer('savePosition', () => {
        positions.set(reportId, offset);
        return {};
      }),
    loadPosition: ({ reportId }) => answer('loadPosition', () => ({ offset: positions.get(reportId) ?? 0 })),
    listReports: () => answer('listReports', () => store.summaries()),
    openReport: ({ reportId }) => answer('openReport', () => store.content(reportId)),
    importWithDialog: ({ job }) => answer('importWithDialog', () => runImport(job)),
    importDropped: (job) =>
      answer(
        'importDropped',
        async () => (await runImport(job)) ?? { outcomes: [], skipped: 0, cancelled: false },
      ),
    cancelImport: ({ job }) =>
      answer('cancelImport', () => {
        cancelled.add(job);
        openGate();
        return {};
      }),
    deleteReports: ({ reportIds }) =>
      answer('deleteReports', () => {
        store.setDeleted('delete-reports', reportIds, true);
        return store.trash().filter(({ reportId }) => reportIds.includes(reportId));
      }),
    restoreReports: ({ reportIds }) =>
      answer('restoreReports', () => {
        store.setDeleted('restore-reports', reportIds, false);
        return store.summaries().filter(({ reportId }) => reportIds.includes(reportId));
      }),
    listTrash: () => answer('listTrash', () => store.trash()),
    listNotes: ({ reportId }) => answer('listNotes', () => store.notesOf(reportId)),
    createNote: (made) =>
      answer('createNote', () => {
        lastId += 1;
        const note = newNote(store, made, lastId);
        store.writeNotes('create-note', [{ id: note.id, before: null, after: note }]);
        changed([note.reportId]);
        return note;
      }),
    changeNote: ({ id, revision, change }) =>
      answer('changeNote', () => {
        const before = store.note(id);
        if (before.revision !== revision) throw new ZhupiError('annotation-conflict', { id });
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const after = { ...before, ...given, revision: revision + 1, updatedAt: Date.now() };
        store.writeNotes('change-note', [{ id, before, after }]);
        changed([before.reportId]);
        return { annotation: after, keptCopy: null };
      }),
    deleteNotes: ({ ids }) =>
      answer('deleteNotes', () => {
        const notes = ids.map((id) => store.note(id));
        store.writeNotes(
          'delete-notes',
          notes.map((before) => ({ id: before.id, before, after: null })),
        );
        changed(notes.map(({ reportId }) => reportId));
        return {};
      }),
    listTags: () =>
      answer('listTags', () => [...new Set(store.notesOf(null).flatMap(({ tags }) => tags))].sort()),
    undo: () =>
      answer('undo', () => {
        const undone = store.undo();
        changed(undone.reportIds);
        return undone;
      }),
    redo: () =>
      answer('redo', () => {
        const redone = store.redo();
        changed(redone.reportIds);
        return redone;
      }),
    historyState: () => answer('historyState', () => store.history()),
    search: ({ query, limit }) => answer('search', () => fakeSearch(store, query, limit)),
    searchInReport: ({ query, reportId }) =>
      answer('searchInReport', () => fakeHits(store.content(reportId).source, query)),
    listPacks: () => answer('listPacks', () => packs),
    removePack: ({ packId }) =>
      answer('removePack', () => {
        packs = packs.filter((pack) => pack.packId !== packId);
        return {};
      }),
    exportWithDialog: ({ reportIds }) =>
      answer('exportWithDialog', () => ({
        files: store
          .summaries()
          .filter(({ reportId, notes }) => (reportIds === null ? notes > 0 : reportIds.includes(reportId)))
          .map(({ title, notes }) => ({
            path: `/home/reader/notes/${title}.md`,
            status: 'written' as const,
            annotations: notes,
            error: null,
          })),
      })),
    showExported: () => answer('showExported', () => ({})),
    openDataFolder: () => answer('openDataFolder', () => ({})),
    copyText: ({ text }) =>
      answer('copyText', () => {
        copied.push(text);
        return {};
      }),
    toggleFullScreen: () => answer('toggleFullScreen', () => ({})),
    onLibraryChanged: libraryChanged.listen,
    onNotesChanged: notesChanged.listen,
    onImportProgress: importProgress.listen,
    onPacksState: packsState.listen,
    onOpenLink: openLink.listen,
    onMenuCommand: menuCommand.listen,
    fake: {
      store,
      failWith: (call, error) => void (error ? failures.set(call, error) : failures.delete(call)),
      holdImports: () => {
        gate = new Promise((resolve) => (openGate = resolve));
      },
      releaseImports: () => openGate(),
      copied,
      calls,
      sendPacksState: packsState.send,
      sendOpenLink: openLink.send,
      sendMenuCommand: menuCommand.send,
      sendImportProgress: importProgress.send,
      sendNotesChanged: notesChanged.send,
    },
  };
}

type NewNote = Parameters<ZhupiApi['createNote']>[0];

function newNote(store: FakeStore, made: NewNote, serial: number): Annotation {
  const { source, sourceHash } = store.content(made.reportId);
  const { start, end, reportId, kind, code, note } = made;
  if (start > end || end > source.length) throw new ZhupiError('range-invalid', { start, end });
  const now = Date.now();
  return {
    schemaVersion: ANNOTATION_SCHEMA_VERSION,
    id: `n${serial.toString(36).padStart(16, '0')}`,
    reportId,
    kind,
    code,
    anchor: {
      start,
      end,
      exact: source.slice(start, end),
      prefix: source.slice(Math.max(0, start - 32), start),
      suffix: source.slice(end, end + 32),
      sourceHash,
    },
    state: 'exact',
    note,
    tags: [...made.tags],
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}
