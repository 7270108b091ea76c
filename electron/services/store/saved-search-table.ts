import { SEARCH_SORTS } from '#core/ipc/settings-values.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { Connection } from './connection.ts';
import { decodeText, encodeText } from './wtf8.ts';

interface SavedSearchRow {
  readonly id: string;
  readonly name: Uint8Array;
  readonly query: Uint8Array;
  readonly sort: string;
  readonly created_at: number;
  readonly revision: number;
}

const COLUMNS = 'id, name, query, sort, created_at, revision';

/** Every saved search, the newest first. */
export function listSavedSearchRows(connection: Connection): SavedSearch[] {
  return connection
    .all<SavedSearchRow>(`SELECT ${COLUMNS} FROM saved_search ORDER BY created_at DESC, id`)
    .map(fromRow);
}

/** A saved search by its id. */
export function findSavedSearch(connection: Connection, id: string): SavedSearch | null {
  const row = connection.get<SavedSearchRow>(`SELECT ${COLUMNS} FROM saved_search WHERE id = ?`, id);
  return row === undefined ? null : fromRow(row);
}

/** Makes a saved search, or changes it. */
export function putSavedSearch(connection: Connection, saved: SavedSearch): void {
  connection.run(
    `INSERT INTO saved_search (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, sort = excluded.sort,
       created_at = excluded.created_at, revision = excluded.revision`,
    saved.id,
    encodeText(saved.name),
    encodeText(saved.query),
    saved.sort,
    saved.createdAt,
    saved.revision,
  );
}

export function removeSavedSearch(connection: Connection, id: string): void {
  connection.run('DELETE FROM saved_search WHERE id = ?', id);
}

function fromRow(row: SavedSearchRow): SavedSearch {
  return {
    id: row.id,
    name: decodeText(row.name),
    query: decodeText(row.query),
    // What a newer Zhupi wrote is listed as new searches are.
    sort: SEARCH_SORTS.find((sort) => sort === row.sort) ?? 'relevance',
    createdAt: row.created_at,
    revision: row.revision,
  };
}
