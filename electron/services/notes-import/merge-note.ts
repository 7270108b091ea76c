import type { Annotation } from '#core/annotations/record.ts';
import { derivedId } from './place-imported.ts';

/** What the library knows of a note that comes in. */
export interface KnownNote {
  readonly current: Annotation | null;
  /** Every state that the note had here, the current one among them. */
  readonly versions: readonly Annotation[];
  /** Whether an import, and nobody since, wrote the current state. */
  readonly isAsImported: boolean;
  /** The highest revision that the note ever had here; 0 for one that never was. */
  readonly lastRevision: number;
}

/** What becomes of it. `kept` = a note of its own beside the one that is there. */
export type Merged =
  | {
      readonly outcome: 'added' | 'updated' | 'kept';
      readonly before: Annotation | null;
      readonly after: Annotation;
    }
  | { readonly outcome: 'unchanged' };

/**
 * Merges by id and time without overwriting: a note that is not here is added; one that says the same, or what the note here
 * said once, changes nothing; a newer state of a note that only imports have written takes its place; anything else is a
 * conflict, and both stay. `find` tells what is known of another id.
 */
export function mergeNote(next: Annotation, known: KnownNote, find: (id: string) => KnownNote): Merged {
  const { current, versions, isAsImported, lastRevision } = known;
  if (current === null) {
    const revision = Math.max(next.revision, lastRevision + 1);
    return { outcome: 'added', before: null, after: { ...next, revision } };
  }
  if (current.reportId === next.reportId) {
    if (versions.some((version) => saysTheSame(version, next))) return { outcome: 'unchanged' };
    if (isAsImported && next.updatedAt > current.updatedAt) {
      const { kind, code, note, tags, updatedAt } = next;
      const after = { ...current, kind, code, note, tags, updatedAt, revision: lastRevision + 1 };
      return { outcome: 'updated', before: current, after };
    }
  }
  const { kind, code, note, tags, anchor, reportId } = next;
  const id = derivedId([next.id, reportId, kind, code, note, tags, anchor.exact]);
  const copy = find(id);
  // It was kept at an earlier import, whatever became of it since.
  if (copy.lastRevision > 0) return { outcome: 'unchanged' };
  return { outcome: 'kept', before: null, after: { ...next, id, revision: 1 } };
}

/** Whether two states of a note hold the same words; its place follows the text of the report. */
function saysTheSame(a: Annotation, b: Annotation): boolean {
  const wordsOf = ({ kind, code, note, tags }: Annotation): string =>
    JSON.stringify([kind, code, note, tags]);
  return wordsOf(a) === wordsOf(b);
}
