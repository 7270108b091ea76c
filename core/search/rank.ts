import type { Field, FieldNumbers } from './search-text.ts';

/**
 * What a score depends on besides the report itself: sums over all reports of packs and library together, so that it does
 * not matter which engine holds a report. Sums are whole numbers; their order changes nothing.
 */
export interface Statistics {
  readonly reports: number;
  /** Tokens of all reports, by field. */
  readonly lengths: FieldNumbers;
}

const WEIGHTS: FieldNumbers = { title: 5, headings: 2, text: 1 };
/** How fast more places of one phrase stop counting. */
const K1 = 1.2;
/** How much the length of a field counts against it: 0 not at all, 1 fully. */
const B = 0.75;

/**
 * BM25 over weighted fields (BM25F: Robertson, Zaragoza, Taylor 2004): places in each field are weighed and set against
 * the field's length before the sum is saturated.
 */
export class Ranking {
  readonly #statistics: Statistics;
  /** How much each term tells, the rare ones more. */
  readonly #telling: readonly number[];

  /** @param reports in how many reports each of the terms stands */
  constructor(statistics: Statistics, reports: readonly number[]) {
    this.#statistics = statistics;
    this.#telling = reports.map((having) => inverseFrequency(having, statistics.reports));
  }

  /**
   * The score of a report, never negative.
   * @param counts places of each term in it, by field
   * @param lengths its own, in tokens
   */
  score(counts: readonly FieldNumbers[], lengths: FieldNumbers): number {
    let score = 0;
    for (let term = 0; term < this.#telling.length; term += 1) {
      const places = counts[term];
      if (places === undefined) continue;
      let weight = 0;
      if (places.title > 0) weight += this.#weight('title', places.title, lengths.title);
      if (places.headings > 0) weight += this.#weight('headings', places.headings, lengths.headings);
      if (places.text > 0) weight += this.#weight('text', places.text, lengths.text);
      score += ((this.#telling[term] ?? 0) * weight) / (K1 + weight);
    }
    return score;
  }

  #weight(field: Field, places: number, length: number): number {
    const average = this.#statistics.lengths[field] / this.#statistics.reports;
    const ratio = average > 0 ? length / average : 1;
    return (WEIGHTS[field] * places) / (1 - B + B * ratio);
  }
}

function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
