import type { Annotation } from '#core/annotations/record.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { toB } from '#core/text/map-range.ts';
import { quoteOf as quotedLines } from '#core/text/quote.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';

/** A note's passage as people quote it. */
export interface Quote {
  readonly text: string;
  /** Whether the reading text shows it; a hidden passage is quoted from the source. */
  readonly shown: boolean;
}

/** The passage in the reading text, in the source's own script; for an orphan the one that it was made on. */
export function quoteOf({ anchor, state }: Annotation, content: ReportContent): Quote {
  const reading = readingOf(content);
  if (state === 'orphan' || anchor.end > reading.map.aLength) return { text: anchor.exact, shown: false };
  const range = toB(reading.map, anchor);
  const lines = quotedLines(content.source, reading, anchor);
  return { text: lines.join('\n'), shown: range.start < range.end };
}
