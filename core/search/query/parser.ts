import type { TextRange } from '../../base/text-range.ts';
import { isWhiteSpace } from '../../script/fold-marks.ts';
import type { Folder } from '../../script/index.ts';
import type { Filter, Query, QueryNode, Term } from './ast.ts';
import { filterNameAt, textFilter, valueFilter, type CodesNamed, type FilterName } from './filters.ts';
import { ParseFailure } from './problem.ts';
import { QUOTES } from './quotes.ts';
import { parseRegex } from './regex.ts';
import { termOfPassage, termsOfWord } from './words.ts';

const MOST_PARTS = 200;
const MOST_DEPTH = 50;
const MOST_DISTANCE = 200;
const USUAL_DISTANCE = 10;

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）' };
/** Behind a bracket, a passage in which a bracket stands: no partner of the one before the passage. */
const BRACKET_IN_PASSAGE = Object.entries(QUOTES).map(([open, close]) => `${open}[^${close}]*[)）]`);
/** A bracket whose partner stands inside a word is part of the word: (一)加强. */
const WORD_IN_BRACKETS = new RegExp(
  `[(（](?!${BRACKET_IN_PASSAGE.join('|')})[^\\s()（）]*[)）][^\\s()（）]`,
  'uy',
);

/** What queries are read with. */
export interface QueryFolder extends Folder {
  /** Left out: no code has a name. */
  readonly codesNamed?: CodesNamed;
}

/** Recursive descent over the grammar that {@link parseQuery} names. Throws ParseFailure only. */
export class QueryParser {
  readonly #query: string;
  readonly #folder: QueryFolder;
  readonly #terms: Term[] = [];
  readonly #filters: Filter[] = [];
  /** The filter that `in:notes` is, and where it stands. */
  #inNotes: { readonly filter: number; readonly start: number } | null = null;
  #at = 0;

  constructor(query: string, folder: QueryFolder) {
    this.#query = query;
    this.#folder = folder;
  }

