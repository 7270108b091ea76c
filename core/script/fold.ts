import type { OffsetMap } from '../text/offset-map.ts';
import { loadCharacterClasses, type CharacterClasses } from './character-classes.ts';
import { FOLD_BREAK, isClausePunctuation, isPairedMark, isWhiteSpace, isZeroWidth } from './fold-marks.ts';
import { IntList, UnitList } from './growable.ts';

/** A folded text with what search needs to lead its places back. */
export interface FoldedText {
  readonly text: string;
  /** From the text given to the folded text. */
  readonly map: OffsetMap;
  /**
   * Ascending offsets in the folded text where a Latin or digit word ends although another follows at once, because what
   * stood between them (white space, a paired mark) folds to nothing: `a b` folds to `ab` with the gap 1, `ab` with none.
   */
  readonly gaps: Int32Array;
}

/**
 * Folds texts for comparison (DESIGN 9.7): NFKC, lower case, and one character for all forms of a character, each code
 * point by itself, so that fold(a + b) = fold(a) + fold(b) and fold(fold(a)) = fold(a). White space, zero-width
 * characters and paired marks fold to nothing; clause punctuation and line feeds fold to {@link FOLD_BREAK}.
 *
 * Word borders: since a folded text cannot show white space, a tokenizer takes `foldWithMap` and ends a Latin or digit
 * run at each of `gaps`; a phrase that begins or ends in such a run matches only where the text has no word character
 * beside it or a gap. Han runs need no gaps: 教育 强国 and 教育强国 are meant to be equal.
 */
export interface Folder {
  fold(text: string): string;
  foldWithMap(text: string): FoldedText;
}

export interface FolderOptions {
  /**
   * What a line feed folds to. `break` (unless told otherwise) for a reading text, where it parts blocks; `nothing` for a
   * source text, whose lines may be cut anywhere.
   */
  readonly lineFeed?: 'break' | 'nothing';
}

/** Loads the small character tables (63 kB) once and gives a folder, synchronous from then on. */
export async function loadFolder(options: FolderOptions = {}): Promise<Folder> {
  const table = new FoldTable(await loadCharacterClasses(), options.lineFeed ?? 'break');
  return {
    fold: (text) => fold(table, text),
    foldWithMap: (text) => foldWithMap(table, text),
  };
}

const BMP_SIZE = 0x10000;
const BREAK_UNIT = FOLD_BREAK.charCodeAt(0);
// Entries of the table that are no single code unit.
const UNKNOWN = -1;
const NOTHING = -2;
/** Folds to nothing and parts words. */
const GAP = -3;
/** Folds to several units, which the table of expansions holds. */
const SEVERAL = -4;

/** What each code point folds to; code points of the first plane are worked out at their first use. */
class FoldTable {
  readonly singles = new Int32Array(BMP_SIZE).fill(UNKNOWN);
  readonly #expansions = new Map<number, string>();
  readonly #classes: CharacterClasses;
  readonly #lineFeed: 'break' | 'nothing';

  constructor(classes: CharacterClasses, lineFeed: 'break' | 'nothing') {
    this.#classes = classes;
    this.#lineFeed = lineFeed;
  }

  /** What an unknown entry of `singles` is to be; enters it. */
  learn(unit: number): number {
    const entry = this.#entryOf(unit);
    this.singles[unit] = entry;
    return entry;
  }

  /** The folded text of a code point that is no single unit. */
  expansion(codePoint: number): string {
    let text = this.#expansions.get(codePoint);
    if (text === undefined) {
      text = this.#textOf(codePoint);
      this.#expansions.set(codePoint, text);
    }
    return text;
  }

  #entryOf(unit: number): number {
    if (isUnifiedIdeograph(unit)) {
      const representative = this.#classes.representative(unit);
      return representative < BMP_SIZE ? representative : SEVERAL;
    }
    if (unit === 0x0a && this.#lineFeed === 'break') return BREAK_UNIT;
    if (isWhiteSpace(unit) || isPairedMark(unit)) return GAP;
    // With its other half it is another character.
    if (unit >= 0xd800 && unit <= 0xdfff) return SEVERAL;
    // What is one unit stands in `singles` alone.
    const text = this.#textOf(unit);
    if (text === '') return NOTHING;
    return text.length === 1 ? text.charCodeAt(0) : SEVERAL;
  }

