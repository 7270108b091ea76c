import type { ScriptOverride } from '#core/ipc/calls/script-calls.ts';
import { inverse, type RecordChange } from '#core/annotations/record-change.ts';
import type { Connection } from './connection.ts';
import { lastRevisions, type JournalRow } from './journal.ts';
import type { ReportPlace } from './report-table.ts';
import {
  findOverrideOf,
  findScriptOverride,
  removeScriptOverride,
  saveScriptOverride,
} from './script-override-table.ts';

/** A change of how the user wants a phrase written. */
export interface ScriptOverrideChange {
  readonly kind: 'script-override';
  /** null = in all reports. */
  readonly reportId: string | null;
  readonly change: RecordChange<ScriptOverride>;
}

/** Makes the record what the change says, inside the caller's transaction; answers its revision. */
export function writeScriptOverride(
  connection: Connection,
  { change: { id, before, after } }: ScriptOverrideChange,
): number {
  if (after === null) removeScriptOverride(connection, id);
  else saveScriptOverride(connection, after);
  return (after ?? before)?.revision ?? 0;
}

/** The change that takes such a row back (`undo`) or does it again, on the records as they are now; else `superseded`. */
export function reapplyScriptOverride(
  connection: Connection,
  placeOf: (reportId: string) => ReportPlace,
  row: JournalRow,
  direction: 'undo' | 'redo',
): ScriptOverrideChange | 'superseded' {
  const written = row.change as RecordChange<ScriptOverride>;
  const { id, before: was, after: wanted } = direction === 'undo' ? inverse(written) : written;
  const { reportId } = row;
  if (reportId !== null && placeOf(reportId) !== 'library') return 'superseded';
  const current = findScriptOverride(connection, id);
  if (current?.replacement !== was?.replacement) return 'superseded';
  if (wanted === null) {
    return { kind: 'script-override', reportId, change: { id, before: current, after: null } };
  }
  // Another choice about the phrase may stand there by now.
  if (current === null && findOverrideOf(connection, wanted.phrase, reportId) !== null) return 'superseded';
  const revision =
    Math.max(current?.revision ?? 0, lastRevisions(connection, row.kind, [id]).get(id) ?? 0) + 1;
  return {
    kind: 'script-override',
    reportId,
    change: { id, before: current, after: { ...wanted, revision } },
  };
}
