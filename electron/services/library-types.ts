import type { Annotation } from '#core/annotations/record.ts';
import type { EventName, EventPayload, LibraryHandlers } from '#core/ipc/api.ts';
import type {
  ExportAnswer,
  ImportAnswer,
  PackSummary,
  ReportContent,
  SearchAnswer,
  Hit,
} from '#core/ipc/payloads.ts';
import type { ReportMetadata, ReportSummary, SourceFormat } from '#core/report/report.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';

/** Who makes a change. Only changes by `window` stand on the undo stack; the others are in the history. */
export type Actor = 'window' | 'command' | 'import';

/** Bytes of a file that no character of its source text stands for; at `offset` the text has U+FFFD. */
export interface UndecodableBytes {
  /** Byte offset in the file as imported. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A report on its way into the store. Id, hashes and time are the store's own. */
export interface NewReport {
  /** The file as it was, kept in originals/. */
  readonly bytes: Uint8Array;
  /** The whole source text; may hold NUL and lone surrogates. */
  readonly source: string;
  readonly format: SourceFormat;
  /** Decoder or adapter with its version, such as `text@1`. */
  readonly adapter: string;
  readonly encoding: string;
  /** 0 to 1. */
  readonly encodingConfidence: number;
  readonly undecodable: readonly UndecodableBytes[];
  readonly metadata: ReportMetadata;
  readonly script: SourceScript;
  readonly edits: readonly Edit[];
  /** What an adapter says the blocks of its source are; null for a text file. */
  readonly blocks: readonly Block[] | null;
  readonly ruleSetVersion: number;
  /** UTF-16 units of the reading text. */
  readonly chars: number;
}

/** A report that has the same bytes or the same source text. */
export interface DuplicateReport {
  readonly reportId: string;
  readonly title: string;
  readonly chars: number;
  readonly where: 'library' | 'trash' | 'pack';
}

/** What the importers need: whether a text is known, and the way in. Both throw ZhupiError (`disk-full`, …). */
export interface ReportIntake {
  /** Looks in every version of every report, in the trash and in the packs. Hashes as {@link hashBytes}, {@link hashText}. */
  findDuplicate(bytesHash: string, sourceHash: string): DuplicateReport | undefined;
  /**
   * Stores original and report in one transaction; the answer is on the disk when this returns. Undefined when another
   * process has stored the same since {@link findDuplicate} was asked.
   */
  insertReport(report: NewReport): ReportSummary | undefined;
}

/** All reports that can be opened, those of packs among them, without the trash. */
export interface ReportReader {
  /** Newest date first, then newest import. */
  listReports(): readonly ReportSummary[];
  /** Throws `report-unknown`. */
  openReport(reportId: string): ReportContent;
}

/** Names the text that a derived index row was made from. */
export interface IndexKey {
  readonly reportId: string;
  readonly version: number;
  readonly sourceHash: string;
  readonly ruleSetVersion: number;
}

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
}

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, path: string) => void;
}

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
  /** Reports came, went or changed: stale rows are made anew at the next search or behind the scenes. */
  invalidate(): void;
  close(): Promise<void>;
}

export interface SearchDeps<Packs extends PackService = PackService> {
  readonly dataDir: string;
  readonly reports: ReportReader;
  /** What the index of the library holds: all reports out of the trash that no loaded pack has. */
  readonly indexKeys: () => readonly IndexKey[];
  readonly packs: Packs;
}

export interface ExportRequest {
  /** null = every report that has notes. */
  readonly reportIds: readonly string[] | null;
  /** Absolute; made when it is missing and its parent exists. */
  readonly folder: string;
  /** `source` quotes in the script of the source. */
  readonly script: ViewScript;
}

export interface ExportDeps {
  readonly reports: ReportReader;
  /** Notes in the order of their places; null = of all reports. */
  readonly listNotes: (reportId: string | null) => readonly Annotation[];
}

/** electron/services/exporter */
export type ExportMarkdown = (deps: ExportDeps, request: ExportRequest) => Promise<ExportAnswer>;

export const DATA_FORMATS = ['json', 'csv'] as const;
/** `json` = W3C Web Annotation, `csv` = a table for spreadsheets. */
export type DataFormat = (typeof DATA_FORMATS)[number];

export interface ExportDataRequest extends ExportRequest {
  readonly format: DataFormat;
}

/** electron/services/exporter/export-data.ts */
export type ExportData = (deps: ExportDeps, request: ExportDataRequest) => Promise<ExportAnswer>;

/** The services that a library is composed from; search may know more of the packs than the library does. */
export interface LibraryParts<Packs extends PackService = PackService> {
  readonly createPacks: (deps: PackDeps) => Packs;
  readonly createSearch: (deps: SearchDeps<Packs>) => SearchService;
  readonly importPaths: ImportPaths;
  readonly exportMarkdown: ExportMarkdown;
  readonly exportData: ExportData;
}

type LibraryEventName = Extract<EventName, 'libraryChanged' | 'notesChanged' | 'packsState'>;

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
  importPaths(
    request: { readonly job: string; readonly paths: readonly string[] },
    onProgress: ImportOptions['onProgress'],
  ): Promise<ImportAnswer>;
  exportMarkdown(request: ExportRequest): Promise<ExportAnswer>;
  exportData(request: ExportDataRequest): Promise<ExportAnswer>;
  /** Starts loading the packs; the window calls it after its first paint, the command at once. */
  loadPacks(): Promise<void>;
  installPack(path: string): Promise<PackSummary>;
  /** Integrity of the database, and whether every original is there with its hash. */
  check(): Promise<CheckAnswer>;
  /** Ends jobs and timers and closes the files; after this every call fails. */
  close(): Promise<void>;
}
