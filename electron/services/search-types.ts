import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { SearchSort } from '#core/ipc/settings-values.ts';
import type { SearchAnswer, Hit } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { ScriptOptionsOf } from './script/script-rules.ts';
import type { OtherMetadata } from './search/corpus/metadata-texts.ts';
import type { SuggestRequest } from './search/suggest/suggest-queries.ts';
import type { NewRow } from './search/index/index-database.ts';
import type { ConcordanceService } from './search/concordance/concordance-types.ts';
import type { FindService } from './search/find-service.ts';
import type { ReportReader, ReadableReport, IndexKey } from './report-types.ts';
import type { PackService } from './library-types.ts';

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
  /** Whether every place of each listed report is shown, not only its first few. */
  readonly everyPlace?: boolean | undefined;
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
  /** What the index of the library holds: stamps (store/index-keys.ts) of all reports out of the trash that no loaded pack has. */
  readonly indexStamps: () => ReadonlyMap<string, string>;
  readonly packs: Packs;
  /**
   * Names the state of all reports, of store and packs: their texts, metadata and stamps are the same under the same name. Left
   * out: what a search gathers of them is not kept for the next start.
   */
  readonly reportsStamp?: () => string;
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
  /** Of all reports out of the trash that have any. Left out: only what the summaries hold is searched. */
  readonly metadata?: () => ReadonlyMap<string, OtherMetadata>;
  /** Whether no other call waits while the index is written, as in a command. Left out: others may. */
  readonly isAlone?: boolean;
}
