import { reanchorByBytes } from '#core/anchor/reanchor-by-bytes.ts';
import { reanchor } from '#core/anchor/reanchor.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { OffsetMapBuilder } from '#core/text/offset-map-builder.ts';
import type { OffsetMap } from '#core/text/offset-map.ts';
import { encodeSource, type EncodedText } from '../importers/encoded-text.ts';
import type { CarriedPlace } from './carry-notes.ts';

/** Finds the places of ranges of the old text in the new one, in their order. */
export type PlaceByBytes = (ranges: readonly TextRange[]) => readonly CarriedPlace[];

interface DecodedSource {
  readonly source: string;
  /** As decode-bytes.ts names it. */
  readonly encoding: string;
}

interface DecodedBytes {
  readonly source: string;
  /** See core/anchor/reanchor-by-bytes.ts. */
  readonly byteOffsets: ArrayLike<number>;
}

/** For two decodings of the same bytes. */
export function placeBySameBytes(old: DecodedBytes, current: DecodedBytes): PlaceByBytes {
  return (ranges) => reanchorByBytes(ranges, old, current);
}

/**
 * For two texts that an adapter took out of one page in two encodings: their bytes are nearly the same, since an adapter
 * leaves out and adds little that depends on the encoding, so the bytes are aligned as texts are.
 */
export function placeByAlikeBytes(old: DecodedSource, current: DecodedSource): PlaceByBytes {
  return (ranges) => {
    const from = encodeSource(old.source, old.encoding);
    const to = encodeSource(current.source, current.encoding);
    const aligned = reanchor({
      old: { source: from.text },
      current: { source: to.text },
      anchors: ranges.map((range) => byteAnchor(from, range)),
      fold: withoutLineFeeds,
    });
    const identity = Int32Array.from({ length: to.text.length + 1 }, (_, at) => at);
    const inBytes = { source: to.text, byteOffsets: identity };
    const places = reanchorByBytes(aligned, inBytes, { source: current.source, byteOffsets: to.offsets });
    return ranges.map((range, at): CarriedPlace => {
      const { start = 0, end = 0 } = places[at] ?? {};
      const state = aligned[at]?.state ?? 'orphan';
      const isSame = old.source.slice(range.start, range.end) === current.source.slice(start, end);
      return { start, end, state: state === 'exact' && !isSame ? 'moved' : state };
    });
  };
}

function byteAnchor(
  { text, offsets }: EncodedText,
  range: TextRange,
): TextRange & { readonly exact: string } {
  const start = offsets[range.start] ?? 0;
  const end = offsets[range.end] ?? start;
  return { start, end, exact: text.slice(start, end) };
}

/** Lines may be cut anywhere; all else counts as it is. */
function withoutLineFeeds(text: string): { readonly text: string; readonly map: OffsetMap } {
  const lines = text.split('\n');
  const builder = new OffsetMapBuilder(lines.length);
  lines.forEach((line, index) => {
    if (index > 0) builder.replace(1, 0);
    builder.copy(line.length);
  });
  return { text: lines.join(''), map: builder.build() };
}
