import type { SearchSort } from '#core/ipc/settings-values.ts';
import type { MetadataMatch, NoteMatch } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { Effort } from '#core/search/effort.ts';
import { countPlaces, FieldCounter, type FieldCounts } from '#core/search/matches.ts';
import { PhraseScanner } from '#core/search/phrase-scanner.ts';
import { termKey, type Query, type Term } from '#core/search/query/ast.ts';
import { fulfils, neighbours } from '#core/search/query/query.ts';
import { Ranking } from '#core/search/rank.ts';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import { findTermPlaces } from '#core/search/term-places.ts';
import type { CorpusState } from '../corpus/corpus-state.ts';
import { findApart, standsIn, type ApartContext, type Letters } from './find-apart.ts';
import { passesFilter } from './passes-filter.ts';
import type { SearchCorpus } from '../corpus/search-corpus.ts';
import type { SearchedNotes } from './searched-notes.ts';
import { NO_PLACES, TermCounts } from '../corpus/term-counts.ts';

/** A report that fulfils the query, or that its title brings in. */
export interface FoundReport {
  readonly reportId: string;
  readonly score: number;
  /** Places of all terms that the query asks for. */
  readonly hits: number;
}

/** A term that is counted, where it may stand, and where it does. */
interface Counted {
  readonly term: Term;
  /** Reports whose texts are to be looked at, one byte each; null for all. */
  readonly candidates: Uint8Array | null;
  /** Null for a pattern. */
  readonly scanner: PhraseScanner | null;
  readonly counts: TermCounts;
}

/** Reports that are gathered beyond twice the wanted ones before the worse half is dropped. */
const MORE_FOUND = 100;

/** Texts, and their tokens, that are read at once. */
const READ_AT_ONCE = 64;
const MOST_TOKENS = 300_000;

/** Milliseconds of counting between two turns for others. */
const SLICE = 12;

/**
 * One search under way: it looks at report after report, so that at any time it can tell what it has found so far. Scores
 * are final when it is complete.
 */
export class SearchRun {
  readonly state: CorpusState;
  readonly query: Query;
  /** As typed. */
  readonly written: string;
  /** State of the notes that are searched. */
  readonly notesState: string;
  readonly #terms = new Map<string, Counted>();
  /** Terms by their place in the query, those that are hits, and those that rank. */
  readonly #asked: readonly Counted[];
  readonly #wanted: readonly Counted[];
  readonly #ranked: readonly Counted[];
  readonly #context: ApartContext;
  /** Numbers of reports in whose metadata a wanted term may stand; null for all. */
  readonly #named: ReadonlySet<number> | null;
  /** Numbers of the reports with notes. */
  readonly #noted: ReadonlySet<number>;
  /** Whether no report fulfils the query in whose text none of its terms stands. */
  readonly #needsTerm: boolean;
  readonly #inText: number[] = [];
  readonly #byTitle: number[] = [];
  /** What fulfils the query beside the texts. Metadata are as in the source. */
  readonly metadata: MetadataMatch[] = [];
  readonly notes: NoteMatch[] = [];
  readonly #counting: readonly Counted[];
  /** Counts of the report that is scored, by term; one list for all reports. */
  readonly #scored: FieldNumbers[] = [];
  /** Texts that were read ahead, and the first report for which none were. */
  #read: ReadonlyMap<number, SearchText> = new Map();
  #readTo = 0;
  /** The report that is looked at. */
  #number = 0;
  #hits = 0;
  #looked = 0;
  #listed:
    | { readonly sort: SearchSort; readonly found: readonly FoundReport[]; readonly isWhole: boolean }
    | undefined;

  /**
   * @param written the query as typed; for the error when it takes too long
   * @param letters of the query, as `pinyinOf` tells them
   */
  constructor(query: Query, written: string, corpus: SearchCorpus, notes: SearchedNotes, letters: Letters) {
    this.query = query;
    this.written = written;
    this.notesState = notes.state;
    this.state = corpus.state;
    const { metadata } = this.state;
    this.#context = {
      ...{ query, notes, effort: new Effort(written), letters },
      fold: (text) => metadata.fold(text),
      textOf: (report, field) => metadata.textOf(report, field),
    };
    const counted = (term: Term): Counted => this.#counted(term, corpus);
    this.#asked = query.inNotes ? [] : query.terms.map(counted);
    const wanted = query.inNotes ? [] : query.wanted.flatMap((index) => this.#asked[index] ?? []);
    this.#wanted = [...new Set(wanted)];
    this.#ranked = query.inNotes ? [] : [...this.#wanted, ...phrasesBeside(query).map(counted)];
    this.#named = this.#namedReports();
    this.#counting = [...this.#terms.values()];
    this.#noted = new Set(notes.reportIds().flatMap((reportId) => this.state.numbers.get(reportId) ?? []));
    const never = (): boolean => false;
    this.#needsTerm = query.filters.length === 0 && !fulfils(query.root, never, never);
  }