  parse(): Query {
    const root = joined('and', this.#all('', 0));
    const [terms, filters] = [this.#terms, this.#filters];
    if (terms.length === 0 && filters.length === 0) throw new ParseFailure('nothing', 0);
    const notes = this.#inNotes;
    if (notes !== null && !isRequired(root, notes.filter)) throw new ParseFailure('in-place', notes.start);
    const unwanted = new Set<number>();
    collectUnwanted(root, false, unwanted);
    const wanted = terms.map((_term, index) => index).filter((index) => !unwanted.has(index));
    return { root, terms, filters, wanted, inNotes: notes !== null };
  }

  /** What stands side by side up to the end or the closing bracket, which is not taken. */
  #all(closing: string, depth: number): readonly QueryNode[] {
    const groups: QueryNode[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#isEnd(closing)) return groups;
      if (this.#or() !== null) throw new ParseFailure('or-side', this.#at);
      if (this.#near() !== null) throw new ParseFailure('near-side', this.#at);
      const group = this.#alternatives(closing, depth);
      if (group !== null) groups.push(group);
    }
  }

  /** Operands with `OR` between them; null when they hold nothing that can be looked for. */
  #alternatives(closing: string, depth: number): QueryNode | null {
    const first = this.#operand(closing, depth);
    const operands = first === null ? [] : [first];
    for (;;) {
      this.#skipSpace();
      const after = this.#or();
      if (after === null) break;
      const operator = this.#at;
      if (operands.length === 0) throw new ParseFailure('or-side', operator);
      this.#at = after;
      this.#skipSpace();
      if (this.#isEnd(closing) || this.#or() !== null) throw new ParseFailure('or-side', operator);
      const operand = this.#operand(closing, depth);
      if (operand === null) throw new ParseFailure('or-side', operator);
      operands.push(operand);
    }
    return operands.length === 0 ? null : joined('or', operands);
  }

  /** A part of the query, or several with `NEAR` between them. */
  #operand(closing: string, depth: number): QueryNode | null {
    const start = this.#at;
    let node = this.#part(closing, depth);
    for (;;) {
      this.#skipSpace();
      const near = this.#near();
      if (near === null) return node;
      const operator = this.#at;
      if (near.distance > MOST_DISTANCE) throw new ParseFailure('near-distance', operator + 'NEAR/'.length);
      this.#at = near.end;
      this.#skipSpace();
      const left = this.#takeTerm(node, operator);
      if (this.#isEnd(closing)) throw new ParseFailure('near-side', operator);
      const right = this.#takeTerm(this.#part(closing, depth), operator);
      const range = { start, end: right.range.end };
      node = this.#term({ kind: 'near', left, right, distance: near.distance, range });
    }
  }

  /** Takes back the term that was made last, for it is a side of NEAR. */
  #takeTerm(node: QueryNode | null, operator: number): Term {
    const last = this.#terms.at(-1);
    if (node?.kind !== 'term' || last === undefined) throw new ParseFailure('near-side', operator);
    this.#terms.pop();
    return last;
  }

  #part(closing: string, depth: number): QueryNode | null {
    const isNegated = this.#query[this.#at] === '-' && !this.#isSpaceOrEnd(this.#at + 1);
    if (isNegated) this.#at += 1;
    const node = this.#positive(closing, depth);
    return isNegated && node !== null ? { kind: 'not', child: node } : node;
  }

  #positive(closing: string, depth: number): QueryNode | null {
    const sign = this.#query[this.#at] ?? '';
    if (QUOTES[sign] !== undefined) {
      const { text, range } = this.#quoted(QUOTES[sign]);
      const term = termOfPassage(text, range, this.#folder);
      return term === null ? null : this.#term(term);
    }
    if (sign === '/' && !this.#isSpaceOrEnd(this.#at + 1)) return this.#term(this.#regex(closing));
    const bracket = BRACKETS[sign];
    if (bracket !== undefined && this.#isGroup(bracket)) return this.#group(bracket, depth);
    const filter = filterNameAt(this.#query, this.#at);
    if (filter !== null) return this.#filter(filter.name, filter.end, closing);
    const { text, range } = this.#word(closing);
    const nodes = termsOfWord(text, range, this.#folder).map((term) => this.#term(term));
    return nodes.length === 0 ? null : joined('and', nodes);
  }

  /** A full-width bracket without its partner is punctuation like any other. */
  #isGroup(bracket: string): boolean {
    WORD_IN_BRACKETS.lastIndex = this.#at;
    if (WORD_IN_BRACKETS.test(this.#query)) return false;
    return bracket === ')' || this.#query.includes(bracket, this.#at + 1);
  }

  #group(bracket: string, depth: number): QueryNode | null {
    const opened = this.#at;
    if (depth >= MOST_DEPTH) throw new ParseFailure('too-deep', opened);
    this.#at += 1;
    const nodes = this.#all(bracket, depth + 1);
    if (this.#at >= this.#query.length) throw new ParseFailure('bracket-open', opened);
    this.#at += 1;
    if (nodes.length > 0) return joined('and', nodes);
    if (bracket === ')') throw new ParseFailure('bracket-empty', opened);
    return null;
  }

  #quoted(closing: string): { readonly text: string; readonly range: TextRange } {
    const opened = this.#at;
    const end = this.#query.indexOf(closing, opened + 1);
    if (end < 0) throw new ParseFailure('quote-open', opened);
    this.#at = end + 1;
    return { text: this.#query.slice(opened + 1, end), range: { start: opened, end: end + 1 } };
  }

  #regex(closing: string): Term {
    const opened = this.#at;
    let isInClass = false;
    for (let at = opened + 1; at < this.#query.length; at += 1) {
      const sign = this.#query[at];
      if (sign === '\\') at += 1;
      else if (sign === '[') isInClass = true;
      else if (sign === ']') isInClass = false;
      else if (sign === '/' && !isInClass) {
        const end = at + 1;
        if (!this.#isSpaceOrEnd(end) && this.#query[end] !== closing) break;
        this.#at = end;
        const source = this.#query.slice(opened + 1, at);
        const pattern = parseRegex(source, opened + 1, this.#folder);
        return { kind: 'regex', source, pattern, range: { start: opened, end } };
      }
    }
    throw new ParseFailure('regex-open', opened);
  }

  #filter(name: FilterName, valueStart: number, closing: string): QueryNode {
    const start = this.#at;
    this.#at = valueStart;
    const sign = this.#query[valueStart] ?? '';
    if (this.#isEnd(closing) || this.#isSpaceOrEnd(valueStart)) {
      throw new ParseFailure('value-missing', start);
    }
    if (name === 'title' || name === 'issuer' || name === 'place' || name === 'tag') {
      const term =
        sign === '/' && !this.#isSpaceOrEnd(valueStart + 1) ? this.#regex(closing) : this.#value(closing);
      const filter = term === null ? null : textFilter(name, term);
      if (filter === null) throw new ParseFailure('value-missing', start);
      return this.#filterNode(filter, start);
    }
    const quote = QUOTES[sign];
    const { text, range } = quote === undefined ? this.#word(closing) : this.#quoted(quote);
    const filter = valueFilter(name, text, this.#folder.codesNamed ?? (() => []));
    if (typeof filter === 'string') throw new ParseFailure(filter, range.start);
    const node = this.#filterNode(filter, start);
    if (name === 'in') this.#inNotes = { filter: this.#filters.length - 1, start };
    return node;
  }

  /** A word or a passage as the one term of a filter. */
  #value(closing: string): Term | null {
    const quote = QUOTES[this.#query[this.#at] ?? ''];
    const { text, range } = quote === undefined ? this.#word(closing) : this.#quoted(quote);
    if (quote !== undefined || !/[*?＊]/u.test(text)) return termOfPassage(text, range, this.#folder);
    const [term = null, ...others] = termsOfWord(text, range, this.#folder);
    return others.length > 0 ? termOfPassage(text, range, this.#folder) : term;
  }

  #word(closing: string): { readonly text: string; readonly range: TextRange } {
    const start = this.#at;
    let open = 0;
    for (; !this.#isSpaceOrEnd(this.#at); this.#at += 1) {
      const sign = this.#query[this.#at] ?? '';
      if (BRACKETS[sign] !== undefined) open += 1;
      else if (sign !== ')' && sign !== '）') continue;
      else if (open > 0) open -= 1;
      else if (sign === closing) break;
      else if (sign === ')' && this.#isSpaceOrEnd(this.#at + 1)) {
        throw new ParseFailure('bracket-close', this.#at);
      }
    }
    return { text: this.#query.slice(start, this.#at), range: { start, end: this.#at } };
  }

  #term(term: Term): QueryNode {
    this.#requireRoom(term.range.start);
    this.#terms.push(term);
    return { kind: 'term', term: this.#terms.length - 1 };
  }

  #filterNode(filter: Filter, position: number): QueryNode {
    this.#requireRoom(position);
    this.#filters.push(filter);
    return { kind: 'filter', filter: this.#filters.length - 1 };
  }

  #requireRoom(position: number): void {
    if (this.#terms.length + this.#filters.length >= MOST_PARTS) throw new ParseFailure('too-many', position);
  }

  /** Where the operator `OR` that stands here ends; null when none does. */
  #or(): number | null {
    if (!this.#query.startsWith('OR', this.#at)) return null;
    const end = this.#at + 'OR'.length;
    return this.#isSpaceOrEnd(end) || '()（）'.includes(this.#query[end] ?? ' ') ? end : null;
  }

  #near(): { readonly distance: number; readonly end: number } | null {
    const operator = /NEAR(?:\/(\d{1,9}))?/uy;
    operator.lastIndex = this.#at;
    const found = operator.exec(this.#query);
    if (found === null) return null;
    const end = operator.lastIndex;
    if (this.#isSpaceOrEnd(end)) return { distance: Number(found[1] ?? USUAL_DISTANCE), end };
    if (this.#query[this.#at + 'NEAR'.length] !== '/') return null;
    throw new ParseFailure('near-distance', this.#at + 'NEAR/'.length);
  }

  #skipSpace(): void {
    while (this.#at < this.#query.length && this.#isSpaceOrEnd(this.#at)) this.#at += 1;
  }

  #isEnd(closing: string): boolean {
    return this.#at >= this.#query.length || this.#query[this.#at] === closing;
  }

  #isSpaceOrEnd(at: number): boolean {
    return at >= this.#query.length || isWhiteSpace(this.#query.charCodeAt(at));
  }
}

function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind, children: nodes };
}

/** Whether a filter must hold whatever else does. */
function isRequired(node: QueryNode, filter: number): boolean {
  if (node.kind === 'filter') return node.filter === filter;
  return node.kind === 'and' && node.children.some((child) => isRequired(child, filter));
}

function collectUnwanted(node: QueryNode, negated: boolean, into: Set<number>): void {
  switch (node.kind) {
    case 'term':
      if (negated) into.add(node.term);
      return;
    case 'filter':
      return;
    case 'and':
    case 'or':
      for (const child of node.children) collectUnwanted(child, negated, into);
      return;
    case 'not':
      collectUnwanted(node.child, !negated, into);
  }
}
