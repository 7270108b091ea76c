import { createNote } from '#core/annotations/commands.ts';
import { filledBy, uncovered } from '#core/annotations/uncovered.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { contextOf } from '#core/text/context.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { newAnnotationId } from './annotation-id.ts';
import { inSteps, type BulkWatch } from './bulk-steps.ts';
import { backUpBefore, type BulkDeps } from './change-notes.ts';
import { undoable } from './notes.ts';
import { ensureStored, openContent, requireSameText } from './reports.ts';
import { requireRange } from './require-note.ts';

interface NewNotes {
  readonly reportId: string;
  /** Of the text that the places count in. */
  readonly sourceHash: string;
  readonly code: string;
  /** Start and end of each in the source, one after the other. */
  readonly places: readonly number[];
}

/**
 * Makes a highlight of each place that does not lie in a passage of the same code already, as one action: one group of the
 * journal, one undo. Throws `report-unknown`, `range-invalid`, and `report-changed` when the report has another text by now.
 */
export async function createNotes(
  deps: BulkDeps,
  request: NewNotes,
  watch: BulkWatch,
): Promise<{ readonly created: number; readonly cancelled: boolean }> {
  const { connection } = deps;
  const { reportId, sourceHash, code } = request;
  const content = openContent(deps, reportId);
  if (content.sourceHash !== sourceHash) throw new ZhupiError('report-changed', { reportId });
  const ranges = rangesOf(request.places);
  for (const range of ranges) requireRange(content.source, { ...range, reportId, kind: 'highlight' });
  const filled = connection.read(() => filledBy(listAnnotations(connection, reportId), code));
  const places = new Map(uncovered(ranges, filled).map((range) => [newAnnotationId(), range]));
  const ids = [...places.keys()];
  await backUpBefore(deps, ids);
  const now = deps.now();
  const plan = (some: readonly string[]): UndoableChange[] => {
    ensureStored(connection, content, now);
    requireSameText(connection, content);
    return some.flatMap((id) => {
      const range = places.get(id);
      if (range === undefined) return [];
      const anchor = { ...range, ...contextOf(content.source, range), sourceHash };
      const fields = { id, reportId, kind: 'highlight', code, anchor, note: '', tags: [], now } as const;
      return [undoable(reportId, createNote(fields))];
    });
  };
  const { changed, cancelled } = await inSteps(deps, ids, { label: 'create-notes', plan }, watch);
  return { created: changed, cancelled };
}

/** Throws `range-invalid` where the last one has no end. */
function rangesOf(places: readonly number[]): readonly TextRange[] {
  return Array.from({ length: Math.ceil(places.length / 2) }, (_item, index) => ({
    start: places[2 * index] ?? 0,
    end: places[2 * index + 1] ?? -1,
  }));
}
