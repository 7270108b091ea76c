import { changeNote } from '#core/annotations/commands.ts';
import { requireNoteLimits } from '#core/annotations/note-limits.ts';
import { recordAction } from '../store/actions.ts';
import { findAnnotations } from '../store/annotation-table.ts';
import { foldTag } from '../store/fold-tag.ts';
import { notesWithTags, spellingOf } from '../store/tags.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import type { SortingDeps } from './codes.ts';

/**
 * Gives every note out of the trash that has any of the tags the tag `to` instead: one tag is renamed, several are merged,
 * into a tag that is there or a new one; null takes them away. Tags are equal when their folds are (DESIGN 9.19); the
 * spelling asked for becomes that of the library. One step of the history. Answers how many notes changed. Throws
 * `note-limit`.
 */
export function changeTags(
  { connection, actor, now: clock }: SortingDeps,
  { tags, to }: { readonly tags: readonly string[]; readonly to: string | null },
): { notes: number } {
  const now = clock();
  const wanted = to?.trim() ?? '';
  const folds = new Set(tags.map(foldTag));
  return connection.write(() => {
    const target = wanted === '' ? '' : foldTag(wanted);
    const spelling = target === '' ? undefined : spellingOf(connection, target);
    // A tag renamed to what is the same tag is spelled anew; a merge takes the spelling that is there.
    const isRespelled =
      spelling !== undefined && spelling !== wanted && folds.has(target) && tags.length === 1;
    const name = isRespelled ? wanted : (spelling ?? wanted);
    const ids = notesWithTags(connection, [...folds]);
    const notes = [...findAnnotations(connection, ids).values()].flatMap((note): UndoableChange[] => {
      const change = changeNote(note, { tags: exchanged(note.tags, folds, name) }, now);
      if (change === null) return [];
      requireNoteLimits(note, change.after);
      return [{ kind: 'annotation', reportId: note.reportId, change }];
    });
    const respelled: readonly UndoableChange[] = isRespelled
      ? [
          {
            kind: 'tag',
            reportId: null,
            change: { id: target, before: { name: spelling }, after: { name } },
          },
        ]
      : [];
    recordAction(connection, actor, now, 'change-tags', [...respelled, ...notes]);
    return { notes: notes.length };
  });
}

/** The tags with `name` where the first of the exchanged ones stood; no tag stands there twice. */
function exchanged(tags: readonly string[], folds: ReadonlySet<string>, name: string): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const next = folds.has(foldTag(tag)) ? name : tag;
    if (next !== '' && !kept.has(foldTag(next))) kept.set(foldTag(next), next);
  }
  return [...kept.values()];
}
