import type { NoteRecordChange } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { RecordChange } from '#core/annotations/record-change.ts';
import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import { assertNever } from '#core/base/assert-never.ts';
import { moveAnnotation, removeAnnotation, saveAnnotation } from './annotation-table.ts';
import type { Connection } from './connection.ts';
import type { JournalEntry } from './journal.ts';
import { packDecisions } from './packed-decisions.ts';
import { replaceDecisions, type DecisionState } from './repair-decisions.ts';
import { refreshShownEdits } from './shown-edits.ts';
import { writeScriptOverride, type ScriptOverrideChange } from './script-override-change.ts';
import { writeSorting, type SortingChange } from './sorting-change.ts';

/** In the trash since `deletedAt` (milliseconds since 1970), or null. */
export interface TrashState {
  readonly deletedAt: number | null;
}

/** What a report's line says of its current source version. */
export interface VersionState {
  readonly version: number;
  readonly script: ReportSummary['script'];
  readonly chars: number;
  readonly metadata: ReportMetadata;
}

/** A change that was made, or is to be made, of one record that is there before and behind it. */
interface Replacement<T> extends RecordChange<T> {
  readonly before: T;
  readonly after: T;
}

/** A change of one record that can be undone. */
export type UndoableChange =
  | { readonly kind: 'annotation'; readonly reportId: string; readonly change: NoteRecordChange }
  | { readonly kind: 'report-trash'; readonly reportId: string; readonly change: Replacement<TrashState> }
  | {
      readonly kind: 'report-metadata';
      readonly reportId: string;
      readonly change: Replacement<ReportMetadata>;
    }
  | { readonly kind: 'report-version'; readonly reportId: string; readonly change: Replacement<VersionState> }
  | {
      readonly kind: 'repair-decisions';
      readonly reportId: string;
      readonly change: Replacement<DecisionState>;
    }
  | ScriptOverrideChange
  | SortingChange;

/** Makes the record what the change says, inside the caller's transaction; answers the journal's entry for it. */
export function writeChange(connection: Connection, made: UndoableChange): JournalEntry {
  const { kind, reportId, change } = made;
  const entry = (revision: number): JournalEntry => ({ kind, reportId, revision, change });
  switch (made.kind) {
    case 'annotation': {
      const { id, before, after } = made.change;
      if (after === null) removeAnnotation(connection, id);
      else if (before !== null && onlyMoves(before, after)) moveAnnotation(connection, after);
      else saveAnnotation(connection, after);
      return entry((after ?? before)?.revision ?? 0);
    }
    case 'report-trash':
      setReport(connection, made.reportId, 'deleted_at = ?', made.change.after.deletedAt);
      return entry(0);
    case 'report-metadata':
      setReport(connection, made.reportId, 'metadata = ?', JSON.stringify(made.change.after));
      return entry(revisionOf(connection, made.reportId));
    case 'report-version': {
      const { version, script, chars, metadata } = made.change.after;
      const columns = 'current_version = ?, script = ?, chars = ?, metadata = ?';
      setReport(connection, made.reportId, columns, version, script, chars, JSON.stringify(metadata));
      return entry(revisionOf(connection, made.reportId));
    }
    case 'repair-decisions': {
      const { id, before, after } = made.change;
      replaceDecisions(connection, made.reportId, before, after);
      refreshShownEdits(connection, made.reportId, after.version);
      const packed = { id, before: packDecisions(before), after: packDecisions(after) };
      return { kind, reportId, revision: 0, change: packed };
    }
    case 'script-override':
      return entry(writeScriptOverride(connection, made));
    case 'code':
    case 'project':
    case 'project-report':
    case 'saved-search':
    case 'tag':
      return entry(writeSorting(connection, made));
    default:
      return assertNever(made);
  }
}

/** Whether all that {@link moveAnnotation} leaves as it is stays the same. */
function onlyMoves(before: Annotation, after: Annotation): boolean {
  const rest: Record<keyof Omit<Annotation, keyof Moved>, boolean> = {
    id: before.id === after.id,
    reportId: before.reportId === after.reportId,
    schemaVersion: before.schemaVersion === after.schemaVersion,
    kind: before.kind === after.kind,
    code: before.code === after.code,
    note: before.note === after.note,
    tags: before.tags.length === after.tags.length && before.tags.every((tag, at) => tag === after.tags[at]),
    createdAt: before.createdAt === after.createdAt,
  };
  return Object.values(rest).every(Boolean);
}

/** What {@link moveAnnotation} writes. */
type Moved = Pick<Annotation, 'anchor' | 'state' | 'updatedAt' | 'revision'>;

function setReport(
  connection: Connection,
  reportId: string,
  columns: string,
  ...values: readonly (string | number | null)[]
): void {
  connection.run(`UPDATE report SET ${columns}, revision = revision + 1 WHERE id = ?`, ...values, reportId);
}

function revisionOf(connection: Connection, reportId: string): number {
  const row = connection.get<{ revision: number }>('SELECT revision FROM report WHERE id = ?', reportId);
  return row?.revision ?? 0;
}
