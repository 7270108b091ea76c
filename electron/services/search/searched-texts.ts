import type { SearchText } from '#core/search/search-text.ts';

/**
 * UTF-16 units of folded text that are kept in memory beside those that only their reports tell: 48 MB, which
 * is 10,000 reports of 2,000 characters. The index gives the others, hundreds at a time, in about four times the time.
 */
const MOST_UNITS = 24_000_000;

/** What the texts of a corpus are read from. */
export interface TextSource {
  readonly ids: readonly string[];
  /** Names the state of each report's text, in the order of `ids`. */
  readonly stamps: readonly string[];
  /** Row of each report in the index; 0 for one that the index does not hold. */
  readonly rows: Int32Array;
  /** Texts of rows, by row, of those that are there. */
  readonly readRows: (rows: readonly number[]) => ReadonlyMap<number, SearchText>;
  /** Folds the text of a report anew, which is slow. Undefined when it has gone. */
  readonly fold: (reportId: string) => SearchText | undefined;
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
    if (earlier === undefined || earlier.#count === 0) return;
    const numbers = new Map(source.ids.map((reportId, number) => [reportId, number]));
    for (const [known, text] of earlier.#kept.entries()) {
      if (text === undefined) continue;
      const number = numbers.get(earlier.#source.ids[known] ?? '');
      if (number === undefined || earlier.#source.stamps[known] !== source.stamps[number]) continue;
      this.#keep(number, text);
    }
  }

  /** Names the state of a report's text. */
  stampOf(number: number): string | undefined {
    return this.#source.stamps[number];
  }

  isKept(number: number): boolean {
    return this.#kept[number] !== undefined;
  }

  /** Whether a text that is read now is kept. */
  mayKeep(number: number): boolean {
    return this.#units < MOST_UNITS || this.#source.rows[number] === 0;
  }

  /** Undefined when the report has gone since. */
  get(number: number): SearchText | undefined {
    return this.#kept[number] ?? this.read([number]).get(number);
  }

  /** The texts of these reports, by number, without those that have gone since. */
  read(numbers: readonly number[]): ReadonlyMap<number, SearchText> {
    const texts = new Map<number, SearchText>();
    const asked = numbers.filter((number) => !this.isKept(number));
    const rows = asked.flatMap((number) => this.#source.rows[number] || []);
    const read = rows.length === 0 ? undefined : this.#source.readRows(rows);
    for (const number of numbers) {
      const text =
        this.#kept[number] ??
        read?.get(this.#source.rows[number] ?? 0) ??
        this.#source.fold(this.#source.ids[number] ?? '');
      if (text === undefined) continue;
      texts.set(number, text);
      if (!this.isKept(number) && this.mayKeep(number)) this.#keep(number, text);
    }
    return texts;
  }

  #keep(number: number, text: SearchText): void {
    this.#kept[number] = text;
    this.#count += 1;
    if (this.#source.rows[number] !== 0) this.#units += text.text.length;
  }
}
