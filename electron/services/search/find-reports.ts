import type { MetadataMatch, NoteMatch } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { Effort } from '#core/search/effort.ts';
import { termKey, type Query, type Term } from '#core/search/query/ast.ts';
import { fulfils, neighbours } from '#core/search/query/query.ts';
import { scoreReport } from '#core/search/rank.ts';
import { FIELDS, type FieldNumbers } from '#core/search/search-text.ts';
import { findApart, pinyinOf, standsIn, type ApartContext } from './find-apart.ts';
import { passesFilter } from './passes-filter.ts';
import type { SearchCorpus } from './search-corpus.ts';
import type { SearchedNotes } from './searched-notes.ts';

export interface FoundReport {
  readonly reportId: string;
  readonly score: number;
  /** Places of all terms that the query asks for. */
  readonly hits: number;
}

export interface Found {
  /** Best first, equal ones by id; reports that only their title brings in come last, with no hits and no score. */
  readonly found: readonly FoundReport[];
  /** Of the reports that fulfil the query by their text and the filters, or in `in:notes` by a note. */
  readonly total: { readonly reports: number; readonly hits: number };
  /** What fulfils the query beside the texts. Titles are as in the source. */
  readonly metadata: readonly MetadataMatch[];
  readonly notes: readonly NoteMatch[];
}

const NONE: FieldNumbers = { title: 0, headings: 0, text: 0 };

type Counts = ReadonlyMap<string, FieldNumbers>;

/**
 * Looks for the reports that fulfil a query, counts their places and ranks them.
 * @param written the query as typed; for the error when it takes too long
 */
export function findReports(
  query: Query,
  written: string,
  corpus: SearchCorpus,
  notes: SearchedNotes,
): Found {
  const effort = new Effort(written);
  const counted = new Map<string, Counts>();
  const countsOf = (term: Term): Counts => {
    const key = termKey(term);
    const counts = counted.get(key) ?? corpus.count(term, effort);
    counted.set(key, counts);
    return counts;
  };
  const counts = query.inNotes ? [] : query.terms.map(countsOf);
  const wanted = query.inNotes ? [] : [...new Set(query.wanted.flatMap((index) => counts[index] ?? []))];
  const ranked = query.inNotes ? [] : [...wanted, ...phrasesBeside(query).map(countsOf)];

  const fold = (text: string) => corpus.foldedMetadata(text);
  const context: ApartContext = { query, fold, effort, notes, letters: pinyinOf(query) };
  const inText: FoundReport[] = [];
  const byTitle: FoundReport[] = [];
  const apart = { metadata: [] as MetadataMatch[], notes: [] as NoteMatch[] };
  let hits = 0;
  for (const [reportId, report] of corpus.reports) {
    const hasTerm = (index: number): boolean => counts[index]?.has(reportId) === true;
    const beside = findApart(report, hasTerm, context);
    apart.metadata.push(...beside.metadata);
    apart.notes.push(...beside.notes);
    const isFound = query.inNotes
      ? beside.notesFulfil
      : fulfils(query.root, hasTerm, (index) => passes(index, report, context));
    if (isFound) {
      const places = wanted.reduce((sum, term) => sum + placesIn(term, reportId), 0);
      hits += places;
      const terms = ranked.map((term) => ({ reports: term.size, counts: term.get(reportId) ?? NONE }));
      const score = scoreReport(terms, corpus.lengthsOf(reportId), corpus.statistics);
      inText.push({ reportId, score, hits: places });
    } else if (!query.inNotes && isByTitle(report, hasTerm, context)) {
      byTitle.push({ reportId, score: 0, hits: 0 });
    }
  }
  // Filters alone rank nothing: the order of the library stays, newest first.
  const isRanked = query.terms.length > 0 && !query.inNotes;
  return {
    found: [...(isRanked ? inText.sort(bestFirst) : inText), ...byTitle.sort(bestFirst)],
    total: { reports: inText.length, hits },
    ...apart,
  };
}

/** Words that stand side by side in the text as they do in the query count as one more phrase. */
function phrasesBeside(query: Query): readonly Term[] {
  return neighbours(query).map((text) => ({ kind: 'phrase', text, range: { start: 0, end: 0 } }));
}

function passes(index: number, report: ReportSummary, { query, notes, ...context }: ApartContext): boolean {
  const filter = query.filters[index];
  return filter !== undefined && passesFilter(filter, report, notes.of(report.reportId), context);
}

/** Whether the title has what the text lacks of the query. */
function isByTitle(
  report: ReportSummary,
  hasTerm: (index: number) => boolean,
  context: ApartContext,
): boolean {
  const { query } = context;
  const title = context.fold(report.title);
  const inTitle = query.terms.map((term) => standsIn(term, title, context));
  const isRead = context.letters.isReadIn(report.title);
  if (!isRead && !query.wanted.some((index) => inTitle[index])) return false;
  return fulfils(
    query.root,
    (index) => isRead || inTitle[index] === true || hasTerm(index),
    (index) => passes(index, report, context),
  );
}

function placesIn(counts: Counts, reportId: string): number {
  const found = counts.get(reportId);
  return found === undefined ? 0 : FIELDS.reduce((sum, field) => sum + found[field], 0);
}

function bestFirst(a: FoundReport, b: FoundReport): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.reportId < b.reportId ? -1 : 1;
}
