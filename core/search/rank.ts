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

/** A phrase in one report. */
export interface TermCount {
  /** Reports in which it stands. */
  readonly reports: number;
  /** Places in this report, by field. */
  readonly counts: FieldNumbers;
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
 * the field's length before the sum is saturated. Never negative.
 */
export function scoreReport(
  terms: readonly TermCount[],
  lengths: FieldNumbers,
  statistics: Statistics,
): number {
  let score = 0;
  for (const { reports, counts } of terms) {
    let weight = 0;
    for (const field of FIELDS) {
      if (counts[field] === 0) continue;
      const average = statistics.lengths[field] / statistics.reports;
      const ratio = average > 0 ? lengths[field] / average : 1;
      weight += (WEIGHTS[field] * counts[field]) / (1 - B + B * ratio);
    }
    score += (inverseFrequency(reports, statistics.reports) * weight) / (K1 + weight);
  }
  return score;
}

function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
