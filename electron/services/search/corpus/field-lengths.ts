import type { Statistics } from '#core/search/rank.ts';
import type { FieldNumbers } from '#core/search/search-text.ts';

/** Tokens of the reports of a corpus by field, in columns: an object for each would take several times the memory. */
export class FieldLengths {
  readonly #title: Int32Array;
  readonly #headings: Int32Array;
  readonly #text: Int32Array;
  readonly #sums = { title: 0, headings: 0, text: 0 };
  #reports = 0;

  /** @param most how many reports there may be */
  constructor(most: number) {
    this.#title = new Int32Array(most);
    this.#headings = new Int32Array(most);
    this.#text = new Int32Array(most);
  }

  /** The lengths of the next report. */
  add(title: number, headings: number, text: number): void {
    this.#title[this.#reports] = title;
    this.#headings[this.#reports] = headings;
    this.#text[this.#reports] = text;
    this.#sums.title += title;
    this.#sums.headings += headings;
    this.#sums.text += text;
    this.#reports += 1;
  }

  /** Zeros for a report that is not there. */
  of(report: number): FieldNumbers {
    return {
      title: this.#title[report] ?? 0,
      headings: this.#headings[report] ?? 0,
      text: this.text(report),
    };
  }

  /** Tokens outside title and headings. */
  text(report: number): number {
    return this.#text[report] ?? 0;
  }

  get statistics(): Statistics {
    return { reports: this.#reports, lengths: { ...this.#sums } };
  }
}
