import { changeAnchor } from '#core/annotations/change-anchor.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { contextOf } from '#core/text/context.ts';
import { undoable } from '../notes/notes.ts';
import { requireNote, requireRange } from '../notes/require-note.ts';
import { recordAction } from '../store/actions.ts';
import { readStoredReport } from '../store/report-table.ts';
import type { ReportChangesDeps } from './deps.ts';
import { sureAnchor } from './sure-anchor.ts';

export interface PlaceNoteRequest {
  readonly id: string;
  /** The revision that the user saw. */
  readonly revision: number;
  /** UTF-16 offsets of the current source; null = it belongs nowhere. */
  readonly place: TextRange | null;
}

/**
 * Puts a note where the user says it belongs: its state becomes exact; or, with null, says that it belongs nowhere: an
 * orphan, with the quote of the text it was made on. Throws `annotation-unknown`, `annotation-conflict`, `range-invalid`.
 */
export function placeNote(deps: ReportChangesDeps, request: PlaceNoteRequest): Annotation {
  const { connection, actor } = deps;
  const now = deps.now();
  return connection.write(() => {
    const note = requireNote(connection, request.id);
    const { reportId, kind } = note;
    if (note.revision !== request.revision) throw new ZhupiError('annotation-conflict', { id: note.id });
    const placed = (): Pick<Annotation, 'anchor' | 'state'> => {
      if (request.place === null) return { anchor: sureAnchor(connection, note), state: 'orphan' };
      const { source, sourceHash } = readStoredReport(connection, reportId);
      const { start, end } = request.place;
      requireRange(source, { reportId, start, end, kind });
      return { anchor: { start, end, ...contextOf(source, { start, end }), sourceHash }, state: 'exact' };
    };
    const change = changeAnchor(note, { ...placed(), updatedAt: now });
    if (change === null) return note;
    recordAction(connection, actor, now, 'place-note', [undoable(reportId, change)]);
    return change.after;
  });
}
