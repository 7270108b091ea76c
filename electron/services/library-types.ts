import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { Locale } from '#core/base/locale.ts';
import type { GbT7714Edition } from '#core/export/citation/gb-t-7714.ts';
import type { ExportFormat } from '#core/export/export-formats.ts';
import type { TemplateParts } from '#core/export/export-template.ts';
import type { DeletedNotes } from '#core/export/markdown-style.ts';
import type { ConcordanceTextWish } from '#core/ipc/calls/concordance-calls.ts';
import type { EventName, EventPayload, LibraryHandlers } from '#core/ipc/api.ts';
import type { NotesImportAnswer, VaultState } from '#core/ipc/calls/export-calls.ts';
import type { SearchSort } from '#core/ipc/settings-values.ts';
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
  Hit,
} from '#core/ipc/payloads.ts';
import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import type { ViewScript } from '#core/report/script.ts';

import type { TellCheck } from './store/check-store.ts';
import type { ScriptOptionsOf } from './script/script-rules.ts';

import type { SuggestRequest } from './search/suggest-queries.ts';
import type { NewRow } from './search/index-database.ts';

import type { ConcordanceService } from './search/concordance-types.ts';
import type { FindService } from './search/find-service.ts';
import type {
  DuplicateReport,
  ReportIntake,
  ReportReader,
  ReadableReport,
  IndexKey,
} from './report-types.ts';

export type {
  UndecodableBytes,
  NewReport,
  HashedReport,
  DuplicateReport,
  StoredReport,
  ReportIntake,
  ReportReader,
  ReadableReport,
  IndexKey,
} from './report-types.ts';

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
}

