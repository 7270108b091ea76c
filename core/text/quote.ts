import type { TextRange } from '../base/text-range.ts';
import { toB } from './map-range.ts';
import type { Reading } from './reading.ts';

/**
 * How a source range is quoted, cited and exported: the same range in the reading text, in the script of the source
 * (統籌, not 統(tǒng)籌), one string a block (DESIGN 9.5). A range that the reading hides wholly (page furniture) is quoted
 * from the source itself, line by line. Empty only for an empty range.
 */
export function quoteOf(source: string, reading: Reading, range: TextRange): readonly string[] {
  const shown = toB(reading.map, range);
  const text =
    shown.start < shown.end
      ? reading.text.slice(shown.start, shown.end)
      : source.slice(range.start, range.end);
  return text.split(/\r\n|[\n\r\f]/u).filter((line) => line.trim() !== '');
}
