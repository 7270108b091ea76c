import { isReportNote } from '#core/annotations/report-note.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { Edit } from '#core/text/edit.ts';
import { shownSlice } from '#core/text/shown-slice.ts';

/**
 * A note's passage as people quote it, one line a paragraph; for a bookmark what stands behind it; empty for a note on a
 * whole report. An orphan has the words it was made on.
 * @param edits those of the text that the note counts in, asked for only where they are needed
 */
export function noteQuote(note: Annotation, edits: () => readonly Edit[]): string {
  const { anchor, state } = note;
  if (isReportNote(note)) return '';
  const isPlace = anchor.start === anchor.end;
  const slice = isPlace ? anchor.suffix : anchor.exact;
  const shown = state === 'orphan' ? slice : shownSlice(slice, anchor.start, edits());
  const lines = shown.split(/[\r\n\f]+/u).filter((line) => line.trim() !== '');
  return isPlace ? (lines[0] ?? '').trim() : lines.join('\n');
}
