import { ZhupiError } from '../../base/app-error.ts';
import type { QueryProblem } from './ast.ts';

/** What is wrong with a query, and where. */
export interface QueryFault {
  readonly error: QueryProblem;
  /** UTF-16 offset in the query; its length when something is missing at the end. */
  readonly position: number;
  /** What stands there, at most {@link MOST_SHOWN} characters; empty at the end. */
  readonly what: string;
}

const MOST_SHOWN = 20;

/** Ends the parse from wherever it is; never leaves core/search/query. */
export class ParseFailure extends Error {
  readonly problem: QueryProblem;
  readonly position: number;

  constructor(problem: QueryProblem, position: number) {
    super(problem);
    this.problem = problem;
    this.position = position;
  }
}

export function faultOf(query: string, error: QueryProblem, position: number): QueryFault {
  const rest = query.slice(position, position + 2 * MOST_SHOWN).trimStart();
  const [word = ''] = rest.split(/\s/u, 1);
  return { error, position, what: Array.from(word).slice(0, MOST_SHOWN).join('') };
}

/** `query-bad` with query, reason, position (UTF-16 offset), `at` (number of the character, from 1), and what stands there. */
export function queryError(query: string, { error, position, what }: QueryFault): ZhupiError {
  const at = Array.from(query.slice(0, position)).length + 1;
  return new ZhupiError('query-bad', { query, position, reason: error, at, what });
}
