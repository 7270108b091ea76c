import { FOLD_BREAK, isWordUnit } from '../script/index.ts';

/** A piece of a folded text that an index looks up. */
export interface Token {
  readonly term: string;
  /** UTF-16 offset in the folded text. */
  readonly start: number;
}

/** Raised when equal folded texts give other tokens than before, so that indexes are made anew. */
export const TOKENIZER_VERSION = 1;

const BREAK_UNIT = FOLD_BREAK.charCodeAt(0);

/**
 * The tokens of a folded text in the order of their places. Runs of Latin letters and digits are words, which end at each
 * of `gaps` (core/script, Folder). All else but breaks is runs of characters (Han, kana, symbols): each two neighbours
 * are a term, and the last of a run alone, so that every character begins exactly one term.
 */
export function tokenize(text: string, gaps: Int32Array): readonly Token[] {
  const tokens: Token[] = [];
  eachToken(text, gaps, (start, end) => {
    tokens.push({ term: text.slice(start, end), start });
  });
  return tokens;
}

/** Tells where each token of {@link tokenize} starts and ends, in order, without making strings of them. */
export function eachToken(
  text: string,
  gaps: Int32Array,
  onToken: (start: number, end: number) => void,
): void {
  let gap = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit === BREAK_UNIT) {
      at += 1;
    } else if (isWordUnit(unit)) {
      while (gap < gaps.length && (gaps[gap] ?? 0) <= at) gap += 1;
      const end = wordEnd(text, at, gaps[gap] ?? text.length);
      onToken(at, end);
      at = end;
    } else {
      const end = at + characterLength(text, at);
      const isLast = end >= text.length || !isCharacter(text.charCodeAt(end));
      onToken(at, isLast ? end : end + characterLength(text, end));
      at = end;
    }
  }
}

/** What an index must hold of a report in which a phrase stands. */
export type PhraseClue =
  /** These terms one behind the other. */
  | { readonly kind: 'sequence'; readonly terms: readonly string[] }
  /** A term that begins with this character. */
  | { readonly kind: 'beginning'; readonly character: string }
  /** One of these words. */
  | { readonly kind: 'any'; readonly terms: readonly string[] };

/** Clues of long phrases are cut here: fewer clues only let more reports through. */
const MOST_TERMS = 40;

/**
 * Clues to a folded phrase; each of them holds wherever the phrase stands, not the other way round. A word gives all its
 * beginnings, since white space may part it in the text (5 G and 5G are the same phrase). No clues: it may be anywhere.
 */
export function phraseClues(phrase: string): readonly PhraseClue[] {
  const clues: PhraseClue[] = [];
  for (let at = 0; at < phrase.length && clues.length < MOST_TERMS;) {
    const unit = phrase.charCodeAt(at);
    if (unit === BREAK_UNIT) {
      at += 1;
    } else if (isWordUnit(unit)) {
      const end = wordEnd(phrase, at, phrase.length);
      if (end - at <= MOST_TERMS) clues.push({ kind: 'any', terms: beginnings(phrase.slice(at, end)) });
      at = end;
    } else {
      const end = runEnd(phrase, at);
      clues.push(runClue(Array.from(phrase.slice(at, end))));
      at = end;
    }
  }
  return clues;
}

function runClue(characters: readonly string[]): PhraseClue {
  const terms: string[] = [];
  for (let index = 0; index + 1 < characters.length && terms.length < MOST_TERMS; index += 1) {
    terms.push(`${characters[index] ?? ''}${characters[index + 1] ?? ''}`);
  }
  if (terms.length === 0) return { kind: 'beginning', character: characters[0] ?? '' };
  return { kind: 'sequence', terms };
}

function beginnings(word: string): readonly string[] {
  return Array.from(word, (_unit, index) => word.slice(0, index + 1));
}

function isCharacter(unit: number): boolean {
  return unit !== BREAK_UNIT && !isWordUnit(unit);
}

function wordEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && isWordUnit(text.charCodeAt(end))) end += 1;
  return end;
}

function runEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isCharacter(text.charCodeAt(end))) end += 1;
  return end;
}

function characterLength(text: string, at: number): number {
  if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
