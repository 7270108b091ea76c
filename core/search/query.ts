import { ZhupiError } from '../base/app-error.ts';
import type { TextRange } from '../base/text-range.ts';
import { FOLD_BREAK, type Folder } from '../script/index.ts';
import { isWhiteSpace } from '../script/fold-marks.ts';

/** A phrase to look for. */
export interface Phrase {
  /** Folded; begins and ends with no break, never empty. */
  readonly text: string;
  /** Where it stands in the query. */
  readonly range: TextRange;
}

/** What a query asks for. A `phrase` node names its phrase by index in {@link Query.phrases}. */
export type QueryNode =
  | { readonly kind: 'phrase'; readonly phrase: number }
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode };

export interface Query {
  readonly root: QueryNode;
  readonly phrases: readonly Phrase[];
  /** Indexes of the phrases that are not under a `not`: their places are hits. */
  readonly wanted: readonly number[];
}

/** Why a query is bad: `reason` in the parameters of `query-bad`. */
export type QueryProblem = 'nothing' | 'quote-open' | 'or-side' | 'too-many';

const MOST_PHRASES = 200;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' };

/**
 * Parses a query. Words side by side must all stand in a report; a run of characters is a phrase by itself, and clause
 * punctuation in it parts it into several; "…", “…”, 「…」 and 『…』 at the beginning of a word make a phrase of all that
 * they hold, clause punctuation included. `-` before a word or phrase: it must not stand there. `OR` between two: one of
 * them; it binds tighter than standing side by side, so `a b OR c` asks for a, and for b or c.
 * @throws ZhupiError `query-bad` with query, position (UTF-16 offset in the query) and reason ({@link QueryProblem})
 */
export function parseQuery(query: string, folder: Folder): Query {
  return new Parser(query, folder).parse();
}

/** Whether a report fulfils a query, when it is known which phrases stand in it. */
export function fulfils(node: QueryNode, stands: (phrase: number) => boolean): boolean {
  switch (node.kind) {
    case 'phrase':
      return stands(node.phrase);
    case 'and':
      return node.children.every((child) => fulfils(child, stands));
    case 'or':
      return node.children.some((child) => fulfils(child, stands));
    case 'not':
      return !fulfils(node.child, stands);
  }
}

class Parser {
  readonly #query: string;
  readonly #folder: Folder;
  readonly #phrases: Phrase[] = [];
  #at = 0;

  constructor(query: string, folder: Folder) {
    this.#query = query;
    this.#folder = folder;
  }

  parse(): Query {
    const groups: QueryNode[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#query.length) break;
      if (this.#or() !== null) throw this.#problem('or-side', this.#at);
      const group = this.#group();
      if (group !== null) groups.push(group);
    }
    if (this.#phrases.length === 0) throw this.#problem('nothing', 0);
    const root = joined('and', groups);
    const unwanted = new Set<number>();
    collectUnwanted(root, false, unwanted);
    const wanted = this.#phrases.map((_phrase, index) => index).filter((index) => !unwanted.has(index));
    return { root, phrases: this.#phrases, wanted };
  }

  /** Terms with `OR` between them; null when they hold nothing that can be looked for. */
  #group(): QueryNode | null {
    const first = this.#term();
    const terms = first === null ? [] : [first];
    for (;;) {
      this.#skipSpace();
      const after = this.#or();
      if (after === null) break;
      const operator = this.#at;
      if (terms.length === 0) throw this.#problem('or-side', operator);
      this.#at = after;
      this.#skipSpace();
      if (this.#at >= this.#query.length || this.#or() !== null) throw this.#problem('or-side', operator);
      const term = this.#term();
      if (term === null) throw this.#problem('or-side', operator);
      terms.push(term);
    }
    return terms.length === 0 ? null : joined('or', terms);
  }

  #term(): QueryNode | null {
    const negated = this.#query[this.#at] === '-' && !this.#isSpaceOrEnd(this.#at + 1);
    if (negated) this.#at += 1;
    const closing = CLOSING[this.#query[this.#at] ?? ''];
    const node = closing === undefined ? this.#word() : this.#quoted(closing);
    return negated && node !== null ? { kind: 'not', child: node } : node;
  }

  #quoted(closing: string): QueryNode | null {
    const opened = this.#at;
    const end = this.#query.indexOf(closing, opened + 1);
    if (end < 0) throw this.#problem('quote-open', opened);
    this.#at = end + 1;
    const text = withoutOuterBreaks(this.#folder.fold(this.#query.slice(opened + 1, end)));
    return text === '' ? null : this.#phrase(text, { start: opened, end: end + 1 });
  }

  #word(): QueryNode | null {
    const start = this.#at;
    while (!this.#isSpaceOrEnd(this.#at)) this.#at += 1;
    const range = { start, end: this.#at };
    const pieces = this.#folder.fold(this.#query.slice(start, this.#at)).split(FOLD_BREAK);
    const nodes = pieces.filter((piece) => piece !== '').map((piece) => this.#phrase(piece, range));
    return nodes.length === 0 ? null : joined('and', nodes);
  }

  #phrase(text: string, range: TextRange): QueryNode {
    if (this.#phrases.length >= MOST_PHRASES) throw this.#problem('too-many', range.start);
    this.#phrases.push({ text, range });
    return { kind: 'phrase', phrase: this.#phrases.length - 1 };
  }

  /** Where the operator `OR` that stands here ends; null when none does. */
  #or(): number | null {
    return this.#query.startsWith('OR', this.#at) && this.#isSpaceOrEnd(this.#at + 2) ? this.#at + 2 : null;
  }

  #skipSpace(): void {
    while (this.#at < this.#query.length && this.#isSpaceOrEnd(this.#at)) this.#at += 1;
  }

  #isSpaceOrEnd(at: number): boolean {
    return at >= this.#query.length || isWhiteSpace(this.#query.charCodeAt(at));
  }

  #problem(reason: QueryProblem, position: number): ZhupiError {
    return new ZhupiError('query-bad', { query: this.#query, position, reason });
  }
}

function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind, children: nodes };
}

function withoutOuterBreaks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.startsWith(FOLD_BREAK, start)) start += 1;
  while (end > start && text.startsWith(FOLD_BREAK, end - 1)) end -= 1;
  return text.slice(start, end);
}

function collectUnwanted(node: QueryNode, negated: boolean, into: Set<number>): void {
  switch (node.kind) {
    case 'phrase':
      if (negated) into.add(node.phrase);
      return;
    case 'and':
    case 'or':
      for (const child of node.children) collectUnwanted(child, negated, into);
      return;
    case 'not':
      collectUnwanted(node.child, !negated, into);
  }
}

/** Phrases that the words of a query make when each is put before the next that must stand in the same report. */
export function neighbours({ root, phrases }: Query): readonly string[] {
  const pairs = new Set<string>();
  if (root.kind === 'and') {
    for (const [index, node] of root.children.entries()) {
      const next = root.children[index + 1];
      if (node.kind !== 'phrase' || next?.kind !== 'phrase') continue;
      pairs.add(`${phrases[node.phrase]?.text ?? ''}${phrases[next.phrase]?.text ?? ''}`);
    }
  }
  for (const { text } of phrases) pairs.delete(text);
  return [...pairs];
}
