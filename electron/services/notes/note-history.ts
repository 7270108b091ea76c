import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import { sameContent } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { NoteVersion } from '#core/ipc/calls/notebook-calls.ts';
import { recordAction } from '../store/actions.ts';
import { findAnnotation } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { rowsOfRecord, type JournalRow } from '../store/journal.ts';
import { placeOfReport } from '../store/report-table.ts';
import { spellTags } from '../store/tags.ts';
import { carryBack } from './carry-back.ts';
import { undoable, type NotesDeps } from './notes.ts';

/** Versions that are told; a note that was changed more often has its older ones in the journal alone. */
const MOST_VERSIONS = 500;

/** Every state that a note had, the newest first; also of one that was deleted. Throws `annotation-unknown`. */
export function noteHistory(connection: Connection, id: string): NoteVersion[] {
  const rows = rowsOfRecord(connection, 'annotation', id);
  const current = findAnnotation(connection, id);
  const reportId = rows[0]?.reportId ?? '';
  if (rows.length === 0 || placeOfReport(connection, reportId) !== 'library') {
    throw new ZhupiError('annotation-unknown', { id });
  }
  return rows.slice(0, MOST_VERSIONS).map((row, at): NoteVersion => {
    const { before, after } = statesOf(row);
    const annotation = after ?? before;
    if (annotation === null) throw new ZhupiError('annotation-unknown', { id });
    return {
      seq: row.seq,
      time: row.time,
      actor: row.actor,
      what: whatHappened(before, after, at === rows.length - 1),
      annotation,
      isCurrent: at === 0 && current !== null,
    };
  });
}

function whatHappened(
  before: Annotation | null,
  after: Annotation | null,
  isFirst: boolean,
): NoteVersion['what'] {
  if (after === null) return 'deleted';
  if (before === null) return isFirst ? 'created' : 'restored';
  // A note that is carried to another text keeps the user's own time of change.
  const isCarried =
    before.updatedAt === after.updatedAt && before.anchor.sourceHash !== after.anchor.sourceHash;
  return isCarried ? 'carried' : 'changed';
}

/**
 * Makes a note what a version of its history says, as one action. The place is that of the version where it counts in the
 * present text of the report; a note that is there keeps its own otherwise, and one that was deleted is led to the present
 * text. Throws `annotation-unknown`, `report-changed`.
 */
export async function restoreNoteVersion(
  deps: NotesDeps,
  { id, seq }: { readonly id: string; readonly seq: number },
): Promise<Annotation> {
  const { connection, actor } = deps;
  const row = rowsOfRecord(connection, 'annotation', id).find((each) => each.seq === seq);
  const { before, after } = row === undefined ? { before: null, after: null } : statesOf(row);
  const wanted = after ?? before;
  if (wanted === null) throw new ZhupiError('annotation-unknown', { id });
  const { reportId } = wanted;
  if (placeOfReport(connection, reportId) !== 'library') throw new ZhupiError('annotation-unknown', { id });
  const { carried, requireSame } = await carryBack(connection, reportId, [wanted]);
  const now = deps.now();
  return connection.write(() => {
    requireSame();
    const current = findAnnotation(connection, id);
    const place = carried.get(id);
    const led = current !== null && place?.isLed !== false ? current : (place ?? wanted);
    const last = rowsOfRecord(connection, 'annotation', id)[0]?.revision ?? 0;
    const restored: Annotation = {
      ...wanted,
      tags: spellTags(connection, wanted.tags),
      anchor: led.anchor,
      state: led.state,
      updatedAt: now,
      revision: Math.max(last, current?.revision ?? 0) + 1,
    };
    if (current !== null && sameContent(current, restored)) return current;
    const change = { id, before: current, after: restored };
    recordAction(connection, actor, now, 'restore-note', [undoable(reportId, change)]);
    return restored;
  });
}

function statesOf({ change }: JournalRow): { before: Annotation | null; after: Annotation | null } {
  return {
    before: change.before === null ? null : migrateAnnotation(change.before),
    after: change.after === null ? null : migrateAnnotation(change.after),
  };
}
