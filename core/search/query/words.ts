import type { TextRange } from '../../base/text-range.ts';
import { FOLD_BREAK, isWordUnit, type Folder } from '../../script/index.ts';
import { MOST_STATES, patternSize } from '../automaton.ts';
import { ANY_CHARACTER, literal, WORD_CHARACTER, type Pattern } from '../pattern.ts';
import type { Term } from './ast.ts';
import { ParseFailure } from './problem.ts';

/** What `*` stands for between Han characters, and in a Latin word. */
const MOST_BETWEEN = 20;
const MOST_IN_WORD = 60;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one'; readonly text: '' }
  | { readonly kind: 'run'; readonly text: '' };

/**
 * The terms of a word as it was typed, which clause punctuation parts into several. `?` is one character; `*` is the rest
 * of a Latin word that it stands beside, else at most {@link MOST_BETWEEN} characters of the clause.
 */
export function termsOfWord(word: string, range: TextRange, folder: Folder): readonly Term[] {
  const pieces = piecesOf(word, folder).filter((piece) => piece.length > 0);
  const terms = pieces.map((piece) => termOf(piece, range)).filter((term) => term !== null);
  if (terms.length === 0 && pieces.length > 0) throw new ParseFailure('pattern-empty', range.start);
  return terms;
}

/** A quoted passage, which holds no wildcards; null when nothing of it can be looked for. */
export function termOfPassage(passage: string, range: TextRange, folder: Folder): Term | null {
  const text = withoutOuterBreaks(folder.fold(passage));
  return text === '' ? null : { kind: 'phrase', text, range };
}

/** The parts of a word, clause by clause. */
function piecesOf(word: string, folder: Folder): readonly (readonly Part[])[] {
  const pieces: Part[][] = [[]];
  for (const part of word.split(/([*?＊])/u)) {
    if (part === '?') pieces.at(-1)?.push({ kind: 'one', text: '' });
    else if (part === '*' || part === '＊') pieces.at(-1)?.push({ kind: 'run', text: '' });
    else {
      for (const [index, text] of folder.fold(part).split(FOLD_BREAK).entries()) {
        if (index > 0) pieces.push([]);
        if (text !== '') pieces.at(-1)?.push({ kind: 'text', text });
      }
    }
  }
  return pieces;
}

/** Null when the piece is signs only. */
function termOf(piece: readonly Part[], range: TextRange): Term | null {
  if (piece.every(({ kind }) => kind !== 'text')) return null;
  if (piece.every(({ kind }) => kind === 'text')) {
    return { kind: 'phrase', text: piece.map(({ text }) => text).join(''), range };
  }
  const items = piece.map((part, index) => {
    if (part.kind === 'text') return literal(part.text);
    return part.kind === 'one' ? ANY_CHARACTER : runPattern(piece[index - 1], piece[index + 1]);
  });
  const pattern: Pattern = { kind: 'sequence', items };
  if (patternSize(pattern) > MOST_STATES) throw new ParseFailure('regex-large', range.start);
  const source = piece
    .map(({ kind, text }) => (kind === 'text' ? text : kind === 'one' ? '?' : '*'))
    .join('');
  return { kind: 'wildcards', source, pattern, range };
}

function runPattern(before: Part | undefined, after: Part | undefined): Pattern {
  const isBehindWord = before !== undefined && isWordUnit(before.text.charCodeAt(before.text.length - 1));
  const isBeforeWord = after !== undefined && isWordUnit(after.text.charCodeAt(0));
  const isAtEnd = before === undefined || after === undefined;
  if (isAtEnd ? isBehindWord || isBeforeWord : isBehindWord && isBeforeWord) {
    return { kind: 'repeat', item: WORD_CHARACTER, least: 0, most: MOST_IN_WORD };
  }
  return { kind: 'repeat', item: ANY_CHARACTER, least: 0, most: isAtEnd ? 0 : MOST_BETWEEN };
}

/** A folded text without what parts clauses at its ends. */
export function withoutOuterBreaks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.startsWith(FOLD_BREAK, start)) start += 1;
  while (end > start && text.startsWith(FOLD_BREAK, end - 1)) end -= 1;
  return text.slice(start, end);
}
