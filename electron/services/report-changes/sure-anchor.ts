import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Anchor, Annotation } from '#core/annotations/record.ts';
import type { Connection } from '../store/connection.ts';
import { rowsOfRecord } from '../store/journal.ts';

/**
 * The last anchor of a note that was sure: its own, unless its place is in doubt; then the one it had before, from the
 * journal. An orphan's anchor is the one of the text that had it. A note that never was sure has its own.
 */
export function sureAnchor(connection: Connection, note: Annotation): Anchor {
  if (note.state !== 'doubtful') return note.anchor;
  for (const { change } of rowsOfRecord(connection, 'annotation', note.id)) {
    if (change.before === null) continue;
    const before = migrateAnnotation(change.before);
    if (before.state !== 'doubtful') return before.anchor;
  }
  return note.anchor;
}
