import type { Connection } from './connection.ts';
import { sourceHashOf, versionState } from './report-table.ts';
import type { UndoableChange } from './undoable-change.ts';

/**
 * Whether every note that is no orphan would count in the text that its report has behind these changes. A note that came
 * to a newer text by another hand does not: taking the text back would leave it at a wrong place.
 */
export function anchorsFit(connection: Connection, changes: readonly UndoableChange[]): boolean {
  const reportIds = new Set(changes.flatMap(({ reportId }) => reportId ?? []));
  return [...reportIds].every((reportId) => {
    const ofReport = changes.filter((change) => change.reportId === reportId);
    const notes = ofReport.flatMap((made) => (made.kind === 'annotation' ? [made.change] : []));
    const version = ofReport.find((made) => made.kind === 'report-version')?.change.after.version;
    if (notes.length === 0 && version === undefined) return true;
    const target = version ?? versionState(connection, reportId).version;
    const hash = sourceHashOf(connection, reportId, target);
    const areIn = notes.every(
      ({ after }) => after === null || after.state === 'orphan' || after.anchor.sourceHash === hash,
    );
    if (!areIn || version === undefined) return areIn;
    const carried = new Set(notes.map(({ id }) => id));
    return connection
      .all<{ id: string }>(
        "SELECT id FROM annotation WHERE report_id = ? AND state <> 'orphan' AND source_hash <> ?",
        reportId,
        hash,
      )
      .every(({ id }) => carried.has(id));
  });
}
