import type { Query, QueryNode } from './ast.ts';
import { QueryParser, type QueryFolder } from './parser.ts';
import { faultOf, ParseFailure, queryError, type QueryFault } from './problem.ts';

/**
 * Parses a query; never throws.
 *
 *     query        = alternatives…                       all of them, side by side
 *     alternatives = operand (`OR` operand)…             one of them; OR binds tighter than standing side by side
 *     operand      = part (`NEAR/10` part)…              at most 10 characters (0 to 200) between two terms, in any order
 *     part         = [`-`] (word | passage | regex | `(` query `)` | filter)
 *     passage      = "…" | “…” | 「…」 | 『…』            one phrase, clause punctuation included
 *     regex        = /…/                                  see regex.ts
 *     filter       = (title | issuer | place | tag) `:` (word | passage | regex)
 *                  | date:2020..2023 | script:Hant | color:(red | a code's name) | has:note | in:notes
 *
 * A word is a phrase by itself, and clause punctuation in it parts it into several that must all stand there; `*` and `?` in
 * it are wildcards (words.ts). Quotation marks and brackets inside a word, full-width brackets without a partner, and a colon
 * behind any other name are punctuation, as in the texts.
 */
export function parseQuery(
  query: string,
  folder: QueryFolder,
):
  { readonly query: Query; readonly fault?: never } | { readonly query?: never; readonly fault: QueryFault } {
  try {
    return { query: new QueryParser(query, folder).parse() };
  } catch (thrown) {
    if (!(thrown instanceof ParseFailure)) throw thrown;
    return { fault: faultOf(query, thrown.problem, thrown.position) };
  }
}

/** Parses a query that must be sound. Throws ZhupiError `query-bad` with query, position, reason, at, what (problem.ts). */
export function requireQuery(query: string, folder: QueryFolder): Query {
  const parsed = parseQuery(query, folder);
  if (parsed.fault !== undefined) throw queryError(query, parsed.fault);
  return parsed.query;
}

/** Whether a report fulfils a query, when it is known which terms stand in it and which filters it passes. */
export function fulfils(
  node: QueryNode,
  stands: (term: number) => boolean,
  passes: (filter: number) => boolean,
): boolean {
  switch (node.kind) {
    case 'term':
      return stands(node.term);
    case 'filter':
      return passes(node.filter);
    case 'and':
      return node.children.every((child) => fulfils(child, stands, passes));
    case 'or':
      return node.children.some((child) => fulfils(child, stands, passes));
    case 'not':
      return !fulfils(node.child, stands, passes);
  }
}

/** Phrases that the words of a query make when each is put before the next that must stand in the same report. */
export function neighbours({ root, terms }: Query): readonly string[] {
  const pairs = new Set<string>();
  if (root.kind === 'and') {
    for (const [index, node] of root.children.entries()) {
      const next = root.children[index + 1];
      if (node.kind !== 'term' || next?.kind !== 'term') continue;
      const [left, right] = [terms[node.term], terms[next.term]];
      if (left?.kind === 'phrase' && right?.kind === 'phrase') pairs.add(`${left.text}${right.text}`);
    }
  }
  for (const term of terms) if (term.kind === 'phrase') pairs.delete(term.text);
  return [...pairs];
}
