import type { FilterName } from '../query/filters.ts';

/** Filters whose values are few and fixed; the codes of `color:` are the user's own beside these. */
const FIXED: Partial<Readonly<Record<FilterName, readonly string[]>>> = {
  script: ['Hans', 'Hant', 'Hant-TW', 'Hant-HK', 'mixed', 'none'],
  color: ['yellow', 'red', 'green', 'blue', 'purple'],
  has: ['note', 'tag'],
  in: ['notes'],
};

/** Values of a filter that begin with what is typed; none where they are not fixed. */
export function fixedValues(field: FilterName, typed: string): readonly string[] {
  const wanted = typed.toLowerCase();
  return (FIXED[field] ?? []).filter((value) => value.toLowerCase().startsWith(wanted));
}

/** What can be written in a query, for the list of suggestions: a filter's name with its colon, or another operator. */
export const QUERY_OPERATORS = [
  ...(['title:', 'issuer:', 'place:', 'date:', 'tag:', 'color:', 'script:'] as const),
  ...(['has:note', 'in:notes', 'OR', '-', '"…"', '*', '?', 'NEAR/10', '/…/'] as const),
] as const;
export type QueryOperator = (typeof QUERY_OPERATORS)[number];

/** Operators that begin with what is typed: those that are words. */
export function operatorsFor(typed: string): readonly QueryOperator[] {
  if (!/^[a-z]+$/iu.test(typed)) return [];
  const wanted = typed.toLowerCase();
  return QUERY_OPERATORS.filter((operator) => operator.toLowerCase().startsWith(wanted));
}
