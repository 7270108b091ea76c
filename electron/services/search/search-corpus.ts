import type { FoldedText, Folder } from '#core/script/index.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Effort } from '#core/search/effort.ts';
import { findPlaces, countByField } from '#core/search/matches.ts';
import type { Term } from '#core/search/query/ast.ts';
import { statisticsOf, type Statistics } from '#core/search/rank.ts';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import { findTermPlaces, requiredPhrases } from '#core/search/term-places.ts';
import type { IndexKey, SearchDeps } from '../library-types.ts';
import type { IndexedPackService } from '../packs/pack-service.ts';
import type { Documents } from './documents.ts';
import type { NewRow } from './index-database.ts';
import type { LibraryIndex } from './library-index.ts';
import { PackIndexes, type LoadedPackIndex } from './pack-indexes.ts';
import { createRecentlyUsed } from './recently-used.ts';

export interface CorpusParts {
  readonly deps: SearchDeps<IndexedPackService>;
  readonly folder: Folder;
  readonly documents: Documents;
  readonly library: LibraryIndex;
}

/** UTF-16 units of folded text that are kept, so that counting need not read the disk. */
const KEPT_UNITS = 60_000_000;

const NONE: FieldNumbers = { title: 0, headings: 0, text: 0 };

/** All reports of packs and library as they are searched, whichever index holds them. */
export class SearchCorpus {
  readonly #parts: CorpusParts;
  readonly #packIndexes: PackIndexes;
  readonly #texts = createRecentlyUsed<SearchText>(KEPT_UNITS, ({ text }) => text.length);
  /** State of each report's text, for the texts that are kept. */
  #stamps: ReadonlyMap<string, string> = new Map();
  #inLibrary: ReadonlySet<string> = new Set();
  #packs: readonly LoadedPackIndex[] = [];
  readonly #metadata = new Map<string, FoldedText>();
  #lengths: ReadonlyMap<string, FieldNumbers> = new Map();
  reports: ReadonlyMap<string, ReportSummary> = new Map();
  statistics: Statistics = statisticsOf([]);
  #refreshing: Promise<void> | undefined;
  #preparing: Promise<void> | undefined;
  #isDirty = true;

  constructor(parts: CorpusParts) {
    this.#parts = parts;
    this.#packIndexes = new PackIndexes(parts.deps.packs, parts.folder);
  }

  invalidate(): void {
    this.#isDirty = true;
  }