  /** Reports that were looked at, of all in `state`. */
  get looked(): number {
    return this.#looked;
  }

  get isComplete(): boolean {
    return this.#looked >= this.state.summaries.length;
  }

  /** Of the reports that fulfil the query by their text and the filters, or in `in:notes` by a note; so far. */
  get total(): { readonly reports: number; readonly hits: number } {
    return { reports: this.#inText.length, hits: this.#hits };
  }

  /** Reports that {@link list} has so far. */
  get listed(): number {
    return this.#inText.length + this.#byTitle.length;
  }

  /** Works to the end, with a stop whenever others should have a turn. Throws `query-bad` when the effort is spent. */
  *work(): Generator<undefined, void, undefined> {
    for (;;) {
      this.#lookOn(performance.now() + SLICE);
      if (this.isComplete) return;
      yield;
    }
  }

  /** Looks at reports until a time; apart from the generator, whose body runs slower. */
  #lookOn(end: number): void {
    const { summaries } = this.state;
    for (let number = this.#looked; number < summaries.length; number += 1) {
      const report = summaries[number];
      if (report !== undefined) this.#look(number, report);
      this.#looked = number + 1;
      if ((number & 7) === 7 && performance.now() > end) return;
    }
    this.#read = new Map();
  }

  /**
   * The reports so far, from the one at `offset` on. Ranked ones with an equal score stand by id; those that only their title
   * brings in come last, with no hits and no score. Filters alone rank nothing: the order of the library stays, newest first.
   */
  list(sort: SearchSort, offset: number, limit: number): readonly FoundReport[] {
    const known = this.#listed;
    if (known?.sort === sort && (known.isWhole || offset + limit <= known.found.length)) {
      return known.found.slice(offset, offset + limit);
    }
    const isPart = sort === 'relevance' && this.#isRanked && offset + limit <= this.#inText.length;
    const byTitle = this.#byTitle.map((number) => this.#brought(number)).sort(bestFirst);
    const found = isPart ? this.#best(offset + limit) : [...this.#ordered(sort), ...byTitle];
    // What is listed on the way has other scores.
    if (this.isComplete) this.#listed = { sort, found, isWhole: !isPart };
    return found.slice(offset, offset + limit);
  }

