import type { Folder } from '#core/script/index.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Term } from '#core/search/query/ast.ts';
import type { CopiedText } from '#core/search/hit.ts';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import { requiredPhrases } from '#core/search/term-places.ts';
import { stampOf } from '#services/store/index-keys.ts';
import type { SearchDeps } from '#services/search-types.ts';
import type { IndexedPackService } from '#services/packs/pack-service.ts';
import { corpusState, type CorpusState, type CorpusStateParts } from './corpus-state.ts';
import type { Documents } from './documents.ts';
import type { NewRow } from '../index/index-database.ts';
import { readCorpus, writeCorpus } from './kept-corpus.ts';
import { NOTHING_HELD, type LibraryIndex } from '../index/library-index.ts';
import { PackIndexes, type LoadedPackIndex } from './pack-indexes.ts';
import { TermCounts } from './term-counts.ts';

export interface CorpusParts {
  readonly deps: SearchDeps<IndexedPackService>;
  readonly folder: Folder;
  readonly documents: Documents;
  readonly library: LibraryIndex;
}

/** Milliseconds from an answer until its state is kept. */
const KEEPING_DELAY = 2_000;

const NONE: FieldNumbers = { title: 0, headings: 0, text: 0 };

/** All reports of packs and library as they are searched, whichever index holds them. */
export class SearchCorpus {
  readonly #parts: CorpusParts;
  readonly #packIndexes: PackIndexes;
  #packs: readonly LoadedPackIndex[] = [];
  #state: CorpusState;
  #refreshing: Promise<void> | undefined;
  #preparing: Promise<void> | undefined;
  #keeping: { readonly keep: () => Promise<void>; readonly timer: NodeJS.Timeout } | undefined;
  #isDirty = true;

