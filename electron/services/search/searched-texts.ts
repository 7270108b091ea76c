import type { SearchText } from '#core/search/search-text.ts';

/**
 * UTF-16 units of folded text that are kept in memory, so that counting need not read the disk: those of some 60,000 reports
 * of 2,000 characters, 256 MB.
 */
const MOST_UNITS = 128_000_000;

/** What the texts of a corpus are read from. */
export interface TextSource {
  readonly ids: readonly string[];
  /** Names the state of each report's text, in the order of `ids`. */
  readonly stamps: readonly string[];
  /** Undefined when the report has gone. */
  readonly read: (reportId: string) => SearchText | undefined;
}

/** The folded texts of a corpus by the numbers of its reports; kept once they were read, as far as there is room. */
export class SearchedTexts {
  readonly #source: TextSource;
  readonly #kept: (SearchText | undefined)[];
  #count = 0;
  #units = 0;

  /** Takes over the texts of an earlier corpus that are the same. */
  constructor(source: TextSource, earlier?: SearchedTexts) {
    this.#source = source;
    this.#kept = Array.from({ length: source.ids.length });
    if (earlier === undefined) return;
    const numbers = new Map(earlier.#source.ids.map((reportId, number) => [reportId, number]));
    for (const [number, reportId] of source.ids.entries()) {
      const known = numbers.get(reportId);
      if (known === undefined || earlier.#source.stamps[known] !== source.stamps[number]) continue;
      const text = earlier.#kept[known];
      if (text !== undefined) this.#keep(number, text);
    }
  }

  /** Names the state of a report's text. */
  stampOf(number: number): string | undefined {
    return this.#source.stamps[number];
  }

  isKept(number: number): boolean {
    return this.#kept[number] !== undefined;
  }

  /** Whether all of them are in memory. */
  get isWhole(): boolean {
    return this.#count === this.#kept.length;
  }

  /** Whether another text would find room. */
  get hasRoom(): boolean {
    return this.#units < MOST_UNITS;
  }

  /** Undefined when the report has gone since. */
  get(number: number): SearchText | undefined {
    const known = this.#kept[number];
    if (known !== undefined) return known;
    const text = this.#source.read(this.#source.ids[number] ?? '');
    if (text !== undefined && this.hasRoom) this.#keep(number, text);
    return text;
  }

  #keep(number: number, text: SearchText): void {
    this.#kept[number] = text;
    this.#count += 1;
    this.#units += text.text.length;
  }
}