/** Installed and bundled packs (electron/services/packs). Loading starts with `load`, off the main thread. */
export interface PackService extends PackReports {
  /** Loads every pack and its index; calls `onState`. A pack that fails does not stop the others. */
  load(): Promise<void>;
  summaries(): readonly PackSummary[];
  /** Copies a pack file into the data folder; throws `pack-invalid`, `pack-too-large`. */
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

export interface SearchRequest {
  readonly query: string;
  readonly script: ViewScript;
  readonly limit: number;
  /** Number of the first report that is listed, from 0. */
  readonly offset?: number | undefined;
  readonly sort?: SearchSort | undefined;
  /**
   * Names who asks: its next question ends the search that is under way for it, and answers come after a moment, with what
   * has been found so far. The same question asked again goes on with the same search.
   */
  readonly job?: string | undefined;
}

/** Labels are wanted of these places of one report. */
export interface PlaceLabelsRequest {
  readonly places: readonly { readonly reportId: string; readonly starts: readonly number[] }[];
}

export interface SearchInReportRequest {
  readonly query: string;
  readonly reportId: string;
  readonly script: ViewScript;
}

/** Packs and library asked together (electron/services/search). Waits for what is still loading. */
export interface SearchService {
  search(request: SearchRequest): Promise<SearchAnswer>;
  searchInReport(request: SearchInReportRequest): Promise<Hit[]>;
  /** Stops the search of a job where one is under way. */
  cancel(job: string): void;
  /** The structural label of each place, by its offset in the source; empty where it has none or the report has gone. */
  placeLabels(request: PlaceLabelsRequest): Promise<string[][]>;
  /** What a query that is being typed may become. The next question of a job ends the one before with `cancelled`. */
  suggest(request: SuggestRequest): Promise<QuerySuggestion[]>;
  /** Every place of a query on a line of its own, and how the places spread. */
  concordance(): Promise<ConcordanceService>;
  /** The places of a query in the report that is read. */
  find(): Promise<FindService>;
  /** Reports came, went or changed: stale rows are made anew at the next search or by {@link prepare}. */
  invalidate(): void;
  /**
   * Makes what is new or changed searchable, in small slices that let other work through; ends when nothing is left, or soon
   * after the signal fired or a search took the rest over. Never rejects: what fails is tried again by the next search.
   */
  prepare(signal: AbortSignal): Promise<void>;
  /**
   * Takes what the index holds of reports that have just been stored, so that they need not be opened for it. Ends when there
   * is room for more. Never rejects: what is not taken is made by {@link prepare}.
   */
  offer(rows: readonly NewRow[]): Promise<void>;
  close(): Promise<void>;
}

/** The notes out of the trash, as search reads them. */
export interface SearchableNotes {
  list(): readonly Annotation[];
  /** Changes whenever a note may have changed. */
  state(): string;
  /** Ids of the codes of this name, or with this id, and of the codes under them. */
  codesNamed?(name: string): readonly string[];
}

/** The source of a report, and which text of it an index must be of. */
export interface SearchedSource extends IndexKey {
  readonly source: string;
}

export interface SearchDeps<Packs extends PackService = PackService> {
  readonly dataDir: string;
  readonly reports: ReportReader;
  /** What the index of the library holds: all reports out of the trash that no loaded pack has. */
  readonly indexKeys: () => readonly IndexKey[];
  readonly packs: Packs;
  /** Left out: no notes are searched. */
  readonly notes?: SearchableNotes;
  /** Left out: none are suggested. */
  readonly savedSearches?: () => readonly SavedSearch[];
  /** A shorter way to what places are shown of than `openReport`. Throws `report-unknown`. */
  readonly readable?: (reportId: string) => ReadableReport;
  /** The sources of reports in the library, many at once, of those that are there. Left out: each is opened for itself. */
  readonly sources?: (reportIds: readonly string[]) => readonly SearchedSource[];
  /** What the user decides about scripts now, by report; left out, nothing. */
  readonly scriptOptions?: () => ScriptOptionsOf;
  /** Of all reports out of the trash. Left out: only what the summaries hold is searched. */
  readonly metadata?: () => ReadonlyMap<string, ReportMetadata>;
}

/** Which notes are exported, and how they are told. */
export interface ExportChoice {
  /** null = every report that has notes. */
  readonly reportIds: readonly string[] | null;
  /** These notes alone, whatever reports they are of; left out or null, all of the reports. */
  readonly noteIds?: readonly string[] | null;
  /** `source` quotes in the script of the source alone, any other shows that script beside it. */
  readonly script: ViewScript;
  /** Markdown: the id of a template, or one that is being written; left out or null, the format's own. */
  readonly template?: string | TemplateParts | null;
  /** Of the citations, where a format has any; 2025 unless said. */
  readonly edition?: GbT7714Edition;
}

export interface ExportRequest extends ExportChoice {
  /** Absolute; made when it is missing and its parent exists. */
  readonly folder: string;
  /** Name of the one file in it that takes all; left out or null, a file a report. */
  readonly file?: string | null;
  /** Markdown: what becomes of the untouched blocks of deleted notes; they go unless said. */
  readonly deleted?: DeletedNotes;
  /** Markdown: the folder is a project's vault, see exporter/vault. */
  readonly isVault?: boolean;
}

export interface ExportDeps {
  readonly reports: ReportReader;
  /** Notes in the order of their places; null = of all reports. */
  readonly listNotes: (reportId: string | null) => readonly Annotation[];
  /** What the user decides about scripts, by report; left out, nothing. */
  readonly scriptOptions?: ScriptOptionsOf;
  /** A template by its id; left out, there are none. */
  readonly template?: (id: string) => TemplateParts | undefined;
  /** Names that the user gave codes, by their ids; left out, none. */
  readonly codeNames?: () => ReadonlyMap<string, string>;
}

/** electron/services/exporter */
export type ExportMarkdown = (deps: ExportDeps, request: ExportRequest) => Promise<ExportAnswer>;

/** A choice of the window or the command, for any format. */
export interface ExportNotesRequest extends ExportRequest {
  readonly format: ExportFormat;
}

export const DATA_FORMATS = ['json', 'csv'] as const;
/** `json` = W3C Web Annotation, `csv` = a table for spreadsheets. */
export type DataFormat = (typeof DATA_FORMATS)[number];

export interface ExportDataRequest extends ExportRequest {
  readonly format: DataFormat;
}

/** electron/services/exporter/export-data.ts */
export type ExportData = (deps: ExportDeps, request: ExportDataRequest) => Promise<ExportAnswer>;

export const REFERENCE_FORMATS = ['bibtex', 'csl-json'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** `reportIds` null = the whole library, with notes or without. */
export interface ExportReferencesRequest extends Pick<ExportRequest, 'reportIds' | 'folder' | 'file'> {
  readonly format: ReferenceFormat;
}

/** electron/services/exporter/export-references.ts */
export type ExportReferences = (
  deps: Pick<ExportDeps, 'reports'>,
  request: ExportReferencesRequest,
) => Promise<ExportAnswer>;

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
export interface Library extends LibraryHandlers {
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
