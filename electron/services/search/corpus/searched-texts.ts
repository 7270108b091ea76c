import type { SearchText } from '#core/search/search-text.ts';

/** What the texts of a corpus are read from. */
export interface TextSource {
  readonly ids: readonly string[];
  /** Row of each report in the index, which names its text as well; 0 for one that only a pack holds. */
  readonly rows: Int32Array;
  /** Texts of rows, by row, of those that are there. */
  readonly readRows: (rows: readonly number[]) => ReadonlyMap<number, SearchText>;
  /** Folds the text of a report anew, which is slow. Undefined when it has gone. */
  readonly fold: (reportId: string) => SearchText | undefined;
}

/**
 * The folded texts of a corpus by the numbers of its reports. Those of the index are read when they are wanted, many at once;
 * those of packs, which stand in no index, are kept once they were made.
 */
export class SearchedTexts {
  readonly #source: TextSource;
  readonly #kept = new Map<number, SearchText>();

  /** Takes over what an earlier corpus has kept of the same reports. */
  constructor(source: TextSource, earlier?: SearchedTexts) {
    this.#source = source;
    if (earlier === undefined || earlier.#kept.size === 0) return;
    const numbers = new Map(source.ids.map((reportId, number) => [reportId, number]));
    for (const [known, text] of earlier.#kept) {
      const number = numbers.get(earlier.#source.ids[known] ?? '');
      if (number !== undefined && source.rows[number] === 0) this.#kept.set(number, text);
    }
  }

  /** Row of a report in the index; 0 for one that only a pack holds, undefined for none. */
  rowOf(number: number): number | undefined {
    return this.#source.rows[number];
  }

  isKept(number: number): boolean {
    return this.#kept.has(number);
  }

  /** Undefined when the report has gone since. */
  get(number: number): SearchText | undefined {
    return this.read([number]).get(number);
  }

  /** The texts of these reports, by number, without those that have gone since. */
  read(numbers: readonly number[]): ReadonlyMap<number, SearchText> {
    const { ids, rows, readRows, fold } = this.#source;
    const texts = new Map<number, SearchText>();
    const asked = numbers.flatMap((number) => rows[number] || []);
    const read = asked.length === 0 ? undefined : readRows(asked);
    for (const number of numbers) {
      const row = rows[number] ?? 0;
      const text = read?.get(row) ?? this.#kept.get(number) ?? fold(ids[number] ?? '');
      if (text === undefined) continue;
      texts.set(number, text);
      if (row === 0) this.#kept.set(number, text);
    }
    return texts;
  }
}
