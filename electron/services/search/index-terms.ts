import { fieldFinder, type FieldNumbers, type SearchText } from '#core/search/search-text.ts';
import { tokenize } from '#core/search/tokenize.ts';

/** What the index holds of a text. */
export interface IndexTerms {
  /** Its tokens in their order, armoured, with blanks between. */
  readonly terms: string;
  /** How many there are by field. */
  readonly lengths: FieldNumbers;
}

const BLANK = 0x20;
const WORD_MARK = 'z';
/** Bytes of an armoured UTF-16 unit. */
const UNIT_BYTES = 4;

/** Tokenizes a text once. The terms are written as bytes: thousands of small strings would take several times as long. */
export function indexTerms(text: SearchText): IndexTerms {
  const tokens = tokenize(text.text, text.gaps);
  const fieldAt = fieldFinder(text);
  const lengths = { title: 0, headings: 0, text: 0 };
  const bytes = Buffer.allocUnsafe(tokens.reduce((sum, { term }) => sum + roomOf(term), 0));
  let end = 0;
  for (const { term, start } of tokens) {
    lengths[fieldAt(start)] += 1;
    if (end > 0) end = bytes.writeUInt8(BLANK, end);
    end = writeArmoured(bytes, end, term);
  }
  return { terms: bytes.toString('latin1', 0, end), lengths };
}

/**
 * A term in letters and digits that no tokenizer of SQLite cuts or folds: `z` and the word itself where it is ASCII, else
 * four hex digits a UTF-16 unit. What a term begins with, its armour begins with.
 */
export function armoured(term: string): string {
  const bytes = Buffer.allocUnsafe(roomOf(term));
  return bytes.toString('latin1', 0, writeArmoured(bytes, 0, term));
}

/** Bytes that an armoured term and a blank take at most. */
function roomOf(term: string): number {
  return term.length * UNIT_BYTES + 2;
}

const FIRST_BEYOND_ASCII = 0x80;
const PLAIN_WORD = /^[a-z0-9]+$/u;

function writeArmoured(bytes: Buffer, start: number, term: string): number {
  let end = start;
  if (term.charCodeAt(0) < FIRST_BEYOND_ASCII && PLAIN_WORD.test(term)) {
    return end + bytes.write(WORD_MARK + term, end, 'latin1');
  }
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    bytes[end] = hexDigit(unit >> 12);
    bytes[end + 1] = hexDigit(unit >> 8);
    bytes[end + 2] = hexDigit(unit >> 4);
    bytes[end + 3] = hexDigit(unit);
    end += UNIT_BYTES;
  }
  return end;
}

/** The byte of the lowest four bits as a hexadecimal digit. */
function hexDigit(value: number): number {
  const digit = value & 15;
  return digit < 10 ? 0x30 + digit : 0x57 + digit;
}