  #textOf(codePoint: number): string {
    if (isUnifiedIdeograph(codePoint)) {
      return String.fromCodePoint(this.#classes.representative(codePoint));
    }
    if (isZeroWidth(codePoint)) return '';
    if (isClausePunctuation(codePoint)) return FOLD_BREAK;
    // A surrogate without its other half has no normal form.
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) return String.fromCharCode(codePoint);
    let text = '';
    const plain = String.fromCodePoint(codePoint).normalize('NFKC').toLowerCase().normalize('NFKC');
    for (const character of plain) text += this.#unitText(character.codePointAt(0) ?? 0);
    return text;
  }

  #unitText(codePoint: number): string {
    if (isWhiteSpace(codePoint) || isPairedMark(codePoint) || isZeroWidth(codePoint)) return '';
    if (isClausePunctuation(codePoint)) return FOLD_BREAK;
    return String.fromCodePoint(this.#classes.representative(codePoint));
  }
}

function fold(table: FoldTable, text: string): string {
  const output = new UnitList(text.length + 8);
  run(table, text, output, null, null);
  return output.toString();
}

function foldWithMap(table: FoldTable, text: string): FoldedText {
  const output = new UnitList(text.length + 8);
  const spans = new IntList(text.length);
  const gaps = new IntList(16);
  run(table, text, output, spans, gaps);
  return {
    text: output.toString(),
    map: { spans: spans.toArray(), aLength: text.length, bLength: output.length },
    gaps: gaps.toArray(),
  };
}

function run(
  table: FoldTable,
  text: string,
  output: UnitList,
  spans: IntList | null,
  gaps: IntList | null,
): void {
  const { singles } = table;
  let gap = -1;
  for (let at = 0; at < text.length;) {
    if (gap < 0) at = copy(singles, text, at, output, spans === null);
    if (at === text.length) break;
    const start = output.length;
    const unit = text.charCodeAt(at);
    let entry = singles[unit] as number;
    if (entry === UNKNOWN) entry = table.learn(unit);
    const codePoint = entry === SEVERAL ? (text.codePointAt(at) ?? unit) : unit;
    const end = codePoint > 0xffff ? at + 2 : at + 1;
    if (entry >= 0) output.push(entry);
    else if (entry === SEVERAL) append(output, table.expansion(codePoint));
    else if (entry === GAP) gap = start;
    if (spans !== null && !sameUnits(text, at, end, output, start)) {
      spans.push4(at, end, start, output.length);
    }
    if (gap >= 0 && output.length > start) {
      if (gaps !== null && gap > 0 && isBetweenWords(output, gap)) gaps.push(gap);
      gap = -1;
    }
    at = end;
  }
}

/**
 * Nearly all units fold to one each: a loop without the rest takes a third of the time. Answers where it meets another, and
 * unless `changed`, one that is not itself.
 */
function copy(singles: Int32Array, text: string, from: number, output: UnitList, changed: boolean): number {
  output.reserve(text.length - from);
  const { items } = output;
  let to = output.length;
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const entry = singles[unit] as number;
    if (entry < 0 || (entry !== unit && !changed)) break;
    items[to] = entry;
    to += 1;
  }
  output.length = to;
  return at;
}

/** Whether units of words stand on both sides of an offset. */
function isBetweenWords({ items }: UnitList, offset: number): boolean {
  return isWordUnit(items[offset - 1] ?? 0) && isWordUnit(items[offset] ?? 0);
}

/** Of the first plane and of early Unicode: they are their own normal forms and have no case. */
function isUnifiedIdeograph(codePoint: number): boolean {
  return (codePoint >= 0x4e00 && codePoint <= 0x9fa5) || (codePoint >= 0x3400 && codePoint <= 0x4db5);
}

function append(output: UnitList, text: string): void {
  output.reserve(text.length);
  for (let i = 0; i < text.length; i += 1) output.items[output.length + i] = text.charCodeAt(i);
  output.length += text.length;
}

/** Whether a part of a text stands unchanged at the end of what was made. */
function sameUnits(
  text: string,
  from: number,
  to: number,
  { items, length }: UnitList,
  start: number,
): boolean {
  if (to - from !== length - start) return false;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) !== items[start + at - from]) return false;
  return true;
}

/** Whether a folded unit is of a word that is searched whole: letters and digits of scripts with spaces. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7 && unit > 0xbf;
}
