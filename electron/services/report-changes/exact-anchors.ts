import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Anchor, Annotation } from '#core/annotations/record.ts';
import type { Connection } from '../store/connection.ts';
import { rowsOfRecord } from '../store/journal.ts';

/**
 * Where a note stood exact in earlier texts, the newest first, from the journal: as far back as it was only carried from
 * text to text. Where the user put it by hand, or an undo did, counts and ends the list. Of a note that is exact only its
 * place in the very text that it is carried back to, whose hash is `backTo`; null where the report never had the new text.
 */
export function exactAnchors(
  connection: Connection,
  note: Annotation,
  backTo: string | null,
): readonly Anchor[] {
  const isExact = note.state === 'exact';
  if (isExact && backTo === null) return [];
  const anchors: Anchor[] = [];
  for (const { change } of rowsOfRecord(connection, 'annotation', note.id)) {
    if (change.before === null || change.after === null) break;
    const before = migrateAnnotation(change.before);
    const after = migrateAnnotation(change.after);
    const isPlaced = before.state !== after.state || !isSameAnchor(before.anchor, after.anchor);
    if (!isPlaced) continue;
    // A note that is carried keeps the user's own time of change.
    if (before.updatedAt !== after.updatedAt) {
      if (after.state === 'exact') anchors.push(after.anchor);
      break;
    }
    if (before.state === 'exact') anchors.push(before.anchor);
  }
  return isExact ? anchors.filter(({ sourceHash }) => sourceHash === backTo) : anchors;
}

function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return a.start === b.start && a.end === b.end && a.sourceHash === b.sourceHash;
}
