import { sameContent, type NoteRecordChange } from './commands.ts';
import type { Annotation } from './record.ts';

/** Where a note stands now, and how sure that is. `updatedAt` is left out when nobody touched the note itself. */
export type NewPlace = Pick<Annotation, 'anchor' | 'state'> & Partial<Pick<Annotation, 'updatedAt'>>;

/** Puts a note elsewhere; null when it stands there already. */
export function changeAnchor(
  current: Annotation,
  place: NewPlace,
): (NoteRecordChange & { readonly after: Annotation }) | null {
  const after: Annotation = { ...current, ...place, revision: current.revision + 1 };
  return sameContent(current, after) ? null : { id: current.id, before: current, after };
}
