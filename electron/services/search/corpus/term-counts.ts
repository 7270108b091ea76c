import type { FieldNumbers } from '#core/search/search-text.ts';

export const NO_PLACES: FieldNumbers = { title: 0, headings: 0, text: 0 };

/** How often one term stands in each field of the reports that have it, by the number of the report in the corpus. */
export class TermCounts {
  /** Row of each report, from 1; 0 where the term does not stand. */
  readonly #rows: Int32Array;
  readonly #counts: FieldNumbers[] = [];

  constructor(reports: number) {
    this.#rows = new Int32Array(reports);
  }

  /** How many reports have it. */
  get reports(): number {
    return this.#counts.length;
  }

  has(report: number): boolean {
    return this.#rows[report] !== 0;
  }

  of(report: number): FieldNumbers {
    return this.#counts[(this.#rows[report] ?? 0) - 1] ?? NO_PLACES;
  }

  /** Places in all fields of a report. */
  places(report: number): number {
    const { title, headings, text } = this.of(report);
    return title + headings + text;
  }

  add(report: number, counts: FieldNumbers): void {
    this.#rows[report] = this.#counts.push(counts);
  }
}
