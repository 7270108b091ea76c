import { loadConverter, type Converter, type Folder } from '#core/script/index.ts';
import type { Hit } from '#core/ipc/payloads.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { FoldedBlocks } from '#core/search/folded-blocks.ts';
import { copiedDescriber, placeDescriber, rangeDescriber, type CopiedText } from '#core/search/hit.ts';
import { foldReading, type MappedSearchText, type SearchText } from '#core/search/search-text.ts';
import { readingOfSource, type Reading } from '#core/text/reading.ts';
import type { ReadableReport } from '#services/report-types.ts';
import type { ScriptOptionsOf } from '#services/script/script-rules.ts';
import { indexableText, type IndexableText } from '../index/index-terms.ts';
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

const USUAL_OPTIONS: ReturnType<ScriptOptionsOf> = { overrides: true, choices: [] };

/** Throws `report-unknown`. */
export type OpenReadable = (reportId: string) => ReadableReport;

/** Readings and folds of single reports, for showing places. */
export class Documents {
  readonly #open: OpenReadable;
  readonly #folder: Folder;
  readonly #scriptOptions: (() => ScriptOptionsOf) | undefined;
  readonly #kept = createRecentlyUsed<SearchDocument>(KEPT_UNITS, ({ content }) => content.source.length);
  readonly #converters = new Map<string, Promise<Converter>>();

  constructor(open: OpenReadable, folder: Folder, scriptOptions: (() => ScriptOptionsOf) | undefined) {
    this.#open = open;
    this.#folder = folder;
    this.#scriptOptions = scriptOptions;
  }

  /** The folded reading text of a report. Throws `report-unknown`. */
  fold(reportId: string): SearchText {
    const { text, gaps, headings, titleEnd } = this.#make(reportId).folded;
    return { text, gaps, headings, titleEnd };
  }

  /** What an index holds of a report. Throws `report-unknown`. */
  indexable(reportId: string): IndexableText {
    return indexableText(this.#folder, readingOfSource(this.#open(reportId)));
  }

  /** Forgets readings that may be stale. */
  clear(): void {
    this.#kept.clear();
  }

  /** Throws `report-unknown`. */
  get(reportId: string): SearchDocument {
    return this.#kept.get(reportId, '', () => this.#make(reportId));
  }

  /** {@link showFirst} in a script. Throws `report-unknown`. */
  async describeFirst(
    reportId: string,
    text: SearchText,
    places: readonly TextRange[],
    script: ViewScript,
  ): Promise<Hit[] | null> {
    const { script: source } = this.#open(reportId);
    return this.showFirst(reportId, text, places, await this.converter(source, script, reportId), undefined);
  }

  /**
   * The places of a folded text that is at hand shown by a converter, without folding the whole report; null when the report
   * has another text by now. Throws `report-unknown`.
   * @param copied what they are shown of where their blocks are pieces of the source
   */
  showFirst(
    reportId: string,
    text: SearchText,
    places: readonly TextRange[],
    converter: Converter,
    copied: CopiedText | undefined,
  ): Hit[] | null {
    const hits = copied && whole(places.map(copiedDescriber(copied, text, this.#folder, converter)));
    if (hits) return hits;
    const reading = readingOfSource(this.#open(reportId));
    const blocks = new FoldedBlocks(this.#folder, reading, text.text);
    const ranges = whole(places.map((place) => blocks.toReading(place)));
    return ranges && ranges.map(rangeDescriber(reading, converter));
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
    return this.converters()(source, view, reportId);
  }

  /** The same for many reports, by what the user wants now. */
  converters(): Documents['converter'] {
    const optionsOf = this.#scriptOptions?.();
    return (source, view, reportId) => this.#converter(source, view, optionsOf?.(reportId) ?? USUAL_OPTIONS);
  }

  #converter(
    source: SourceScript,
    view: ViewScript,
    options: ReturnType<ScriptOptionsOf>,
  ): Promise<Converter> {
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

/** The items when none of them is null. */
function whole<T>(items: readonly (T | null)[]): T[] | null {
  const there = items.filter((item) => item !== null);
  return there.length < items.length ? null : there;
}
