import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { Hit, MetadataMatch, SearchResult } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import { Effort } from '#core/search/effort.ts';
import { termKey, type Query } from '#core/search/query/ast.ts';
import type { Converter } from '#core/script/index.ts';
import type { CopiedText } from '#core/search/hit.ts';
import { fulfils } from '#core/search/query/query.ts';
import type { SearchText } from '#core/search/search-text.ts';
import { findTermPlaces } from '#core/search/term-places.ts';
import { toB } from '#core/text/map-range.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import type { CorpusState } from '../corpus/corpus-state.ts';
import type { Documents } from '../corpus/documents.ts';
import { passesFilter } from './passes-filter.ts';
import type { FoundReport } from './search-run.ts';
import type { SearchedNotes } from './searched-notes.ts';

/** Places that an answer shows of each report unless it is asked for every one; the others come with `searchInReport`. */
const FIRST_PLACES = 5;
/** Milliseconds of work between two turns for others. */
const SLICE = 12;

export interface Asked {
  readonly query: Query;
  /** As typed. */
  readonly written: string;
  readonly script: ViewScript;
  readonly everyPlace?: boolean | undefined;
}

/** What results are shown from. */
export interface Shown {
  readonly state: CorpusState;
  readonly documents: Documents;
  readonly notes: SearchedNotes;
  /** What first places are shown of, for those reports for which that is at hand. */
  readonly copies: (reportIds: readonly string[]) => ReadonlyMap<string, CopiedText>;
}

/** What the reports of an answer have in common. */
interface Describing extends Shown {
  readonly converters: Documents['converter'];
  /** The texts in which places were counted, by the number of the report. */
  readonly texts: ReadonlyMap<number, SearchText>;
  readonly copied: ReadonlyMap<string, CopiedText>;
}

/** Reports whose sources are read at once. */
const READ_AT_ONCE = 64;

/** The reports with their first places, without those that were deleted meanwhile. `check` throws to stop the work. */
export async function describeReports(
  found: readonly FoundReport[],
  asked: Asked,
  shown: Shown,
  check: () => void,
): Promise<SearchResult[]> {
  const results: SearchResult[] = [];
  let begun = performance.now();
  const converters = shown.documents.converters();
  for (let from = 0; from < found.length; from += READ_AT_ONCE) {
    const reports = found.slice(from, from + READ_AT_ONCE);
    const ids = reports.flatMap(({ reportId, hits }) => (hits === 0 ? [] : [reportId]));
    const numbers = ids.flatMap((reportId) => shown.state.numbers.get(reportId) ?? []);
    const texts = shown.state.texts.read(numbers);
    const describing = { ...shown, converters, texts, copied: shown.copies(ids) };
    for (const report of reports) {
      const result = await describeReport(report, asked, describing);
      if (result !== undefined) results.push(result);
      if (performance.now() - begun < SLICE) continue;
      await nextTurn();
      check();
      begun = performance.now();
    }
  }
  return results;
}

async function describeReport(
  { reportId, score, hits }: FoundReport,
  asked: Asked,
  shown: Describing,
): Promise<SearchResult | undefined> {
  const { converters, state } = shown;
  const summary = state.summaryOf(reportId);
  if (summary === undefined) return undefined;
  const converter = await converters(summary.script, asked.script, reportId);
  const title = converter.convertPlain(summary.title);
  if (hits === 0) return { reportId, title, score, hits, places: [] };
  try {
    const places =
      shownFromMemory(reportId, asked, shown, converter) ?? (await shownAnew(reportId, asked, shown));
    return { reportId, title, score, hits, places };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}

/** Places that are shown, by the text in which they were counted; null when the report has another one by now. */
function shownFromMemory(
  reportId: string,
  asked: Asked,
  shown: Describing,
  converter: Converter,
): Hit[] | null {
  const { documents, state, copied, texts } = shown;
  const text = texts.get(state.numbers.get(reportId) ?? -1);
  if (text === undefined) return null;
  const places = shownPlaces(asked, reportId, text, shown);
  return documents.showFirst(reportId, text, places, converter, copied.get(reportId));
}

async function shownAnew(reportId: string, asked: Asked, shown: Shown): Promise<Hit[]> {
  const document = shown.documents.get(reportId);
  const places = shownPlaces(asked, reportId, document.folded, shown);
  return shown.documents.describe(document, places, asked.script);
}

function shownPlaces(
  asked: Asked,
  reportId: string,
  text: SearchText,
  shown: Pick<Shown, 'state' | 'notes'>,
): readonly TextRange[] {
  const places = wantedPlaces(asked, reportId, text, shown);
  return asked.everyPlace === true ? places : places.slice(0, FIRST_PLACES);
}

/** Metadata in the script asked for. */
export function describeMetadata(
  found: readonly MetadataMatch[],
  { script }: Asked,
  { documents, state }: Shown,
): Promise<MetadataMatch[]> {
  if (found.length === 0) return Promise.resolve([]);
  const converters = documents.converters();
  return Promise.all(
    found.map(async (match) => {
      const source = state.summaryOf(match.reportId)?.script ?? 'none';
      const converter = await converters(source, script, match.reportId);
      return { ...match, text: converter.convertPlain(match.text) };
    }),
  );
}

/** Places of the terms that a query asks for, in order; none when the report does not fulfil it. */
export function wantedPlaces(
  { query, written }: Asked,
  reportId: string,
  text: SearchText,
  { state, notes }: Pick<Shown, 'state' | 'notes'>,
): readonly TextRange[] {
  const summary = state.summaryOf(reportId);
  if (query.inNotes || summary === undefined) return [];
  const effort = new Effort(written);
  const places = new Map<string, readonly TextRange[]>();
  const keys = query.terms.map(termKey);
  for (const [index, term] of query.terms.entries()) {
    const key = keys[index] ?? '';
    if (!places.has(key)) places.set(key, findTermPlaces(term, text, effort));
  }
  const stands = (index: number): boolean => (places.get(keys[index] ?? '')?.length ?? 0) > 0;
  const context = { fold: (metadata: string) => state.metadata.fold(metadata), effort };
  const passes = (index: number): boolean => {
    const filter = query.filters[index];
    return filter !== undefined && passesFilter(filter, summary, notes.of(reportId), context);
  };
  if (!fulfils(query.root, stands, passes)) return [];
  return [...new Set(query.wanted.map((index) => keys[index] ?? ''))]
    .flatMap((key) => places.get(key) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The structural labels of source offsets in a report; empty ones when the report has gone. */
export function labelsOf(documents: Documents, reportId: string, starts: readonly number[]): string[] {
  try {
    const { reading } = documents.get(reportId);
    const outline = outlineOf(reading);
    return starts.map((start) => {
      const shown = toB(reading.map, { start, end: start + 1 });
      return labelAt(outline, reading.blocks, shown.start);
    });
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return starts.map(() => '');
    throw thrown;
  }
}
