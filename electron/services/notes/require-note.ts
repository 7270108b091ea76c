import type { Annotation, AnnotationKind } from '#core/annotations/record.ts';
import { isReportNote } from '#core/annotations/report-note.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { splitsPair } from '#core/text/segmentation.ts';
import { findAnnotation, findAnnotations } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { placeOfReport } from '../store/report-table.ts';

/** A passage of a report, in UTF-16 offsets of its source. */
interface Passage {
  readonly reportId: string;
  readonly start: number;
  readonly end: number;
  readonly kind: AnnotationKind;
}

/** A note of a report out of the trash. Throws `annotation-unknown`. */
export function requireNote(connection: Connection, id: string): Annotation {
  const note = findAnnotation(connection, id);
  if (note === null || placeOfReport(connection, note.reportId) !== 'library') {
    throw new ZhupiError('annotation-unknown', { id });
  }
  return note;
}

/** Throws `range-invalid` where no note of this kind can stand. */
export function requireRange(source: string, { reportId, start, end, kind }: Passage): void {
  const isInText = start >= 0 && start <= end && end <= source.length;
  const needsPassage = kind !== 'bookmark' && !isReportNote({ kind, anchor: { start, end } });
  const isEmpty = start === end && needsPassage;
  if (!isInText || isEmpty || splitsPair(source, start) || splitsPair(source, end)) {
    throw new ZhupiError('range-invalid', { reportId, start, end, length: source.length });
  }
}

/** Those of the notes that are there and whose report is in the library, in the order asked for. */
export function presentNotes(connection: Connection, ids: readonly string[]): readonly Annotation[] {
  const found = findAnnotations(connection, ids);
  const places = new Map<string, boolean>();
  const isInLibrary = (reportId: string): boolean => {
    const known = places.get(reportId) ?? placeOfReport(connection, reportId) === 'library';
    places.set(reportId, known);
    return known;
  };
  return [...new Set(ids)].flatMap((id) => {
    const note = found.get(id);
    return note !== undefined && isInLibrary(note.reportId) ? [note] : [];
  });
}

/** The same, at least one. Throws `annotation-unknown`. */
export function requireSome(connection: Connection, ids: readonly string[]): readonly Annotation[] {
  const notes = presentNotes(connection, ids);
  if (notes.length === 0 && ids.length > 0) throw new ZhupiError('annotation-unknown', { id: ids[0] ?? '' });
  return notes;
}

/** Throws `annotation-unknown` when none of the notes is there, in a report of the library. */
export function requireAny(connection: Connection, ids: readonly string[]): void {
  const found = connection.get(
    `SELECT 1 FROM annotation JOIN report ON report.id = report_id
     WHERE deleted_at IS NULL AND annotation.id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    JSON.stringify(ids),
  );
  if (found === undefined && ids.length > 0) throw new ZhupiError('annotation-unknown', { id: ids[0] ?? '' });
}
