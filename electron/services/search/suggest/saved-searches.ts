import { ZhupiError } from '#core/base/app-error.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import { newSortingId, type SortingDeps } from '#services/codes/codes.ts';
import { recordAction } from '#services/store/actions.ts';
import type { Connection } from '#services/store/connection.ts';
import { foldTag } from '#services/store/fold-tag.ts';
import { findSavedSearch, listSavedSearchRows } from '#services/store/saved-search-table.ts';

/** Keeps a query under a name. Throws `saved-search-name-taken`. */
export function saveSearch(
  deps: SortingDeps,
  fields: Pick<SavedSearch, 'name' | 'query' | 'sort'>,
): SavedSearch {
  const { connection, now } = deps;
  return connection.write(() => {
    requireFreeName(connection, fields.name, null);
    const saved: SavedSearch = { id: newSortingId('s'), ...fields, createdAt: now(), revision: 1 };
    record(deps, { id: saved.id, before: null, after: saved });
    return saved;
  });
}

/** Throws `saved-search-unknown`, `saved-search-changed` when the writer had not seen its revision, `saved-search-name-taken`. */
export function renameSavedSearch(
  deps: SortingDeps,
  { id, revision, name }: Pick<SavedSearch, 'id' | 'revision' | 'name'>,
): SavedSearch {
  const { connection } = deps;
  return connection.write(() => {
    const before = requireSaved(connection, id);
    if (before.name === name) return before;
    if (before.revision !== revision) throw new ZhupiError('saved-search-changed', { name: before.name });
    requireFreeName(connection, name, id);
    const after = { ...before, name, revision: before.revision + 1 };
    record(deps, { id, before, after });
    return after;
  });
}

/** Throws `saved-search-unknown`. */
export function deleteSavedSearch(deps: SortingDeps, id: string): void {
  const { connection } = deps;
  connection.write(() => {
    record(deps, { id, before: requireSaved(connection, id), after: null });
  });
}

interface Change {
  readonly id: string;
  readonly before: SavedSearch | null;
  readonly after: SavedSearch | null;
}

function record({ connection, actor, now }: SortingDeps, change: Change): void {
  recordAction(connection, actor, now(), 'change-searches', [
    { kind: 'saved-search', reportId: null, change },
  ]);
}

function requireSaved(connection: Connection, id: string): SavedSearch {
  const saved = findSavedSearch(connection, id);
  if (saved === null) throw new ZhupiError('saved-search-unknown', { id });
  return saved;
}

/** Names are equal when their folds are, as those of tags. */
function requireFreeName(connection: Connection, name: string, id: string | null): void {
  const fold = foldTag(name);
  const twin = listSavedSearchRows(connection).find(
    (saved) => saved.id !== id && foldTag(saved.name) === fold,
  );
  if (twin !== undefined) throw new ZhupiError('saved-search-name-taken', { name: twin.name });
}
