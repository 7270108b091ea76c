import { sameContent, samePlace, sameWords, type NoteRecordChange } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import {
  moveAnnotation,
  recolourAnnotations,
  removeAnnotations,
  rewriteAnnotation,
  saveAnnotation,
} from './annotation-table.ts';
import type { Connection } from './connection.ts';

/** Changes that one statement makes together. */
type Together =
  | { readonly kind: 'remove'; readonly ids: Set<string> }
  | { readonly kind: 'recolour'; readonly to: Annotation; readonly ids: Set<string> };

/**
 * Makes notes what their changes say, in their order, inside the caller's transaction. What happens to many notes at once,
 * another colour and removal, is one statement for a run of them: binding values is what costs time in this driver.
 */
export function writeNotes(connection: Connection, changes: readonly NoteRecordChange[]): void {
  let together: Together | null = null;
  const flush = (): void => {
    if (together === null) return;
    const ids = [...together.ids];
    if (together.kind === 'remove') removeAnnotations(connection, ids);
    else recolourAnnotations(connection, ids, together.to);
    together = null;
  };
  for (const change of changes) {
    const joined = joinedWith(together, change);
    if (joined === null) {
      flush();
      together = begunBy(change);
      if (together === null) writeOne(connection, change);
    } else joined.ids.add(change.id);
  }
  flush();
}

/** The run that a change belongs to; null when it begins another one. A note stands in a run once. */
function joinedWith(run: Together | null, change: NoteRecordChange): Together | null {
  if (run === null || run.ids.has(change.id)) return null;
  const own = begunBy(change);
  if (own?.kind !== run.kind) return null;
  if (own.kind === 'remove' || run.kind === 'remove') return run;
  return own.to.code === run.to.code && own.to.updatedAt === run.to.updatedAt ? run : null;
}

function begunBy({ id, before, after }: NoteRecordChange): Together | null {
  const ids = new Set([id]);
  if (after === null) return { kind: 'remove', ids };
  if (before === null || after.revision !== before.revision + 1) return null;
  return sameContent({ ...before, code: after.code }, after) ? { kind: 'recolour', to: after, ids } : null;
}

function writeOne(connection: Connection, { before, after }: NoteRecordChange): void {
  if (after === null) return;
  if (before === null || !staysItself(before, after)) saveAnnotation(connection, after);
  else if (samePlace(before, after)) rewriteAnnotation(connection, before, after);
  else if (sameWords(before, after)) moveAnnotation(connection, after);
  else saveAnnotation(connection, after);
}

/** Whether all is the same that neither another place nor other words change. */
function staysItself(before: Annotation, after: Annotation): boolean {
  const { id, reportId, kind, createdAt, schemaVersion } = before;
  return (
    id === after.id &&
    reportId === after.reportId &&
    kind === after.kind &&
    createdAt === after.createdAt &&
    schemaVersion === after.schemaVersion
  );
}
