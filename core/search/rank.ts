import { FIELDS, type FieldNumbers } from './search-text.ts';

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

/** The statistics of reports with these lengths. */
export function statisticsOf(lengths: Iterable<FieldNumbers>): Statistics {
  let reports = 0;
  const sums = { title: 0, headings: 0, text: 0 };
  for (const length of lengths) {
    reports += 1;
    for (const field of FIELDS) sums[field] += length[field];
  }
  return { reports, lengths: sums };
}

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
    const { lengths: sums, reports } = this.#statistics;
    let score = 0;
    for (const [term, telling] of this.#telling.entries()) {
      let weight = 0;
      for (const field of FIELDS) {
        const places = counts[term]?.[field] ?? 0;
        if (places === 0) continue;
        const average = sums[field] / reports;
        const ratio = average > 0 ? lengths[field] / average : 1;
        weight += (WEIGHTS[field] * places) / (1 - B + B * ratio);
      }
      score += (telling * weight) / (K1 + weight);
    }
    return score;
  }
}

function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
