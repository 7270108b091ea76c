import { compose } from '../text/compose-maps.ts';
import { identityMap, type OffsetMap } from '../text/offset-map.ts';
import { toB } from '../text/map-range.ts';
import type { Fold } from './find-quote.ts';

/** Marks that end a sentence, with the closing marks behind them, and line ends. */
const SENTENCE_END = /[。！？；!?;]+[”’」』）)]*|\n/gu;

/** One version of a report as re-anchoring sees it. */
export interface AnchorText {
  readonly source: string;
  /** The reading text with the map from the source; left out, the source is read as it stands. */
  readonly reading?: { readonly text: string; readonly map: OffsetMap } | undefined;
}

/** A version folded for comparison. */
export interface FoldedVersion {
  readonly source: string;
  readonly folded: string;
  /** Source to folded text. */
  readonly map: OffsetMap;
  /** Ascending offsets in the folded text where a line of the unfolded text ends. */
  readonly lineEnds: Int32Array;
  /** The same for sentences and lines: 0 first, the length last. */
  readonly sentenceEnds: Int32Array;
}

/**
 * Folds a version: its reading text, or the whole source when `ofSource`. `fold` must fold line feeds to nothing, since
 * lines may be cut anywhere.
 */
export function foldVersion(text: AnchorText, fold: Fold, ofSource: boolean): FoldedVersion {
  const { source } = text;
  const reading = ofSource ? undefined : text.reading;
  const unfolded = reading ?? { text: source, map: identityMap(source.length) };
  const folded = fold(unfolded.text);
  return {
    source,
    folded: folded.text,
    map: compose(unfolded.map, folded.map),
    lineEnds: endsOf(unfolded.text, folded.map, /\n/gu),
    sentenceEnds: Int32Array.of(0, ...endsOf(unfolded.text, folded.map, SENTENCE_END), folded.text.length),
  };
}

/** Whether the reading text hides or changes anything of the source. */
export function hasRepairs(text: AnchorText): boolean {
  return text.reading !== undefined && text.reading.map.spans.length > 0;
}

function endsOf(text: string, map: OffsetMap, pattern: RegExp): Int32Array {
  const ends: number[] = [];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const at = index + match.length;
    const end = toB(map, { start: at, end: at }).end;
    if (end > (ends.at(-1) ?? 0) && end < map.bLength) ends.push(end);
  }
  return Int32Array.from(ends);
}
