import type { SearchableNotes } from '../search-types.ts';
import { listNotes, type NotesDeps } from '../notes/notes.ts';
import { codesNamed } from '../store/code-table.ts';

/** The notes of a store. Their state is that of the whole database: what this connection changed, and what others did. */
export function notesSource(deps: NotesDeps): SearchableNotes {
  const { connection } = deps;
  return {
    list: () => listNotes(deps, null),
    codesNamed: (name) => codesNamed(connection, name),
    state: () => {
      const own = connection.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
      const others = connection.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
      return `${own} ${others}`;
    },
  };
}
