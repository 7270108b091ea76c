import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { DeletedNote } from '#core/ipc/calls/notebook-calls.ts';
import type { Edit } from '#core/text/edit.ts';
import { recordAction } from '../store/actions.ts';
import { deletionsOfNotes, lastRevisions } from '../store/journal.ts';
import { placeOfReport, shownEditsOf, sourceHashOf, versionState } from '../store/report-table.ts';
import { spellTags } from '../store/tags.ts';
import { carryBack, type CarriedNotes } from './carry-back.ts';
import { noteQuote } from './note-quote.ts';
import { undoable, type NotesDeps } from './notes.ts';
import type { Connection } from '../store/connection.ts';

/** How long deleted notes are listed: 30 days in milliseconds. The journal keeps them for longer. */
const LISTED_TIME = 30 * 24 * 60 * 60 * 1000;

/** Notes of reports in the library that were deleted within thirty days and are not back, the last one first. */
export function listDeletedNotes(
  connection: Connection,
  now: number,
  limit: number,
): { readonly total: number; readonly notes: DeletedNote[] } {
  const rows = deletionsOfNotes(connection, now - LISTED_TIME);
  const titles = new Map<string, string>();
  const edits = new Map<string, readonly Edit[]>();
  const notes = rows.slice(0, limit).map(({ time, actor, change }): DeletedNote => {
    const annotation = migrateAnnotation(change.before);
    const { reportId, anchor } = annotation;
    const state = versionState(connection, reportId);
    titles.set(reportId, state.metadata.title);
    const isCurrent = sourceHashOf(connection, reportId, state.version) === anchor.sourceHash;
    const quote = noteQuote(annotation, () => {
      if (!isCurrent) return [];
      const known = edits.get(reportId) ?? shownEditsOf(connection, reportId);
      edits.set(reportId, known);
      return known;
    });
    return { annotation, quote, title: titles.get(reportId) ?? '', deletedAt: time, actor };
  });
  return { total: rows.length, notes };
}

/**
 * Brings deleted notes back as one action, each as it was, led to the present text of its report where that has changed.
 * Those that are there already are passed over; throws `annotation-unknown` when nothing is left to do.
 */
export async function restoreNotes(deps: NotesDeps, ids: readonly string[]): Promise<Annotation[]> {
  const { connection, actor } = deps;
  const wanted = new Set(ids);
  const deleted = deletionsOfNotes(connection, 0)
    .filter(({ recordId }) => wanted.has(recordId))
    .map(({ change }) => migrateAnnotation(change.before));
  if (deleted.length === 0) throw new ZhupiError('annotation-unknown', { id: ids[0] ?? '' });
  const reportIds = new Set(deleted.map(({ reportId }) => reportId));
  const places: (CarriedNotes & { readonly ofReport: readonly Annotation[] })[] = [];
  for (const reportId of reportIds) {
    const ofReport = deleted.filter((note) => note.reportId === reportId);
    places.push({ ofReport, ...(await carryBack(connection, reportId, ofReport)) });
  }
  const now = deps.now();
  return connection.write(() => {
    const still = new Set(deletionsOfNotes(connection, 0).map(({ recordId }) => recordId));
    const revisions = lastRevisions(connection, 'annotation', [...still]);
    const restored = places.flatMap(({ ofReport, carried, requireSame }) => {
      if (placeOfReport(connection, ofReport[0]?.reportId ?? '') !== 'library') return [];
      requireSame();
      return ofReport
        .filter(({ id }) => still.has(id))
        .map((note): Annotation => {
          const { anchor, state } = carried.get(note.id) ?? note;
          const revision = (revisions.get(note.id) ?? note.revision) + 1;
          return { ...note, tags: spellTags(connection, note.tags), anchor, state, updatedAt: now, revision };
        });
    });
    if (restored.length === 0) throw new ZhupiError('annotation-unknown', { id: ids[0] ?? '' });
    const changes = restored.map((after) => undoable(after.reportId, { id: after.id, before: null, after }));
    recordAction(connection, actor, now, 'restore-notes', changes);
    return restored;
  });
}
