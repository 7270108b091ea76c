import { isReportNote, reportAnchor } from '#core/annotations/report-note.ts';
import type { Anchor, AnchorState, Annotation } from '#core/annotations/record.ts';
import { sureAnchor } from '../report-changes/sure-anchor.ts';
import type { Connection } from '../store/connection.ts';
import { openStoredReport } from '../store/report-table.ts';
import { findVersionText } from '../store/version-table.ts';
import { requireSameText } from './reports.ts';

/** Where a note of an earlier time stands in the present text. */
export interface CarriedBack {
  readonly anchor: Anchor;
  readonly state: AnchorState;
  /** Whether it had to be led there, because it counted in another text. */
  readonly isLed: boolean;
}

export interface CarriedNotes {
  /** By id of the note. */
  readonly carried: ReadonlyMap<string, CarriedBack>;
  /** Throws `report-changed` when the report has another text by now; inside the transaction that uses the places. */
  readonly requireSame: () => void;
}

/**
 * Finds where notes of an earlier time stand in the present text of their report: the text has perhaps changed since they
 * were deleted. Throws `report-unknown`.
 */
export async function carryBack(
  connection: Connection,
  reportId: string,
  notes: readonly Annotation[],
): Promise<CarriedNotes> {
  const content = openStoredReport(connection, reportId);
  const { sourceHash } = content;
  const carried = new Map<string, CarriedBack>();
  const others: Annotation[] = [];
  for (const note of notes) {
    const { anchor, state } = note;
    if (isReportNote(note)) {
      carried.set(note.id, { anchor: reportAnchor(sourceHash), state: 'exact', isLed: false });
    } else if (anchor.sourceHash === sourceHash) carried.set(note.id, { anchor, state, isLed: false });
    else others.push(note);
  }
  if (others.length > 0) {
    // Aligning texts is loaded when it is first needed.
    const [{ loadPlaceByText }, { placeNotes }] = await Promise.all([
      import('../report-changes/place-by-text.ts'),
      import('../report-changes/place-notes.ts'),
    ]);
    const changes = placeNotes(
      {
        notes: others.map((note) => ({ note, anchor: sureAnchor(connection, note), exactAnchors: [] })),
        old: content,
        current: content,
        findText: (hash) => findVersionText(connection, reportId, hash),
        placeByBytes: null,
      },
      await loadPlaceByText(),
    );
    for (const { anchor, id, state } of others) carried.set(id, { anchor, state, isLed: true });
    for (const { id, after } of changes) {
      if (after !== null) carried.set(id, { anchor: after.anchor, state: after.state, isLed: true });
    }
  }
  return {
    carried,
    requireSame: () => {
      requireSameText(connection, content);
    },
  };
}
