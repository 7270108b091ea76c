import { findPlaces } from '#core/search/matches.ts';
import { fulfils, neighbours, type Query } from '#core/search/query.ts';
import { scoreReport } from '#core/search/rank.ts';
import { FIELDS, type FieldNumbers } from '#core/search/search-text.ts';
import type { SearchCorpus } from './search-corpus.ts';

export interface FoundReport {
  readonly reportId: string;
  readonly score: number;
  /** Places of all phrases that the query asks for. */
  readonly hits: number;
}

export interface Found {
  /** Best first, equal ones by id; reports that only their title brings in come last, with no hits and no score. */
  readonly found: readonly FoundReport[];
  /** Of the reports whose text fulfils the query. */
  readonly total: { readonly reports: number; readonly hits: number };
}

const NONE: FieldNumbers = { title: 0, headings: 0, text: 0 };

/** Looks for the reports that fulfil a query, counts their places and ranks them. */
export function findReports(query: Query, corpus: SearchCorpus): Found {
  const counted = new Map<string, ReadonlyMap<string, FieldNumbers>>();
  const countsOf = (phrase: string): ReadonlyMap<string, FieldNumbers> => {
    const counts = counted.get(phrase) ?? corpus.count(phrase);
    counted.set(phrase, counts);
    return counts;
  };
  const phrases = query.phrases.map(({ text }) => ({ text, counts: countsOf(text) }));
  const wanted = new Set(query.wanted.map((index) => query.phrases[index]?.text ?? ''));
  // Words that stand side by side in the text as they do in the query count as one more phrase.
  const terms = [...wanted, ...neighbours(query)].map(countsOf);

  const inText: FoundReport[] = [];
  const byTitle: FoundReport[] = [];
  let hits = 0;
  for (const reportId of corpus.reports.keys()) {
    if (fulfils(query.root, (index) => phrases[index]?.counts.has(reportId) === true)) {
      const places = [...wanted].reduce((sum, phrase) => sum + placesIn(countsOf(phrase), reportId), 0);
      hits += places;
      const counts = terms.map((term) => ({ reports: term.size, counts: term.get(reportId) ?? NONE }));
      const score = scoreReport(counts, corpus.lengthsOf(reportId), corpus.statistics);
      inText.push({ reportId, score, hits: places });
      continue;
    }
    const folded = corpus.titleOf(reportId);
    const inTitle = phrases.map(({ text }) => findPlaces(folded, text).length > 0);
    if (
      query.wanted.some((index) => inTitle[index]) &&
      fulfils(query.root, (index) => inTitle[index] === true || phrases[index]?.counts.has(reportId) === true)
    ) {
      byTitle.push({ reportId, score: 0, hits: 0 });
    }
  }
  return {
    found: [...inText.sort(bestFirst), ...byTitle.sort(bestFirst)],
    total: { reports: inText.length, hits },
  };
}

function placesIn(counts: ReadonlyMap<string, FieldNumbers>, reportId: string): number {
  const found = counts.get(reportId);
  return found === undefined ? 0 : FIELDS.reduce((sum, field) => sum + found[field], 0);
}

function bestFirst(a: FoundReport, b: FoundReport): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.reportId < b.reportId ? -1 : 1;
}
