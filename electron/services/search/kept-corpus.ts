import type { ReportSummary } from '#core/report/report.ts';
import type { CorpusState } from './corpus-state.ts';
import type { HeldRows } from './library-index.ts';
import type { OtherMetadata, SearchableMetadata } from './metadata-texts.ts';

/** What a corpus is made of beside the packs, as it was kept. */
export interface KeptCorpus {
  /** As the library lists them. They count no notes. */
  readonly summaries: readonly ReportSummary[];
  readonly held: HeldRows;
  readonly metadata: ReadonlyMap<string, OtherMetadata>;
  readonly searchable: SearchableMetadata;
}

/** Columns of summaries, in the order of the corpus. */
const COLUMNS = [
  'reportId',
  'title',
  'issuer',
  'region',
  'date',
  'script',
  'chars',
  'origin',
  'importedAt',
] as const satisfies readonly (keyof ReportSummary)[];

interface Stored {
  readonly columns: Readonly<Record<(typeof COLUMNS)[number], readonly unknown[]>>;
  /** Rows in the index, 0 for reports that only packs hold, and tokens by field. */
  readonly rows: readonly number[];
  readonly title: readonly number[];
  readonly headings: readonly number[];
  readonly text: readonly number[];
  readonly metadata: readonly (readonly [string, OtherMetadata])[];
  readonly searchable: SearchableMetadata;
}

/** A complete corpus as a text: reading it takes a third of the time that gathering it from the tables does. */
export function writeCorpus({ summaries, lengths, texts, metadata }: CorpusState): string {
  const column = <T>(of: (number: number) => T): T[] => summaries.map((_summary, number) => of(number));
  const columns = Object.fromEntries(
    COLUMNS.map((name) => [name, summaries.map((summary) => summary[name])]),
  ) as unknown as Stored['columns'];
  const stored: Stored = {
    columns,
    rows: column((number) => texts.rowOf(number) ?? 0),
    title: column((number) => lengths.of(number).title),
    headings: column((number) => lengths.of(number).headings),
    text: column((number) => lengths.of(number).text),
    metadata: [...metadata.others],
    searchable: metadata.searchable,
  };
  return JSON.stringify(stored);
}

/** Null for what is no such text. */
export function readCorpus(json: string): KeptCorpus | null {
  const stored = parsed(json);
  if (stored === null) return null;
  const { rows, title, headings, text, metadata, searchable } = stored;
  const columns = COLUMNS.map((name) => stored.columns[name]);
  const [ids = [], titles = [], issuers = [], regions = [], dates = []] = columns as string[][];
  const [scripts, chars, origins, times] = columns.slice(5);
  const summaries = ids.map(
    (reportId, at) =>
      ({
        ...{ reportId, title: titles[at], issuer: issuers[at], region: regions[at], date: dates[at] },
        ...{
          script: scripts?.[at],
          chars: chars?.[at],
          notes: 0,
          origin: origins?.[at],
          importedAt: times?.[at],
        },
      }) as ReportSummary,
  );
  const places = new Map<string, number>();
  for (const [at, reportId] of ids.entries()) if (rows[at] !== 0) places.set(reportId, at);
  const held = { places, ids: rows, lengths: { title, headings, text } };
  return { summaries, held, metadata: new Map(metadata), searchable };
}

/** It is our own text out of our own file; what damage has left of another form is none. */
function parsed(json: string): Stored | null {
  try {
    const stored = JSON.parse(json) as Stored;
    const reports = stored.rows.length;
    const lists = [
      ...COLUMNS.map((name) => stored.columns[name]),
      stored.title,
      stored.headings,
      stored.text,
    ];
    const isWhole = lists.every((list) => list.length === reports);
    return isWhole && stored.searchable.ends.length === reports && Array.isArray(stored.metadata)
      ? stored
      : null;
  } catch {
    return null;
  }
}
