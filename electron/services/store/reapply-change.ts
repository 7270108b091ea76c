import { isDeepStrictEqual } from 'node:util';
import { reapplyNoteChange, sameContent, type NoteRecordChange } from '#core/annotations/commands.ts';
import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { inverse, type RecordChange } from '#core/annotations/record-change.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import { editsOverlap } from '#core/text/merge-edits.ts';
import { findAnnotations } from './annotation-table.ts';
import type { Connection } from './connection.ts';
import { lastRevisions, type JournalRow } from './journal.ts';
import { unpackDecisions } from './packed-decisions.ts';
import {
  decisionKey,
  isCorrection,
  listDecisions,
  sameDecisions,
  type DecisionState,
  type StoredDecision,
} from './repair-decisions.ts';
import { placeOfReport, versionState, type ReportPlace } from './report-table.ts';
import { isSorting, reapplySorting } from './reapply-sorting.ts';
import { reapplyScriptOverride } from './script-override-change.ts';
import type { TrashState, UndoableChange, VersionState } from './undoable-change.ts';

/** What the rows of a group are about, as it is now. */
export interface CurrentRecords {
  readonly placeOf: (reportId: string) => ReportPlace;
  readonly note: (id: string) => Annotation | null;
  /** The highest revision that a note ever had. */
  readonly lastRevision: (id: string) => number;
}

/** Reads what rows are about all at once: one change of a text carries thousands of notes. */
export function currentRecords(connection: Connection, rows: readonly JournalRow[]): CurrentRecords {
  const ids = rows.flatMap(({ kind, recordId }) => (kind === 'annotation' ? [recordId] : []));
  const notes = ids.length === 0 ? new Map<string, Annotation>() : findAnnotations(connection, ids);
  const revisions =
    ids.length === 0 ? new Map<string, number>() : lastRevisions(connection, 'annotation', ids);
  const places = new Map<string, ReportPlace>();
  return {
    placeOf: (reportId) => {
      const place = places.get(reportId) ?? placeOfReport(connection, reportId);
      places.set(reportId, place);
      return place;
    },
    note: (id) => notes.get(id) ?? null,
    lastRevision: (id) => revisions.get(id) ?? 0,
  };
}

/**
 * The change that takes a row of the journal back (`undo`) or does it again (`redo`) on the records as they are now;
 * `superseded` when what it starts from is no longer there.
 */
export function reapplyRow(
  connection: Connection,
  current: CurrentRecords,
  row: JournalRow,
  direction: 'undo' | 'redo',
  now: number,
): UndoableChange | 'superseded' {
  const turn = <T>(change: RecordChange<T>): RecordChange<T> =>
    direction === 'undo' ? inverse(change) : change;
  if (row.kind === 'script-override') {
    return reapplyScriptOverride(connection, current.placeOf, row, direction);
  }
  if (isSorting(row)) return reapplySorting(connection, current.placeOf, row, direction);
  const reportId = row.reportId ?? row.recordId;
  const place = current.placeOf(reportId);
  // Its report may have gone to the trash, or for good, by another hand.
  if (row.kind !== 'report-trash' && place !== 'library') return 'superseded';
  /** The change of a record that is there before and behind it, from the value it has now. */
  const replaced = <T>(value: T): { id: string; before: T; after: T } | 'superseded' => {
    const { id, before, after } = turn<unknown>(row.change);
    return isDeepStrictEqual(before, value) ? { id, before: value, after: after as T } : 'superseded';
  };
  switch (row.kind) {
    case 'annotation': {
      const { id, before, after } = turn<unknown>(row.change);
      const change = reapplyNoteChange(
        { id, before: noteOf(before), after: noteOf(after) },
        current.note(id),
        current.lastRevision(id),
        now,
      );
      return change === 'superseded' ? change : { kind: row.kind, reportId, change };
    }
    case 'report-trash': {
      const { id, before, after } = turn(row.change) as { id: string; before: TrashState; after: TrashState };
      if (place !== (before.deletedAt === null ? 'library' : 'trash')) return 'superseded';
      // The thirty days count from now.
      const again: TrashState = { deletedAt: after.deletedAt === null ? null : now };
      return { kind: row.kind, reportId, change: { id, before, after: again } };
    }
    case 'report-metadata': {
      const change = replaced<ReportMetadata>(versionState(connection, reportId).metadata);
      return change === 'superseded' ? change : { kind: row.kind, reportId, change };
    }
    case 'report-version': {
      const change = replaced<VersionState>(versionState(connection, reportId));
      return change === 'superseded' ? change : { kind: row.kind, reportId, change };
    }
    case 'repair-decisions': {
      const { id, before, after } = turn<unknown>(row.change);
      const wanted = { id, before: unpackDecisions(before), after: unpackDecisions(after) };
      return decisionsFit(connection, reportId, wanted)
        ? { kind: row.kind, reportId, change: wanted }
        : 'superseded';
    }
    default:
      return 'superseded';
  }
}

/** Whether a note is already what undoing, or doing again, a row would make it. */
export function isNoteAsWanted(
  current: CurrentRecords,
  row: JournalRow,
  direction: 'undo' | 'redo',
): boolean {
  const wanted = direction === 'undo' ? row.change.before : row.change.after;
  return (
    current.placeOf(row.reportId ?? row.recordId) === 'library' &&
    sameContent(current.note(row.recordId), noteOf(wanted))
  );
}

/** Whether the decisions that a change touches are as it expects them, and its corrections find room. */
function decisionsFit(
  connection: Connection,
  reportId: string,
  { before, after }: { readonly before: DecisionState; readonly after: DecisionState },
): boolean {
  if (versionState(connection, reportId).version !== before.version) return false;
  const touched = new Set([...before.decisions, ...after.decisions].map(decisionKey));
  const current: StoredDecision[] = [];
  const others: StoredDecision[] = [];
  for (const one of listDecisions(connection, reportId, before.version)) {
    if (touched.has(decisionKey(one))) current.push(one);
    else if (isCorrection(one)) others.push(one);
  }
  const isFree =
    others.length === 0 ||
    after.decisions.filter(isCorrection).every((one) => !others.some((other) => editsOverlap(other, one)));
  return isFree && sameDecisions(current, before.decisions);
}

function noteOf(json: unknown): NoteRecordChange['before'] {
  return json === null ? null : migrateAnnotation(json);
}
