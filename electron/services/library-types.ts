import type { Locale } from '#core/base/locale.ts';
import type { ConcordanceTextWish } from '#core/ipc/calls/concordance-calls.ts';
import type { reportProcessCalls } from '#core/ipc/calls/first-reports.ts';
import type { EventName, EventPayload, Handlers, LibraryHandlers } from '#core/ipc/api.ts';
import type { NotesImportAnswer, VaultState } from '#core/ipc/calls/export-calls.ts';
import type { ArchiveAnswer, MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type {
  ExportAnswer,
  ImportAnswer,
  ImportOutcome,
  ImportSummary,
  PackSummary,
  ReportContent,
  SearchAnswer,
  VersionAnswer,
} from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { TellCheck } from './store/check-store.ts';
import type { DuplicateReport, ReportIntake } from './report-types.ts';
import type {
  ExportRequest,
  ExportMarkdown,
  ExportNotesRequest,
  ExportDataRequest,
  ExportData,
  ExportReferencesRequest,
  ExportReferences,
} from './export-types.ts';
import type { SearchService, SearchDeps, SearchRequest } from './search-types.ts';

/** Who makes a change. Only changes by `window` stand on the undo stack; the others are in the history. */
export type Actor = 'window' | 'command' | 'import';

/** Reports of packs, which are read-only and not in the store. */
export interface PackReports {
  /** `notes` is 0 here: the library counts. */
  list(): readonly ReportSummary[];
  open(reportId: string): ReportContent | undefined;
  findDuplicate(bytesHash: string, sourceHash: string): DuplicateReport | undefined;
}

/** A pack after its installation; `isNew` is false when these very bytes were there already, installed or bundled. */
export interface InstalledPack {
  readonly pack: PackSummary;
  readonly isNew: boolean;
  /** Ids of the reports in it. */
  readonly reportIds: readonly string[];
}

/** Installed and bundled packs (electron/services/packs). Loading starts with `load`, off the main thread. */
export interface PackService extends PackReports {
  /** Loads every pack and its index; calls `onState`. A pack that fails does not stop the others. */
  load(): Promise<void>;
  summaries(): readonly PackSummary[];
  /** Copies a pack file into the data folder; throws `pack-invalid`, `pack-too-large`, `pack-older`. */
  install(path: string): Promise<InstalledPack>;
  /** Throws `pack-not-found`, also for a bundled pack. */
  remove(packId: string): Promise<void>;
  close(): Promise<void>;
}

export interface PackDeps {
  readonly dataDir: string;
  /** Packs that are part of the program. */
  readonly packFiles: readonly string[];
  readonly onState: (state: EventPayload<'packsState'>['state']) => void;
}

export interface ImportDeps {
  readonly reports: ReportIntake;
  readonly packs: Pick<PackService, 'install'>;
  /** Whether threads that read files give way to what draws a window. */
  readonly yields?: boolean;
}

/** How far an import is; `timeLeft` in milliseconds, null until it can be told. */
export type TellProgress = (done: number, total: number, path: string, timeLeft: number | null) => void;

export interface ImportOptions {
  readonly signal: AbortSignal;
  /** At most about ten times a second, and at the beginning and end. */
  readonly onProgress: TellProgress;
  /** Each file in order, once what became of it is on the disk. */
  readonly onOutcome?: ((outcome: ImportOutcome) => void) | undefined;
  /** At the end: the paths that failed, and those that the import did not come to. */
  readonly onLeft?: ((paths: readonly string[]) => void) | undefined;
}

/** Something to import that is no file, such as what is on the clipboard. */
export interface ImportedBytes {
  /** Without an ending; names a report whose text has no title. */
  readonly name: string;
  readonly kind: '.txt' | '.html';
  /** A text comes in as UTF-8 with its mark, so that nothing has to be guessed. */
  readonly content: string | Uint8Array;
}

/** electron/services/importers/import-bytes.ts */
export type ImportBytes = (deps: ImportDeps, bytes: ImportedBytes) => Promise<ImportAnswer>;

/** electron/services/importers/import-paths.ts */
export type ImportPaths = (
  deps: ImportDeps,
  paths: readonly string[],
  options: ImportOptions,
) => Promise<ImportAnswer>;

/** The services that a library is composed from; search may know more of the packs than the library does. */
export interface LibraryParts<Packs extends PackService = PackService> {
  readonly createPacks: (deps: PackDeps) => Packs;
  readonly createSearch: (deps: SearchDeps<Packs>) => SearchService;
  readonly importPaths: ImportPaths;
  readonly importBytes: ImportBytes;
  readonly exportMarkdown: ExportMarkdown;
  readonly exportData: ExportData;
  readonly exportReferences: ExportReferences;
}

type LibraryEventName = Extract<
  EventName,
  | 'libraryChanged'
  | 'notesChanged'
  | 'codesChanged'
  | 'notesProgress'
  | 'scriptRulesChanged'
  | 'savedSearchesChanged'
  | 'versionProgress'
  | 'packsState'
  | 'vaultFailed'
  | 'concordanceProgress'
>;

/** What a library tells without being asked: changes by any window, this process or another. */
export type LibraryEvent = {
  [E in LibraryEventName]: { readonly name: E; readonly payload: EventPayload<E> };
}[LibraryEventName];

export interface LibraryOptions {
  /** Absolute; made when it is missing. */
  readonly dataDir: string;
  /** Packs that are part of the program. */
  readonly packFiles: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly actor: 'window' | 'command';
  readonly onEvent: (event: LibraryEvent) => void;
}

export interface CheckAnswer {
  readonly ok: boolean;
  /** What SQLite, or the look at the originals, found; empty when ok. */
  readonly problems: readonly string[];
}

/** Everything the window and the command can ask of the data. Every method throws ZhupiError. */
export interface Library extends LibraryHandlers, Handlers<typeof reportProcessCalls> {
  readonly dataDir: string;
  /** `newer` = written by a newer Zhupi: it can be read only. */
  readonly mode: 'read-write' | 'newer';
  /** Ends when the data are found damaged behind the work; else it never does. */
  readonly damaged: Promise<void>;
  /** Writes the whole library into one file. */
  writeArchive(request: { readonly path: string }): Promise<ArchiveAnswer>;
  /** Brings what such a file has and this library has not. */
  mergeArchive(request: { readonly path: string }): Promise<MergeAnswer>;
  importPaths(
    request: { readonly job: string; readonly paths: readonly string[] },
    onProgress: TellProgress,
    onOutcome?: ImportOptions['onOutcome'],
  ): Promise<ImportAnswer>;
  /** Imports the files of an earlier job anew that failed, or that it did not come to. */
  retryImport(
    request: { readonly job: string; readonly from: string },
    onProgress?: TellProgress,
  ): Promise<ImportSummary>;
  importBytes(request: ImportedBytes): Promise<ImportAnswer>;
  /** As `search`, with every place of each report that is listed. */
  searchEveryPlace(request: SearchRequest): Promise<SearchAnswer>;
  /** Makes what was imported searchable now, not with the next search; ends when it is, or when the signal fires. */
  prepareSearch(signal: AbortSignal): Promise<void>;
  /** Makes the text of a file the report's; see report-changes. */
  replaceText(request: { readonly reportId: string; readonly path: string }): Promise<VersionAnswer>;
  /** Copies the file as it was imported, byte for byte. */
  copyOriginal(request: {
    readonly reportId: string;
    readonly path: string;
  }): Promise<{ readonly path: string }>;
  /** A name for that file, from the report's title. */
  originalName(request: { readonly reportId: string }): Promise<{ readonly name: string }>;
  /** Writes codes × reports of a project as CSV. */
  writeCodeTable(request: {
    readonly projectId: string;
    readonly path: string;
    readonly locale: Locale;
  }): Promise<{ readonly path: string }>;
  exportMarkdown(request: ExportRequest): Promise<ExportAnswer>;
  exportData(request: ExportDataRequest): Promise<ExportAnswer>;
  exportReferences(request: ExportReferencesRequest): Promise<ExportAnswer>;
  /** In any format, as the three above and exporter/export-word.ts do. */
  exportNotes(request: ExportNotesRequest): Promise<ExportAnswer>;
  /** The folder of a project's vault; null leaves what is there and writes no more. */
  chooseVault(request: {
    readonly projectId?: string | undefined;
    readonly folder: string | null;
  }): VaultState;
  /** Notes of files, see notes-import; `reportId` is the report of those that name none. */
  importNotes(request: {
    readonly paths: readonly string[];
    readonly reportId: string | null;
  }): Promise<NotesImportAnswer>;
  /** A whole concordance as a text, and the same, or another text, into a file that the user chose. */
  concordanceText(request: ConcordanceTextWish): Promise<{ readonly text: string; readonly lines: number }>;
  writeConcordance(
    request: ConcordanceTextWish & { readonly path: string },
  ): Promise<{ readonly path: string }>;
  writeText(request: { readonly path: string; readonly content: string }): Promise<{ readonly path: string }>;
  /** Starts loading the packs; the window calls it after its first paint, the command at once. */
  loadPacks(): Promise<void>;
  installPack(path: string): Promise<PackSummary>;
  /** Integrity of the database, texts and originals against their hashes, notes against their texts. */
  check(tell?: TellCheck): Promise<CheckAnswer>;
  /** Ends jobs and timers and closes the files; after this every call fails. */
  close(): Promise<void>;
}