  get #isRanked(): boolean {
    return this.query.terms.length > 0 && !this.query.inNotes;
  }

  /** The first so many by relevance; sorting all of thousands takes longer than finding them. */
  #best(count: number): readonly FoundReport[] {
    const ranking = this.#ranking();
    let best: FoundReport[] = [];
    let least = -1;
    for (const number of this.#inText) {
      const score = this.#score(number, ranking);
      if (score < least) continue;
      best.push(this.#found(number, score));
      if (best.length < 2 * count + MORE_FOUND) continue;
      best = best.sort(bestFirst).slice(0, count);
      least = best.at(-1)?.score ?? least;
    }
    return best.sort(bestFirst).slice(0, count);
  }

  #ordered(sort: SearchSort): readonly FoundReport[] {
    const ranking = this.#ranking();
    const found = this.#inText.map((number) => this.#found(number, this.#score(number, ranking)));
    if (sort === 'relevance') return this.#isRanked ? found.sort(bestFirst) : found;
    const { summaryOf } = this.state;
    const known = new Map(found.map((each) => [each, summaryOf(each.reportId)]));
    return found.sort((a, b) => {
      const [left, right] = [known.get(a), known.get(b)];
      const first = sort === 'place' ? byRegion(left, right) : 0;
      return first || newestFirst(left, right) || bestFirst(a, b);
    });
  }

  #found(number: number, score: number): FoundReport {
    const hits = this.#hitsOf(number);
    return { reportId: this.state.summaries[number]?.reportId ?? '', score, hits };
  }

  /** A report that its title brings in: places of some of the terms fulfil nothing. */
  #brought(number: number): FoundReport {
    return { reportId: this.state.summaries[number]?.reportId ?? '', score: 0, hits: 0 };
  }

  #hitsOf(number: number): number {
    let hits = 0;
    for (const { counts } of this.#wanted) hits += counts.places(number);
    return hits;
  }

  /** By the counts so far. */
  #ranking(): Ranking {
    const reports = this.#ranked.map(({ counts }) => counts.reports);
    return new Ranking(this.state.statistics, reports);
  }

  #score(number: number, ranking: Ranking): number {
    for (let term = 0; term < this.#ranked.length; term += 1) {
      this.#scored[term] = this.#ranked[term]?.counts.of(number) ?? NO_PLACES;
    }
    return ranking.score(this.#scored, this.state.lengths.of(number));
  }

  #counted(term: Term, corpus: SearchCorpus): Counted {
    const key = termKey(term);
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const told = corpus.counts(term);
    const counts = told ?? new TermCounts(this.state.summaries.length);
    const scanner = term.kind === 'phrase' ? new PhraseScanner(term.text) : null;
    const candidates = told === null ? corpus.candidates(term) : this.#marked(corpus.packedReports());
    const made = { term, counts, scanner, candidates };
    this.#terms.set(key, made);
    return made;
  }

  #marked(numbers: readonly number[]): Uint8Array {
    const marked = new Uint8Array(this.state.summaries.length);
    for (const number of numbers) marked[number] = 1;
    return marked;
  }

  #namedReports(): ReadonlySet<number> | null {
    const { query } = this;
    if (this.#context.letters.mayBe) return null;
    const terms = query.wanted.flatMap((index) => query.terms[index] ?? []);
    const phrases = terms.flatMap((term) => (term.kind === 'phrase' ? [term.text] : []));
    if (phrases.length < terms.length) return null;
    return new Set(phrases.flatMap((phrase) => [...this.state.metadata.reportsWith(phrase)]));
  }

  #look(number: number, report: ReportSummary): void {
    let text: SearchText | undefined;
    let isThere = false;
    for (const counted of this.#counting) {
      if (!mayStand(counted, number)) {
        // The index has told the places of some terms.
        isThere ||= counted.counts.has(number);
        continue;
      }
      text ??= this.#textOf(number);
      if (text === undefined) continue;
      const found = this.#count(counted, text);
      if (found === null) continue;
      counted.counts.add(number, found);
      isThere = true;
    }
    if (!isThere && this.#needsTerm && !this.#mayBeBeside(number)) return;
    this.#number = number;
    this.#judge(number, report);
  }

  /** Reads ahead, for reports are looked at in order. */
  #textOf(number: number): SearchText | undefined {
    if (number >= this.#readTo) this.#readFrom(number);
    return this.#read.get(number);
  }

  #readFrom(first: number): void {
    const { lengths, summaries, texts } = this.state;
    const numbers: number[] = [];
    let tokens = 0;
    let number = first;
    for (; number < summaries.length && numbers.length < READ_AT_ONCE && tokens < MOST_TOKENS; number += 1) {
      if (!this.#counting.some((counted) => mayStand(counted, number))) continue;
      numbers.push(number);
      tokens += lengths.text(number);
    }
    this.#readTo = number;
    this.#read = texts.read(numbers);
  }

  /** Whether metadata or notes of a report may fulfil the query. */
  #mayBeBeside(number: number): boolean {
    return this.#named === null || this.#named.has(number) || this.#noted.has(number);
  }

  #count({ term, scanner }: Counted, text: SearchText): FieldCounts | null {
    if (scanner !== null) return countPlaces(text, scanner);
    const places = findTermPlaces(term, text, this.#context.effort);
    const counter = new FieldCounter(text);
    for (const { start } of places) counter.add(start);
    return places.length === 0 ? null : counter.counts;
  }

  /** Whether a term of the query stands in the report that is looked at. */
  readonly #hasTerm = (index: number): boolean => this.#asked[index]?.counts.has(this.#number) === true;

  #judge(number: number, report: ReportSummary): void {
    const context = this.#context;
    const { query } = this;
    const isNamed = this.#named?.has(number) ?? true;
    const beside =
      isNamed || this.#noted.has(number) ? findApart(report, isNamed, this.#hasTerm, context) : null;
    if (beside !== null) {
      this.metadata.push(...beside.metadata);
      this.notes.push(...beside.notes);
    }
    const isFound = query.inNotes
      ? beside?.notesFulfil === true
      : fulfils(query.root, this.#hasTerm, (index) => passes(index, report, context));
    if (isFound) {
      this.#hits += this.#hitsOf(number);
      this.#inText.push(number);
    } else if (!query.inNotes && isNamed && isByTitle(report, this.#hasTerm, context)) {
      this.#byTitle.push(number);
    }
  }
}

/** Whether a report's text is to be looked at for a term. */
function mayStand({ candidates }: Counted, number: number): boolean {
  return candidates === null || candidates[number] === 1;
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

function bestFirst(a: FoundReport, b: FoundReport): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.reportId < b.reportId ? -1 : 1;
}

type Known = Pick<ReportSummary, 'date' | 'region'> | undefined;

/** Unknown dates last. */
function newestFirst(a: Known, b: Known): number {
  const [left, right] = [a?.date ?? '', b?.date ?? ''];
  return left === right ? 0 : left > right ? -1 : 1;
}

/** Unknown regions last. */
function byRegion(a: Known, b: Known): number {
  const [left, right] = [a?.region ?? '', b?.region ?? ''];
  if (left === right) return 0;
  if (left === '' || right === '') return left === '' ? 1 : -1;
  return left < right ? -1 : 1;
}
