import type { Annotation } from '#core/annotations/record.ts';
import { toB } from '#core/text/map-range.ts';
import type { Reading } from '#core/text/reading.ts';

/** A note's passage as people quote it. */
export interface Quote {
  readonly text: string;
  /** UTF-16 offset of its start in the reading text. */
  readonly offset: number;
  /** Whether the reading text shows it; a hidden passage is quoted from the source. */
  readonly shown: boolean;
}

/** The passage in the reading text, in the source's own script (DESIGN 9.5). */
export function quoteOf(note: Annotation, reading: Reading): Quote {
  const { anchor } = note;
  if (note.state === 'orphan' || anchor.end > reading.map.aLength) {
    return { text: anchor.exact, offset: 0, shown: false };
  }
  const range = toB(reading.map, anchor);
  const text = reading.text.slice(range.start, range.end);
  if (text === '') return { text: anchor.exact, offset: range.start, shown: false };
  return { text, offset: range.start, shown: true };
}
