import type { HistoryLabel } from '#core/annotations/history-label.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import { backupBefore, BULK } from './backup/backup-before.ts';
import { keepBackups } from './backup/backup-library-calls.ts';
import { createBackgroundIndexing } from './background-indexing.ts';
import { sortingCalls } from './codes/sorting-calls.ts';
import { concordanceCalls } from './concordance-calls.ts';
import { findCalls } from './find-calls.ts';
import { historyCalls } from './history-calls.ts';
import { createImportJobs } from './import-jobs.ts';
import { keepList } from './kept-list.ts';
import { libraryReports, type LibraryReports } from './library-reports.ts';
import type { Library, LibraryOptions, LibraryParts, PackService } from './library-types.ts';
import { packCalls } from './pack-calls.ts';
import type { SearchService } from './search-types.ts';
import { exportLibraryCalls } from './exporter/export-library-calls.ts';
import { notebookLibraryCalls } from './notes/notebook-library-calls.ts';
import { addNote, editNote, listNotes, type NotesDeps } from './notes/notes.ts';
import { reportChangeCalls } from './report-changes/report-change-calls.ts';
import { savedSearchLibraryCalls } from './search/suggest/saved-search-calls.ts';
import { searchLibraryCalls } from './search/search-library-calls.ts';
import { notesSource } from './search/notes-source.ts';
import { searchedReports } from './search/corpus/searched-reports.ts';
import { scriptRuleCalls } from './script/script-rule-calls.ts';
import { scriptOptionsNow, scriptOptionsOf } from './script/script-rules.ts';
import { openStore, type Store } from './store/open-store.ts';
import { listTags } from './store/tags.ts';
import { listTrash, purgeTrash } from './store/trash.ts';
import { historyState } from './store/undo-stack.ts';
import { watchChanges, type ChangeWatch, type Touched } from './store/watch-changes.ts';

interface Context {
  readonly options: LibraryOptions;
  readonly store: Store;
  readonly packs: PackService;
  readonly search: SearchService;
  readonly reports: LibraryReports;
  readonly notes: NotesDeps;
  readonly watch: ChangeWatch;
}

