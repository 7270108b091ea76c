import type { NoteRecordChange } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { PlaceByText } from '../report-changes/place-by-text.ts';
import { placeNotes } from '../report-changes/place-notes.ts';
import { sureAnchor } from '../report-changes/sure-anchor.ts';
import type { Connection } from '../store/connection.ts';
import { findVersionText, type VersionText } from '../store/version-table.ts';
import type { ReportPair } from './merge-reports.ts';

interface Sides {
  readonly ours: Connection;
  readonly theirs: Connection;
  readonly placeByText: PlaceByText;
}

/** A change of a note whose place counts in another text than its report has here, carried to the text of here. */
export function carryToText(sides: Sides, pair: ReportPair, change: NoteRecordChange): NoteRecordChange {
  const { after } = change;
  if (after === null || after.state === 'orphan') return change;
  const hash = currentHash(sides.ours, pair.ourId);
  if (hash === '' || after.anchor.sourceHash === hash) return change;
  const current = findVersionText(sides.ours, pair.ourId, hash);
  if (current === undefined) return change;
  const { anchor, state } = placed(sides, pair, after, current);
  return { ...change, after: { ...after, anchor, state } };
}

function placed(
  { theirs, placeByText }: Sides,
  { theirId }: ReportPair,
  note: Annotation,
  current: VersionText,
): Annotation {
  const findText = (hash: string): VersionText | undefined => findVersionText(theirs, theirId, hash);
  const old = findText(note.anchor.sourceHash);
  if (old === undefined) return { ...note, state: 'orphan' };
  const notes = [{ note, anchor: sureAnchor(theirs, note), exactAnchors: [] }];
  const [change] = placeNotes({ notes, old, current, findText, placeByBytes: null }, placeByText);
  return change?.after ?? note;
}

/** Hash of the text that a report has, also in the trash. */
function currentHash(connection: Connection, reportId: string): string {
  const row = connection.get<{ hash: string }>(
    `SELECT source_hash AS hash FROM report JOIN source_version ON report_id = report.id AND number = current_version
     WHERE report.id = ?`,
    reportId,
  );
  return row?.hash ?? '';
}
