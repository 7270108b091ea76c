import type { ReportSummary } from '#core/report/report.ts';
import type { Folder } from '#core/script/index.ts';
import type { Statistics } from '#core/search/rank.ts';
import type { FieldNumbers } from '#core/search/search-text.ts';
import { FieldLengths } from './field-lengths.ts';
import type { HeldRows } from '../index/library-index.ts';
import { MetadataTexts, type OtherMetadata, type SearchableMetadata } from './metadata-texts.ts';
import { SearchedTexts, type TextSource } from './searched-texts.ts';

/** All reports of packs and library that are searched, as of one moment. A search goes on with the state that it began with. */
export interface CorpusState {
  /** In the order of the library, newest first. Numbers of reports are places in this list. */
  readonly summaries: readonly ReportSummary[];
  /** All reports by id, those that are not indexed yet among them. Made when it is asked for; for one report ask `summaryOf`. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
  readonly summaryOf: (reportId: string) => ReportSummary | undefined;
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the reports that the library's index holds, by their rows in it. */
  readonly numbersOfRows: ReadonlyMap<number, number>;
  readonly lengths: FieldLengths;
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
  readonly held: HeldRows;
  readonly metadata: ReadonlyMap<string, OtherMetadata>;
  /** The same folded, where it is known. */
  readonly searchable?: SearchableMetadata | undefined;
  readonly readRows: TextSource['readRows'];
  readonly fold: TextSource['fold'];
  readonly missing: number;
}

/** @param earlier whose texts are taken over where they are the same */
export function corpusState(parts: CorpusStateParts, earlier?: CorpusState): CorpusState {
  const { held, packed } = parts;
  const { places } = held;
  const { title, headings, text } = held.lengths;
  const summaries: ReportSummary[] = [];
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const rows = new Int32Array(parts.summaries.length);
  const numbersOfRows = new Map<number, number>();
  const lengths = new FieldLengths(parts.summaries.length);
  for (const summary of parts.summaries) {
    const { reportId } = summary;
    const place = places.get(reportId);
    const inPack = place === undefined ? packed.get(reportId) : undefined;
    if (place === undefined && inPack === undefined) continue;
    const number = ids.push(reportId) - 1;
    summaries.push(summary);
    numbers.set(reportId, number);
    if (place === undefined) {
      lengths.add(inPack?.title ?? 0, inPack?.headings ?? 0, inPack?.text ?? 0);
      continue;
    }
    const row = held.ids[place] ?? 0;
    rows[number] = row;
    numbersOfRows.set(row, number);
    lengths.add(title[place] ?? 0, headings[place] ?? 0, text[place] ?? 0);
  }
  const { readRows, fold } = parts;
  const source: TextSource = { ids, rows, readRows, fold };
  let reports: ReadonlyMap<string, ReportSummary> | undefined;
  const allReports = (): ReadonlyMap<string, ReportSummary> =>
    (reports ??= new Map(parts.summaries.map((summary) => [summary.reportId, summary])));
  return {
    summaries,
    get reports() {
      return allReports();
    },
    summaryOf: (reportId) => {
      const number = numbers.get(reportId);
      return number === undefined ? allReports().get(reportId) : summaries[number];
    },
    numbers,
    numbersOfRows,
    lengths,
    statistics: lengths.statistics,
    texts: new SearchedTexts(source, earlier?.texts),
    metadata: new MetadataTexts(parts.folder, summaries, parts.metadata, parts.searchable),
    missing: parts.missing,
  };
}
