import { faultOf, queryError } from './query/problem.ts';

/** Steps of pattern matching that one search may take, each a few nanoseconds. */
const MOST_STEPS = 40_000_000;

/**
 * Counts the steps of one search, so that none runs on: steps and not time, so that the same query over the same texts
 * always ends in the same way.
 */
export class Effort {
  readonly #query: string;
  #left: number;
  /** Where the term that is looked for stands in the query. */
  position = 0;

  constructor(query: string, steps = MOST_STEPS) {
    this.#query = query;
    this.#left = steps;
  }

  /** Throws `query-bad` with the reason `slow` when nothing is left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw queryError(this.#query, faultOf(this.#query, 'slow', this.position));
  }
}
