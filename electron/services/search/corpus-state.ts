import type { ReportSummary } from '#core/report/report.ts';
import type { Folder } from '#core/script/index.ts';
import { statisticsOf, type Statistics } from '#core/search/rank.ts';
import type { FieldNumbers } from '#core/search/search-text.ts';
import type { HeldRow } from './library-index.ts';
import { MetadataTexts, type OtherMetadata } from './metadata-texts.ts';
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
  /** Tokens by field of reports that only packs hold. */
  readonly packed: ReadonlyMap<string, FieldNumbers>;
  readonly held: ReadonlyMap<string, HeldRow>;
  readonly metadata: ReadonlyMap<string, OtherMetadata>;
  readonly readRows: TextSource['readRows'];
  readonly fold: TextSource['fold'];
  readonly missing: number;
}

/** @param earlier whose texts are taken over where they are the same */
export function corpusState(parts: CorpusStateParts, earlier?: CorpusState): CorpusState {
  const { held, packed } = parts;
  const summaries = parts.summaries.filter(({ reportId }) => held.has(reportId) || packed.has(reportId));
  const ids = summaries.map(({ reportId }) => reportId);
  const lengths = ids.map((reportId) => held.get(reportId)?.lengths ?? packed.get(reportId) ?? NONE);
  const rows = Int32Array.from(ids, (reportId) => held.get(reportId)?.id ?? 0);
  const numbersOfRows = new Map<number, number>();
  rows.forEach((row, number) => {
    if (row !== 0) numbersOfRows.set(row, number);
  });
  const { readRows, fold } = parts;
  const source: TextSource = { ids, rows, readRows, fold };
  return {
    summaries,
    reports: new Map(parts.summaries.map((summary) => [summary.reportId, summary])),
    numbers: new Map(ids.map((reportId, number) => [reportId, number])),
    numbersOfRows,
    lengths,
    statistics: statisticsOf(lengths),
    texts: new SearchedTexts(source, earlier?.texts),
    metadata: new MetadataTexts(parts.folder, summaries, parts.metadata),
    missing: parts.missing,
  };
}
