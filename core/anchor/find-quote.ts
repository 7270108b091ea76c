import type { TextRange } from '../base/text-range.ts';
import { toA, toB } from '../text/map-range.ts';
import type { OffsetMap } from '../text/offset-map.ts';

/** A text made of another one, and the way back. */
interface MappedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Folds a text (DESIGN 9.7); core/script gives it. Must be context-free: fold(a + b) = fold(a) + fold(b). */
export type Fold = (text: string) => MappedText;

/** The texts in which a quote is looked for. */
export interface QuoteTexts {
  readonly source: string;
  /** The reading text, with the map from the source. */
  readonly reading: MappedText;
  /** For the reading text: a line feed parts blocks. */
  readonly foldReading: Fold;
  /** For the source, whose lines may be cut anywhere: a line feed is white space. */
  readonly foldSource: Fold;
}

/** A quote, and what stands before and behind it where that is known; in any script. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Places of a quote. */
export interface QuotePlaces {
  /** Ranges in the source where the quote stands and its prefix and suffix agree, in order. */
  readonly places: readonly TextRange[];
  /** How many places there are without regard to prefix and suffix. */
  readonly all: number;
}

/**
 * Finds a quote as a person gives it: exactly in the source, else folded in the reading text, else folded in the source;
 * the first of these that holds the quote decides. Prefix and suffix then narrow the places; they may agree exactly with
 * the source or folded with the source or the reading text. A quote that is empty, or folds to nothing and does not stand
 * exactly in the source, is nowhere.
 */
export function findQuote(texts: QuoteTexts, quote: Quote): QuotePlaces {
  const places = findPlaces(texts, quote.exact);
  const narrowed = places.filter((place) => agrees(texts, quote, place));
  return { places: narrowed, all: places.length };
}

function findPlaces(texts: QuoteTexts, exact: string): readonly TextRange[] {
  const { source, reading, foldReading, foldSource } = texts;
  const inSource = occurrences(source, exact);
  if (inSource.length > 0) return inSource;
  const shown = foldedOccurrences(foldReading(reading.text), foldReading(exact).text);
  const visible = distinct(shown.map((range) => toA(reading.map, range)));
  return visible.length > 0
    ? visible
    : distinct(foldedOccurrences(foldSource(source), foldSource(exact).text));
}

function foldedOccurrences(text: MappedText, folded: string): readonly TextRange[] {
  return occurrences(text.text, folded).map((range) => toA(text.map, range));
}

/** Every place where `part` stands, places that overlap too. */
function occurrences(text: string, part: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  if (part === '') return ranges;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    ranges.push({ start: at, end: at + part.length });
  }
  return ranges;
}

/** Two places of a folded text can come from the same characters of the source (half of a ligature each). */
function distinct(ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.filter((range, index) => {
    const before = ranges[index - 1];
    return range.start < range.end && (before?.start !== range.start || before.end !== range.end);
  });
}

function agrees(texts: QuoteTexts, { prefix, suffix }: Quote, place: TextRange): boolean {
  const { source, reading, foldReading, foldSource } = texts;
  const shown = toB(reading.map, place);
  const before =
    source.endsWith(prefix, place.start) ||
    endsFolded(source, place.start, prefix, foldSource) ||
    endsFolded(reading.text, shown.start, prefix, foldReading);
  const behind =
    source.startsWith(suffix, place.end) ||
    startsFolded(source, place.end, suffix, foldSource) ||
    startsFolded(reading.text, shown.end, suffix, foldReading);
  return before && behind;
}

/**
 * How much of the text beside a place is folded to be compared: hidden characters and brackets fold to nothing, so more
 * than the context's own length can be needed.
 */
function reach(context: string): number {
  return context.length * 8 + 64;
}

function endsFolded(text: string, end: number, prefix: string, fold: Fold): boolean {
  return fold(text.slice(Math.max(0, end - reach(prefix)), end)).text.endsWith(fold(prefix).text);
}

function startsFolded(text: string, start: number, suffix: string, fold: Fold): boolean {
  return fold(text.slice(start, start + reach(suffix))).text.startsWith(fold(suffix).text);
}
