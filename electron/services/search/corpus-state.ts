import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import type { Folder } from '#core/script/index.ts';
import { statisticsOf, type Statistics } from '#core/search/rank.ts';
import type { FieldNumbers } from '#core/search/search-text.ts';
import { MetadataTexts } from './metadata-texts.ts';
import { SearchedTexts, type TextSource } from './searched-texts.ts';

const NONE: FieldNumbers = { title: 0, headings: 0, text: 0 };

/** All reports of packs and library that are searched, as of one moment. A search goes on with the state that it began with. */
export interface CorpusState {
  /** In the order of the library, newest first. Numbers of reports are places in this list. */
  readonly summaries: readonly ReportSummary[];
  /** All reports by id, those that are not indexed yet among them. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the reports that the library's index holds, by their rows in it. */
  readonly numbersOfRows: ReadonlyMap<number, number>;
  /** Tokens of each report by field. */
  readonly lengths: readonly FieldNumbers[];
  readonly statistics: Statistics;
  readonly texts: SearchedTexts;
  readonly metadata: MetadataTexts;
  /** Reports that the index does not hold yet. */
  readonly missing: number;
}

export interface CorpusStateParts {
  readonly folder: Folder;
  /** All reports, those that are not indexed yet among them. */
  readonly summaries: readonly ReportSummary[];
  readonly lengths: ReadonlyMap<string, FieldNumbers>;
  readonly rowIds: ReadonlyMap<string, number>;
  readonly metadata: ReadonlyMap<string, ReportMetadata>;
  readonly stampOf: (reportId: string) => string;
  readonly read: TextSource['read'];
  readonly missing: number;
}

/** @param earlier whose texts are taken over where they are the same */
export function corpusState(parts: CorpusStateParts, earlier?: CorpusState): CorpusState {
  const summaries = parts.summaries.filter(({ reportId }) => parts.lengths.has(reportId));
  const ids = summaries.map(({ reportId }) => reportId);
  const lengths = ids.map((reportId) => parts.lengths.get(reportId) ?? NONE);
  const source: TextSource = { ids, stamps: ids.map(parts.stampOf), read: parts.read };
  return {
    summaries,
    reports: new Map(parts.summaries.map((summary) => [summary.reportId, summary])),
    numbers: new Map(ids.map((reportId, number) => [reportId, number])),
    numbersOfRows: new Map(
      ids.flatMap((reportId, number) => {
        const row = parts.rowIds.get(reportId);
        return row === undefined ? [] : [[row, number] as const];
      }),
    ),
    lengths,
    statistics: statisticsOf(lengths),
    texts: new SearchedTexts(source, earlier?.texts),
    metadata: new MetadataTexts(parts.folder, summaries, parts.metadata),
    missing: parts.missing,
  };
}
