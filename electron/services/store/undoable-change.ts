import type { NoteRecordChange } from '#core/annotations/commands.ts';
import type { RecordChange } from '#core/annotations/record-change.ts';
import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import { assertNever } from '#core/base/assert-never.ts';
import type { Connection } from './connection.ts';
import type { JournalEntry } from './journal.ts';
import { packDecisions } from './packed-decisions.ts';
import { replaceDecisions, type DecisionState } from './repair-decisions.ts';
import { refreshShownEdits } from './shown-edits.ts';
import { writeScriptOverride, type ScriptOverrideChange } from './script-override-change.ts';
import { writeSorting, type SortingChange } from './sorting-change.ts';
import { writeNotes } from './write-notes.ts';

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

/** A change of a note; many of them are written together. */
export type NoteChange = Extract<UndoableChange, { readonly kind: 'annotation' }>;

/**
 * Makes records what the changes say, in their order, inside the caller's transaction; answers the journal's entries for
 * them.
 */
export function writeChanges(connection: Connection, changes: readonly UndoableChange[]): JournalEntry[] {
  let notes: NoteChange[] = [];
  const flush = (): void => {
    const written = notes.map(({ change }) => change);
    notes = [];
    writeNotes(connection, written);
  };
  const entries = changes.map((made): JournalEntry => {
    if (made.kind !== 'annotation') {
      flush();
      return writeChange(connection, made);
    }
    notes.push(made);
    const { kind, reportId, change } = made;
    return { kind, reportId, revision: (change.after ?? change.before)?.revision ?? 0, change };
  });
  flush();
  return entries;
}

function writeChange(connection: Connection, made: Exclude<UndoableChange, NoteChange>): JournalEntry {
  const { kind, reportId, change } = made;
  const entry = (revision: number): JournalEntry => ({ kind, reportId, revision, change });
  switch (made.kind) {
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
    case 'template':
    case 'tag':
      return entry(writeSorting(connection, made));
    default:
      return assertNever(made);
  }
}

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