  constructor(parts: CorpusParts) {
    this.#parts = parts;
    this.#packIndexes = new PackIndexes(parts.deps.packs);
    const nothing = { summaries: [], packed: new Map(), held: NOTHING_HELD, metadata: new Map() };
    this.#state = corpusState({
      ...nothing,
      ...{ folder: parts.folder, missing: 0 },
      ...{ readRows: () => new Map(), fold: () => undefined },
    });
  }

  /** As of the last refresh. */
  get state(): CorpusState {
    return this.#state;
  }

  invalidate(): void {
    this.#isDirty = true;
  }

  /**
   * Waits for packs that are loading, and brings the indexes to the reports that are there now; for `patience` milliseconds,
   * then what is not indexed yet is `missing` in the state.
   */
  async refresh(patience = Infinity): Promise<void> {
    await this.#parts.deps.packs.loaded();
    // A refresh that is under way is no longer dirty, and its state has not come: who asks meanwhile waits for it, too.
    while (this.#refreshing !== undefined || this.#isDirty || this.#parts.library.isStale()) {
      this.#refreshing ??= this.#refresh(patience).finally(() => {
        this.#refreshing = undefined;
      });
      await this.#refreshing;
      if (this.#state.missing > 0 && patience < Infinity) break;
    }
  }

  /** Indexes reports that are new or changed, as far as it comes before the signal fires or a search takes over. */
  async prepare(signal: AbortSignal): Promise<void> {
    const { deps, library } = this.#parts;
    this.#preparing = library.add(deps.indexStamps(), signal);
    await this.#preparing;
  }

  /** Takes what the index holds of new reports, made with their texts at hand. */
  offer(rows: readonly NewRow[]): Promise<void> {
    return this.#parts.library.offer(rows);
  }

  /** Ends when no work on the index is under way, and what is to be kept is. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#refreshing, this.#preparing]);
    clearTimeout(this.#keeping?.timer);
    await this.#keeping?.keep();
  }

  async #refresh(patience: number): Promise<void> {
    this.#isDirty = false;
    const { deps, documents, library } = this.#parts;
    try {
      documents.clear();
      const stamp = deps.reportsStamp?.();
      const packs = await this.#packIndexes.current();
      const parts = stamp === undefined ? null : await library.kept(stamp);
      const kept = parts && readCorpus(parts);
      if (kept !== null) {
        this.#become({ ...kept, missing: 0 }, packs);
        return;
      }
      const summaries = deps.reports.listReports();
      const wanted = new Map([...deps.indexStamps(), ...this.#changedCopies(summaries)]);
      await library.refresh(wanted, patience);
      const { held, missing } = library;
      this.#become({ summaries, held, missing, metadata: deps.metadata?.() ?? new Map() }, packs);
      if (missing > 0) this.#isDirty = true;
      else if (stamp !== undefined && stamp === deps.reportsStamp?.()) this.#keepSoon(stamp);
    } catch (thrown) {
      this.#isDirty = true;
      throw thrown;
    }
  }

  #become(
    parts: Pick<CorpusStateParts, 'summaries' | 'held' | 'metadata' | 'missing' | 'searchable'>,
    packs: readonly LoadedPackIndex[],
  ): void {
    const { library, folder } = this.#parts;
    const packed = new Map<string, FieldNumbers>();
    for (const pack of packs) {
      for (const reportId of pack.reportIds) packed.set(reportId, pack.lengths[reportId] ?? NONE);
    }
    // A pack that was installed anew may have other texts under the same ids.
    const isNew = packs.some((pack) => !this.#packs.includes(pack));
    this.#packs = packs;
    const readRows: CorpusStateParts['readRows'] = (rows) => library.texts(rows);
    const fold = (reportId: string) => this.#fold(reportId);
    this.#state = corpusState({ ...parts, folder, packed, readRows, fold }, isNew ? undefined : this.#state);
  }

  /** Keeps the present state for the next start, behind what is going on. */
  #keepSoon(stamp: string): void {
    clearTimeout(this.#keeping?.timer);
    const state = this.#state;
    const keep = async (): Promise<void> => {
      this.#keeping = undefined;
      // Another state has come, which keeps itself.
      if (this.#state !== state) return;
      await this.#parts.library.keep(stamp, writeCorpus(state)).catch(() => undefined);
    };
    this.#keeping = { keep, timer: setTimeout(() => void keep(), KEEPING_DELAY).unref() };
  }

  /**
   * The places of a term in the reports of the library, told by the index without their texts; null when it cannot. Reports
   * that only packs hold may have others.
   */
  counts(term: Term): TermCounts | null {
    const { library } = this.#parts;
    const { numbers, numbersOfRows, summaries } = this.#state;
    const found = term.kind === 'phrase' ? library.counts(term.text) : null;
    if (found === null) return null;
    const counts = new TermCounts(summaries.length);
    for (const [at, row] of found.rows.entries()) {
      const number = numbersOfRows.get(row) ?? numbers.get(library.reportOf(row) ?? '');
      const [title = 0, headings = 0, all = 0] = [found.title[at], found.headings[at], found.all[at]];
      if (number !== undefined) counts.add(number, { title, headings, text: all - title - headings });
    }
    return counts;
  }

  /** Whether the index of the library holds a report, a pack's one too where the user has a copy of her own. */
  #isInLibrary(reportId: string): boolean {
    const { numbers, texts } = this.#state;
    return (texts.rowOf(numbers.get(reportId) ?? -1) ?? 0) !== 0;
  }

  /** Numbers of the reports that only packs hold. */
  packedReports(): readonly number[] {
    const { numbers } = this.#state;
    return this.#packs.flatMap(({ reportIds }) =>
      reportIds.flatMap((reportId) => (this.#isInLibrary(reportId) ? [] : (numbers.get(reportId) ?? []))),
    );
  }

  /**
   * In which reports a term may stand: all in which it does, and few others, one byte a report. Null when the indexes cannot
   * tell, or not in less time than a look at all texts.
   */
  candidates(term: Term): Uint8Array | null {
    let found: Uint8Array | null = null;
    for (const phrase of requiredPhrases(term)) {
      const marked = this.#marked(phrase);
      if (marked !== null && found !== null) {
        for (const [number, mark] of found.entries()) marked[number] = mark & (marked[number] ?? 0);
      }
      found = marked ?? found;
    }
    return found;
  }

  #marked(phrase: string): Uint8Array | null {
    const { library } = this.#parts;
    const { texts, numbers, numbersOfRows, summaries } = this.#state;
    const rows = library.candidates(phrase);
    if (rows === null) return null;
    const marked = new Uint8Array(summaries.length);
    const mark = (number: number | undefined): void => {
      if (number !== undefined) marked[number] = 1;
    };
    for (const row of rows) mark(numbersOfRows.get(row) ?? numbers.get(library.reportOf(row) ?? ''));
    for (const pack of this.#packs) {
      const shown = pack.reportIds.filter((reportId) => !this.#isInLibrary(reportId));
      // What is in memory is looked through in less time than an index tells.
      const areKept = shown.every((reportId) => texts.isKept(numbers.get(reportId) ?? -1));
      for (const reportId of areKept ? shown : pack.candidates(phrase)) {
        if (!this.#isInLibrary(reportId)) mark(numbers.get(reportId));
      }
    }
    return marked;
  }

  /** What first places of reports in the library are shown of, where store and index have the text that is searched. */
  copies(reportIds: readonly string[]): ReadonlyMap<string, CopiedText> {
    const { deps, library } = this.#parts;
    const { texts, numbers } = this.#state;
    const here = reportIds.filter((reportId) => this.#isInLibrary(reportId));
    const indexed = new Map(
      library
        .blocks(here)
        .flatMap((row) =>
          texts.rowOf(numbers.get(row.reportId) ?? -1) === row.id ? [[row.reportId, row]] : [],
        ),
    );
    const copies = new Map<string, CopiedText>();
    for (const stored of deps.sources?.(here) ?? []) {
      const row = indexed.get(stored.reportId);
      if (row !== undefined && stampOf(row) === stampOf(stored)) {
        copies.set(stored.reportId, { source: stored.source, blocks: row.blocks });
      }
    }
    return copies;
  }

  /** Undefined when the report has gone since the last refresh. */
  #fold(reportId: string): SearchText | undefined {
    try {
      return this.#parts.documents.fold(reportId);
    } catch {
      return undefined;
    }
  }

  /** Copies in the store whose pack has another text by now: the copy is what the reader shows, so it is what is searched. */
  #changedCopies(
    summaries: readonly ReportSummary[],
  ): readonly (readonly [reportId: string, stamp: string])[] {
    const { packs, reports: reader } = this.#parts.deps;
    const inPacks = packs.list();
    if (inPacks.length === 0) return [];
    const reports = new Map(summaries.map((summary) => [summary.reportId, summary]));
    return inPacks.flatMap((summary) => {
      const { reportId } = summary;
      const shown = reports.get(reportId);
      // A report that is only in the pack is listed with the pack's own summary.
      if (shown === undefined || shown === summary) return [];
      const copy = reader.openReport(reportId);
      const packed = packs.open(reportId);
      const isSame = packed?.sourceHash === copy.sourceHash && packed.ruleSetVersion === copy.ruleSetVersion;
      return isSame ? [] : [[reportId, stampOf(copy)]];
    });
  }
}
