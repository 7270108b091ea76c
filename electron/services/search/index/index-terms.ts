import type { Folder } from '#core/script/index.ts';
import { blockTable } from '#core/search/block-table.ts';
import {
  fieldFinder,
  foldReading,
  type Field,
  type FieldNumbers,
  type SearchText,
} from '#core/search/search-text.ts';
import { eachToken } from '#core/search/tokenize.ts';
import type { Reading } from '#core/text/reading.ts';

/** What the index holds of a text. */
export interface IndexTerms {
  /** Its tokens by field in their order, armoured, with blanks between. */
  readonly terms: Readonly<Record<Field, string>>;
  /** How many there are by field. */
  readonly lengths: FieldNumbers;
}

/** A folded text with all that the index holds of it. */
export interface IndexableText extends IndexTerms {
  readonly text: SearchText;
  /** Where its blocks stand in it and in the source, see core/search/block-table.ts. */
  readonly blocks: Int32Array;
}

/** Folds and tokenizes a reading text. */
export function indexableText(folder: Folder, reading: Reading): IndexableText {
  const { text, gaps, headings, titleEnd, map } = foldReading(folder, reading);
  const folded = { text, gaps, headings, titleEnd };
  return { text: folded, blocks: blockTable(reading, map), ...indexTerms(folded) };
}

const BLANK = 0x20;
const WORD_MARK = 0x7a;
/** Bytes of an armoured UTF-16 unit. */
const UNIT_BYTES = 4;
/** A unit stands in two terms at most, and each term has a blank before it. */
const MOST_BYTES_PER_UNIT = 2 * UNIT_BYTES + 1;

/** Two hexadecimal digits for each byte. */
const HEX = Uint16Array.from({ length: 256 }, (_item, byte) => (hexDigit(byte >> 4) << 8) | hexDigit(byte));

/** Tokenizes a text once. The terms are written as bytes: thousands of small strings would take several times as long. */
export function indexTerms(text: SearchText): IndexTerms {
  const { text: folded, gaps } = text;
  const fieldAt = fieldFinder(text);
  const lengths = { title: 0, headings: 0, text: 0 };
  const bytes = Buffer.allocUnsafe(folded.length * MOST_BYTES_PER_UNIT);
  const pieces: Record<Field, string[]> = { title: [], headings: [], text: [] };
  let field: Field = 'title';
  let length = 0;
  const endPiece = (): void => {
    if (length > 0) pieces[field].push(bytes.toString('latin1', 0, length));
    length = 0;
  };
  eachToken(folded, gaps, (start, end) => {
    const found = fieldAt(start);
    lengths[found] += 1;
    if (found !== field) endPiece();
    field = found;
    if (length > 0) {
      bytes[length] = BLANK;
      length += 1;
    }
    length = writeArmoured(bytes, length, folded, start, end);
  });
  endPiece();
  const { title, headings, text: rest } = pieces;
  return { terms: { title: title.join(' '), headings: headings.join(' '), text: rest.join(' ') }, lengths };
}

/**
 * A term in letters and digits that no tokenizer of SQLite cuts or folds: `z` and the word itself where it is ASCII, else
 * four hex digits a UTF-16 unit. What a term begins with, its armour begins with.
 */
export function armoured(term: string): string {
  const bytes = Buffer.allocUnsafe(term.length * UNIT_BYTES + 1);
  return bytes.toString('latin1', 0, writeArmoured(bytes, 0, term, 0, term.length));
}

/** Writes the armour of a part of a text; answers where it ends. */
function writeArmoured(bytes: Buffer, at: number, text: string, start: number, end: number): number {
  let next = at;
  if (isPlainWord(text, start, end)) {
    bytes[next] = WORD_MARK;
    next += 1;
    for (let index = start; index < end; index += 1) {
      bytes[next] = text.charCodeAt(index);
      next += 1;
    }
    return next;
  }
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    const [high = 0, low = 0] = [HEX[unit >> 8], HEX[unit & 0xff]];
    bytes[next] = high >> 8;
    bytes[next + 1] = high;
    bytes[next + 2] = low >> 8;
    bytes[next + 3] = low;
    next += UNIT_BYTES;
  }
  return next;
}

/** Whether there is something, all of it ASCII digits and small letters. */
function isPlainWord(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (!((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a))) return false;
  }
  return start < end;
}

/** The byte of the lowest four bits as a hexadecimal digit. */
function hexDigit(value: number): number {
  const digit = value & 15;
  return digit < 10 ? 0x30 + digit : 0x57 + digit;
}