  /** Waits for packs that are loading, and brings the indexes to the reports that are there now. */
  async refresh(): Promise<void> {
    await this.#parts.deps.packs.loaded();
    while (this.#isDirty || this.#parts.library.isStale()) {
      this.#refreshing ??= this.#refresh().finally(() => {
        this.#refreshing = undefined;
      });
      await this.#refreshing;
    }
  }

  /** Indexes reports that are new or changed, as far as it comes before the signal fires or a search takes over. */
  async prepare(signal: AbortSignal): Promise<void> {
    const { deps, library } = this.#parts;
    this.#preparing = library.add(deps.indexKeys(), signal);
    await this.#preparing;
  }

  /** Takes what the index holds of new reports, made with their texts at hand. */
  offer(rows: readonly NewRow[]): Promise<void> {
    return this.#parts.library.offer(rows);
  }

  /** Ends when no work on the index is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#refreshing, this.#preparing]);
  }

  async #refresh(): Promise<void> {
    this.#isDirty = false;
    const { deps, documents, library } = this.#parts;
    try {
      documents.clear();
      const reports = new Map(deps.reports.listReports().map((summary) => [summary.reportId, summary]));
      const keys = [...deps.indexKeys(), ...this.#changedCopies(reports)];
      const packs = await this.#packIndexes.current();
      await library.refresh(keys);
      const lengths = new Map<string, FieldNumbers>();
      for (const pack of packs) {
        for (const reportId of pack.reportIds) lengths.set(reportId, pack.lengths[reportId] ?? NONE);
      }
      for (const [reportId, length] of library.lengths) lengths.set(reportId, length);
      this.reports = new Map([...reports].filter(([reportId]) => lengths.has(reportId)));
      this.#lengths = lengths;
      // A pack that was installed anew may have other texts under the same ids.
      if (packs.some((pack) => !this.#packs.includes(pack))) this.#texts.clear();
      this.#packs = packs;
      this.#metadata.clear();
      this.#inLibrary = new Set(library.lengths.keys());
      this.#stamps = new Map(keys.map((key) => [key.reportId, stampOf(key)]));
      this.statistics = statisticsOf([...this.reports.keys()].map((reportId) => this.lengthsOf(reportId)));
    } catch (thrown) {
      this.#isDirty = true;
      throw thrown;
    }
  }

  lengthsOf(reportId: string): FieldNumbers {
    return this.#lengths.get(reportId) ?? NONE;
  }

  /** A text of the metadata, folded. */
  foldedMetadata(text: string): FoldedText {
    const known = this.#metadata.get(text);
    if (known !== undefined) return known;
    const folded = this.#parts.folder.foldWithMap(text);
    this.#metadata.set(text, folded);
    return folded;
  }

  /** In which reports a term stands, and how often in each field: exact. Throws `query-bad` when the effort is spent. */
  count(term: Term, effort: Effort): ReadonlyMap<string, FieldNumbers> {
    const counts = new Map<string, FieldNumbers>();
    const look = (reportId: string): void => {
      if (!this.reports.has(reportId)) return;
      const text = this.#text(reportId);
      const places = text === undefined ? [] : startsOf(term, text, effort);
      if (text !== undefined && places.length > 0) counts.set(reportId, countByField(text, places));
    };
    // Without a phrase that must stand there it may be anywhere.
    const [first = '', ...others] = requiredPhrases(term);
    for (const pack of this.#packs) {
      const among = others.map((phrase) => new Set(pack.candidates(phrase)));
      for (const reportId of pack.candidates(first)) {
        if (!this.#inLibrary.has(reportId) && among.every((ids) => ids.has(reportId))) look(reportId);
      }
    }
    const { library } = this.#parts;
    const among = others.map((phrase) => new Set(library.candidates(phrase)));
    for (const reportId of library.candidates(first)) {
      if (among.every((ids) => ids.has(reportId))) look(reportId);
    }
    return counts;
  }

  /** Undefined when the report has gone since the last refresh. */
  #text(reportId: string): SearchText | undefined {
    const { library, documents } = this.#parts;
    try {
      return this.#texts.get(
        reportId,
        this.#stamps.get(reportId) ?? 'pack',
        () => library.text(reportId) ?? documents.fold(reportId),
      );
    } catch {
      return undefined;
    }
  }

  /** Copies in the store whose pack has another text by now: the copy is what the reader shows, so it is what is searched. */
  #changedCopies(reports: ReadonlyMap<string, ReportSummary>): readonly IndexKey[] {
    const { packs, reports: reader } = this.#parts.deps;
    return packs.list().flatMap((summary) => {
      const { reportId } = summary;
      const shown = reports.get(reportId);
      // A report that is only in the pack is listed with the pack's own summary.
      if (shown === undefined || shown === summary) return [];
      const copy = reader.openReport(reportId);
      const packed = packs.open(reportId);
      const isSame = packed?.sourceHash === copy.sourceHash && packed.ruleSetVersion === copy.ruleSetVersion;
      const { version, sourceHash, ruleSetVersion } = copy;
      return isSame ? [] : [{ reportId, version, sourceHash, ruleSetVersion }];
    });
  }
}

function startsOf(term: Term, text: SearchText, effort: Effort): readonly number[] {
  if (term.kind === 'phrase') return findPlaces(text, term.text);
  return findTermPlaces(term, text, effort).map(({ start }) => start);
}

function stampOf({ version, sourceHash, ruleSetVersion }: IndexKey): string {
  return `${version} ${sourceHash} ${ruleSetVersion}`;
}