/** Milliseconds between two tellings that an import has brought reports: a window draws its list anew each time. */
const IMPORT_PAUSE = 1_000;
/** Milliseconds from a change until reports are indexed behind it. */
const INDEXING_DELAY = 500;

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
    const packs = parts.createPacks({
      ...{ dataDir, packFiles: options.packFiles },
      onState: (state) => onEvent({ name: 'packsState', payload: { state } }),
    });
    const reports = libraryReports({ store, packs, actor, now });
    const notes: NotesDeps = { connection, packs, actor, now };
    const search = parts.createSearch({
      ...{ dataDir, reports, indexStamps: reports.indexStamps, packs },
      notes: notesSource(notes),
      scriptOptions: () => scriptOptionsNow(connection),
      ...searchedReports(connection, packs),
      isAlone: actor === 'command',
    });
    const indexing = createBackgroundIndexing(search, INDEXING_DELAY);
    const watch = watchChanges(connection, (touched) => {
      announce(touched, search, onEvent);
      exports.journalChanged();
      // A command that only imports a file or two leaves the index to the next search.
      if (actor === 'window' && touched.some(isReportChange)) indexing.wake();
    });
    const changes = { ...notes, packs, dataDir, originals: store.originals };
    const follows = actor === 'window' && store.mode === 'read-write';
    const { install, ...ofPacks } = packCalls({
      ...{ packs, search, onEvent, changes, follows, ownChange: watch.ownChange },
    });
    const { close: endImports, ...importCalls } = createImportJobs({
      parts,
      imports: { reports, packs: { install }, yields: actor === 'window' },
      search,
      onStored: (job) => {
        watch.ownChange(job === 'under-way' ? IMPORT_PAUSE : undefined);
        // Threads that read many files make what is indexed of them.
        if (job === 'ended') indexing.wake();
      },
    });
    const exports = exportLibraryCalls({
      ...{ notes, reports, parts, scriptOptions: scriptOptionsOf(connection) },
      keepsVault: actor === 'window' && store.mode === 'read-write',
      changed: watch.ownChange,
      onVaultFailed: (error) => onEvent({ name: 'vaultFailed', payload: error }),
    });
    const context: Context = { options, store, packs, search, reports, notes, watch };
    const history = historyCalls({ connection, now, onEvent, stepped: afterStep(context) });
    const backups = keepBackups({ store, now, actor, textChanged: textChanged(context) });
    return {
      ...readCalls(context),
      ...writeCalls(context),
      ...history.calls,
      ...sortingCalls({ ...notes, dataDir, reports }, watch.ownChange),
      ...reportChangeCalls(changes, { changed: watch.ownChange, textChanged: textChanged(context), onEvent }),
      ...notebookLibraryCalls({ ...notes, backUp: store.backUp }, watch.ownChange, onEvent),
      ...backups.calls,
      ...savedSearchLibraryCalls(notes, watch.ownChange),
      ...scriptRuleCalls(notes, watch.ownChange, onEvent),
      ...exports.calls,
      ...concordanceCalls({ dataDir, search, onEvent }),
      ...findCalls(search),
      ...ofPacks,
      installPack: async (path) => (await install(path)).pack,
      ...importCalls,
      prepareSearch: (signal) => search.prepare(signal),
      close: async () => {
        await endImports();
        watch.stop();
        for (const part of [history, exports, backups, indexing, search, packs, store]) await part.close();
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** Actions whose undo changes what is searched. */
const TEXT_LABELS: ReadonlySet<string> = new Set<HistoryLabel>([
  'change-text',
  'change-metadata',
  'delete-reports',
  'restore-reports',
]);

/** Tells that texts changed. The next search must not answer from the old ones, so it hears of it at once. */
function textChanged({ search, watch }: Context): () => void {
  return () => {
    search.invalidate();
    watch.ownChange();
  };
}

/** Tells what an undo or redo of an action with this label has changed. */
function afterStep(context: Context) {
  return (answer: HistoryAnswer, label: string | null): HistoryAnswer => {
    if (label !== null && TEXT_LABELS.has(label)) textChanged(context)();
    context.watch.ownChange();
    return answer;
  };
}

/** Calls that change nothing. */
function readCalls({ options, store, packs, search, reports, notes }: Context) {
  const { connection } = store;
  return {
    dataDir: options.dataDir,
    mode: store.mode,
    listReports: () => [...reports.listReports()],
    reportChanges: ({ since }) => reports.reportChanges(since),
    firstReports: ({ sort, near }) => reports.firstReports(sort, near),
    keepList: (order) => {
      const list = reports.firstStored(order.sort, order.near);
      if (list !== null) keepList(options.dataDir, order, list);
      return {};
    },
    openReport: ({ reportId }) => reports.openReport(reportId),
    listTrash: () => listTrash(connection),
    listNotes: ({ reportId }) => [...listNotes(notes, reportId)],
    listTags: () => listTags(connection),
    historyState: () => historyState(connection),
    ...searchLibraryCalls(search),
    listPacks: () => [...packs.summaries()],
    check: async (tell) => {
      const problems = await store.check(tell);
      return { ok: problems.length === 0, problems };
    },
  } satisfies Partial<Library>;
}

/** Calls that change records; each tells the windows afterwards. */
function writeCalls({ store, reports, notes, watch }: Context) {
  const told = <T>(value: T): T => {
    watch.ownChange();
    return value;
  };
  return {
    deleteReports: ({ reportIds }) => {
      const remove = () => told(reports.deleteReports(reportIds));
      return reportIds.length < BULK ? remove() : backupBefore(store, 'delete-reports').then(remove);
    },
    restoreReports: ({ reportIds }) => told(reports.restoreReports(reportIds)),
    createNote: (request) => told(addNote(notes, request)),
    changeNote: (request) => told(editNote(notes, request)),
  } satisfies Partial<Library>;
}

/** What notes and reports are sorted by: nothing of a report itself. */
const SORTING_KINDS: ReadonlySet<string> = new Set<Touched['kind']>([
  'code',
  'project',
  'project-report',
  'tag',
]);

const BESIDE_REPORTS: ReadonlySet<string> = new Set<Touched['kind']>([
  'script-override',
  'saved-search',
  'template',
]);

/** Whether a row says nothing of a report. */
function isBesideReports({ kind }: Touched): boolean {
  return BESIDE_REPORTS.has(kind) || SORTING_KINDS.has(kind);
}

function isReportChange(row: Touched): boolean {
  return row.kind !== 'annotation' && !isBesideReports(row);
}

function announce(
  touched: readonly Touched[],
  search: SearchService,
  onEvent: LibraryOptions['onEvent'],
): void {
  if (touched.some(isReportChange)) {
    // What the user decides about repairs changes what is shown, not what is searched (DESIGN 9.11).
    if (touched.some((row) => isReportChange(row) && row.kind !== 'repair-decisions')) search.invalidate();
    onEvent({ name: 'libraryChanged', payload: {} });
  }
  const reportIds = [
    ...new Set(touched.flatMap(({ kind, reportId }) => (kind === 'annotation' ? (reportId ?? []) : []))),
  ];
  if (touched.some(({ kind }) => SORTING_KINDS.has(kind))) onEvent({ name: 'codesChanged', payload: {} });
  if (reportIds.length > 0) onEvent({ name: 'notesChanged', payload: { reportIds } });
  if (touched.some(({ kind }) => kind === 'script-override')) {
    onEvent({ name: 'scriptRulesChanged', payload: {} });
  }
  if (touched.some(({ kind }) => kind === 'saved-search')) {
    onEvent({ name: 'savedSearchesChanged', payload: {} });
  }
}
