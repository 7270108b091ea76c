import { loadConverter, type Converter, type Folder } from '#core/script/index.ts';
import type { Hit } from '#core/ipc/payloads.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { FoldedBlocks } from '#core/search/folded-blocks.ts';
import { placeDescriber, rangeDescriber } from '#core/search/hit.ts';
import { foldReading, type MappedSearchText, type SearchText } from '#core/search/search-text.ts';
import { readingOfSource, type Reading } from '#core/text/reading.ts';
import type { ReadableReport } from '../library-types.ts';
import type { ScriptOptionsOf } from '../script/script-rules.ts';
import { createRecentlyUsed } from './recently-used.ts';

/** What a place is shown of. */
export interface SearchDocument {
  readonly reportId: string;
  readonly content: ReadableReport;
  readonly reading: Reading;
  readonly folded: MappedSearchText;
}

/** UTF-16 units of source text whose readings are kept for the next search. */
const KEPT_UNITS = 1_000_000;

/** Throws `report-unknown`. */
export type OpenReadable = (reportId: string) => ReadableReport;

/** Readings and folds of single reports, for showing places. */
export class Documents {
  readonly #open: OpenReadable;
  readonly #folder: Folder;
  readonly #scriptOptions: ScriptOptionsOf | undefined;
  readonly #kept = createRecentlyUsed<SearchDocument>(KEPT_UNITS, ({ content }) => content.source.length);
  readonly #converters = new Map<string, Promise<Converter>>();

  constructor(open: OpenReadable, folder: Folder, scriptOptions: ScriptOptionsOf | undefined) {
    this.#open = open;
    this.#folder = folder;
    this.#scriptOptions = scriptOptions;
  }

  /** The folded reading text of a report. Throws `report-unknown`. */
  fold(reportId: string): SearchText {
    const { text, gaps, headings, titleEnd } = this.#make(reportId).folded;
    return { text, gaps, headings, titleEnd };
  }

  /** Forgets readings that may be stale. */
  clear(): void {
    this.#kept.clear();
  }

  /** Throws `report-unknown`. */
  get(reportId: string): SearchDocument {
    return this.#kept.get(reportId, '', () => this.#make(reportId));
  }

  /**
   * The places of a folded text that is at hand shown in a script, without folding the whole report; null when the report has
   * another text by now. Throws `report-unknown`.
   */
  async describeFirst(
    reportId: string,
    text: SearchText,
    places: readonly TextRange[],
    script: ViewScript,
  ): Promise<Hit[] | null> {
    const content = this.#open(reportId);
    const reading = readingOfSource(content);
    const blocks = new FoldedBlocks(this.#folder, reading, text.text);
    const ranges = places.flatMap((place) => blocks.toReading(place) ?? []);
    if (ranges.length < places.length) return null;
    return ranges.map(rangeDescriber(reading, await this.converter(content.script, script, reportId)));
  }

  /** Shows places of a report's folded text in a script. */
  async describe(
    { reportId, content, reading, folded }: SearchDocument,
    places: readonly TextRange[],
    script: ViewScript,
  ): Promise<Hit[]> {
    const converter = await this.converter(content.script, script, reportId);
    const describe = placeDescriber(reading, folded, converter);
    return places.map(describe);
  }

  /** Writes what is shown of a report as the user wants it written there. */
  converter(source: SourceScript, view: ViewScript, reportId: string): Promise<Converter> {
    const options = this.#scriptOptions?.(reportId) ?? { overrides: true, choices: [] };
    if (options.choices.length > 0) return loadConverter(source, view, options);
    const key = `${source} ${view} ${options.overrides}`;
    const known = this.#converters.get(key);
    if (known !== undefined) return known;
    const loading = loadConverter(source, view, options);
    this.#converters.set(key, loading);
    return loading;
  }

  #make(reportId: string): SearchDocument {
    const content = this.#open(reportId);
    const reading = readingOfSource(content);
    return { reportId, content, reading, folded: foldReading(this.#folder, reading) };
  }
}
