import { ZhupiError } from '#core/base/app-error.ts';
import type { EventPayload } from '#core/ipc/api.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import { libraryReports, type LibraryReports } from './library-reports.ts';
import type {
  ImportOptions,
  Library,
  LibraryOptions,
  LibraryParts,
  PackService,
  SearchService,
} from './library-types.ts';
import { addNote, editNote, listNotes, removeNotes, type NotesDeps } from './notes/notes.ts';
import { redoAction, undoAction } from './store/actions.ts';
import { openStore, type Store } from './store/open-store.ts';
import { listTags } from './store/tags.ts';
import { listTrash, purgeTrash } from './store/trash.ts';
import { historyState } from './store/undo-stack.ts';
import { watchChanges, type ChangeWatch, type Touched } from './store/watch-changes.ts';
import { keepDailyBackup } from './daily-backup.ts';

interface Context {
  readonly options: LibraryOptions;
  readonly store: Store;
  readonly packs: PackService;
  readonly search: SearchService;
  readonly reports: LibraryReports;
  readonly notes: NotesDeps;
  readonly watch: ChangeWatch;
  readonly jobs: Map<string, AbortController>;
}

/**
 * Opens a data folder and everything over it, for one process (DESIGN 9.17). `parts` are the services to compose
 * (library-parts.ts has the program's own). Throws what {@link openStore} throws.
 */
export async function openLibrary<Packs extends PackService>(
  options: LibraryOptions,
  parts: LibraryParts<Packs>,
): Promise<Library> {
  const { dataDir, now, actor, onEvent } = options;
  const store = await openStore({ dataDir, now });
  const { connection } = store;
  try {
    if (store.mode === 'read-write') purgeTrash(connection, store.originals, now());
    const onState = (state: EventPayload<'packsState'>['state']): void => {
      onEvent({ name: 'packsState', payload: { state } });
    };
    const packs = parts.createPacks({ dataDir, packFiles: options.packFiles, onState });
    const reports = libraryReports({ store, packs, actor, now });
    const search = parts.createSearch({ dataDir, reports, indexKeys: reports.indexKeys, packs });
    const watch = watchChanges(connection, (touched) => {
      announce(touched, search, onEvent);
    });
    const notes: NotesDeps = { connection, packs, actor, now };
    const context: Context = { options, store, packs, search, reports, notes, watch, jobs: new Map() };
    const stopBackups = actor === 'window' ? keepDailyBackup(store, now) : () => Promise.resolve();
    return {
      ...readCalls(context),
      ...writeCalls(context),
      ...jobCalls(context, parts),
      close: async () => {
        for (const job of context.jobs.values()) job.abort();
        watch.stop();
        await stopBackups();
        await search.close();
        await packs.close();
        await store.close();
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** Calls that change nothing. */
function readCalls({ options, store, packs, search, reports, notes }: Context) {
  const { connection } = store;
  return {
    dataDir: options.dataDir,
    listReports: () => [...reports.listReports()],
    openReport: ({ reportId }) => reports.openReport(reportId),
    listTrash: () => listTrash(connection),
    listNotes: ({ reportId }) => [...listNotes(notes, reportId)],
    listTags: () => listTags(connection),
    historyState: () => historyState(connection),
    search: (request) => search.search(request),
    searchInReport: (request) => search.searchInReport(request),
    listPacks: () => [...packs.summaries()],
    check: async () => {
      const problems = await store.check();
      return { ok: problems.length === 0, problems };
    },
  } satisfies Partial<Library>;
}

/** Calls that change records; each tells the windows afterwards. */
function writeCalls({ options, store, reports, notes, watch }: Context) {
  const told = <T>(value: T): T => {
    watch.ownChange();
    return value;
  };
  return {
    deleteReports: ({ reportIds }) => told(reports.deleteReports(reportIds)),
    restoreReports: ({ reportIds }) => told(reports.restoreReports(reportIds)),
    createNote: (request) => told(addNote(notes, request)),
    changeNote: (request) => told(editNote(notes, request)),
    deleteNotes: ({ ids }) => {
      removeNotes(notes, ids);
      return told({});
    },
    undo: () => told(undoAction(store.connection, options.now())),
    redo: () => told(redoAction(store.connection, options.now())),
  } satisfies Partial<Library>;
}

/** Calls that take their time. */
function jobCalls(context: Context, parts: Pick<LibraryParts, 'importPaths' | 'exportMarkdown' | 'exportData'>) {
  const { options, reports, packs, notes, watch, jobs } = context;
  const exportDeps = { reports, listNotes: (reportId: string | null) => listNotes(notes, reportId) };
  const packsChanged = (): void => {
    context.search.invalidate();
    options.onEvent({ name: 'libraryChanged', payload: {} });
  };
  const install = async (path: string) => {
    const installed = await packs.install(path);
    packsChanged();
    return installed;
  };
  const importPaths = async (
    { job, paths }: { readonly job: string; readonly paths: readonly string[] },
    onProgress: ImportOptions['onProgress'],
  ): Promise<ImportAnswer> => {
    if (jobs.has(job)) throw new ZhupiError('request-invalid', { call: 'importPaths' });
    const abort = new AbortController();
    jobs.set(job, abort);
    try {
      const deps = { reports: { ...reports, insertReport: insertAndTell }, packs: { install } };
      return await parts.importPaths(deps, paths, { signal: abort.signal, onProgress });
    } finally {
      jobs.delete(job);
    }
  };
  const insertAndTell = (
    report: Parameters<LibraryReports['insertReport']>[0],
  ): ReportSummary | undefined => {
    const summary = reports.insertReport(report);
    watch.ownChange();
    return summary;
  };
  return {
    importPaths,
    cancelImport: ({ job }) => {
      jobs.get(job)?.abort();
      return {};
    },
    exportMarkdown: (request) => parts.exportMarkdown(exportDeps, request),
    exportData: (request) => parts.exportData(exportDeps, request),
    loadPacks: async () => {
      await packs.load();
      packsChanged();
    },
    installPack: async (path) => (await install(path)).pack,
    removePack: async ({ packId }) => {
      await packs.remove(packId);
      packsChanged();
      return {};
    },
  } satisfies Partial<Library>;
}

function announce(
  touched: readonly Touched[],
  search: SearchService,
  onEvent: LibraryOptions['onEvent'],
): void {
  if (touched.some(({ kind }) => kind !== 'annotation')) {
    search.invalidate();
    onEvent({ name: 'libraryChanged', payload: {} });
  }
  const reportIds = [
    ...new Set(touched.filter(({ kind }) => kind === 'annotation').map((row) => row.reportId)),
  ];
  if (reportIds.length > 0) onEvent({ name: 'notesChanged', payload: { reportIds } });
}
