import type { TextRange } from '../../base/text-range.ts';
import type { SourceScript } from '../../report/script.ts';
import type { Pattern } from '../pattern.ts';

/** A phrase to look for. */
export interface Phrase {
  readonly kind: 'phrase';
  /** Folded; begins and ends with no break, never empty. */
  readonly text: string;
  /** Where it stands in the query. */
  readonly range: TextRange;
}

/** A word with `*` or `?` in it, or a regular expression; both over folded text. */
export interface PatternTerm {
  /** `wildcards` is found wherever it begins and ends, as short as can be; `regex` leftmost, longest, not overlapping. */
  readonly kind: 'wildcards' | 'regex';
  /** As written, without the slashes of a regular expression. */
  readonly source: string;
  readonly pattern: Pattern;
  readonly range: TextRange;
}

/** Two terms with at most `distance` folded characters between them, in either order. */
export interface Near {
  readonly kind: 'near';
  readonly left: Term;
  readonly right: Term;
  readonly distance: number;
  readonly range: TextRange;
}

/** What is looked for in texts. */
export type Term = Phrase | PatternTerm | Near;

/** What is asked of a report beside its text, or of its notes. */
export type Filter =
  | { readonly kind: 'metadata'; readonly field: 'title' | 'issuer' | 'region'; readonly term: Term }
  /** ISO 8601 dates or their beginnings, both included; empty = open. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  | { readonly kind: 'script'; readonly scripts: readonly SourceScript[] }
  | { readonly kind: 'tag'; readonly term: Term }
  /** Ids of codes, any of them. */
  | { readonly kind: 'color'; readonly codes: readonly string[] }
  | { readonly kind: 'has'; readonly what: 'note' | 'tag' };

/** What a query asks for. A `term` or `filter` node names its own by index in {@link Query}. */
export type QueryNode =
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'filter'; readonly filter: number }
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode };

export interface Query {
  readonly root: QueryNode;
  readonly terms: readonly Term[];
  readonly filters: readonly Filter[];
  /** Indexes of the terms that are not under a `not`: their places are hits. */
  readonly wanted: readonly number[];
  /** Whether `in:notes` was written: terms are looked for in notes, one by one, not in texts. */
  readonly inNotes: boolean;
}

/** Why a query is bad: `reason` in the parameters of `query-bad`. */
export type QueryProblem =
  | 'nothing'
  | 'quote-open'
  | 'or-side'
  | 'too-many'
  | 'too-deep'
  | 'bracket-open'
  | 'bracket-close'
  | 'bracket-empty'
  | 'value-missing'
  | 'date-wrong'
  | 'script-wrong'
  | 'color-wrong'
  | 'has-wrong'
  | 'in-wrong'
  | 'in-place'
  | 'pattern-empty'
  | 'near-side'
  | 'near-distance'
  | 'regex-open'
  | 'regex-wrong'
  | 'regex-unsupported'
  | 'regex-empty'
  | 'regex-large'
  | 'slow';

/** One name for equal terms: they have the same places. */
export function termKey(term: Term): string {
  switch (term.kind) {
    case 'phrase':
      return `phrase ${term.text}`;
    case 'wildcards':
    case 'regex':
      return `${term.kind} ${term.source}`;
    case 'near':
      return JSON.stringify([term.distance, termKey(term.left), termKey(term.right)]);
  }
}
