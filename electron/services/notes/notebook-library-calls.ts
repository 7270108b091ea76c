import type { Library } from '../library-types.ts';
import { backUpBefore, changeNotes, needsBackup, type BulkDeps } from './change-notes.ts';
import { listDeletedNotes, restoreNotes } from './deleted-notes.ts';
import { noteHistory, restoreNoteVersion } from './note-history.ts';
import type { Notebook } from './notebook.ts';
import { removeNotes } from './notes.ts';

/** The calls of the notebook; `changed` is told behind each that writes. */
export function notebookLibraryCalls(deps: BulkDeps, changed: () => void) {
  const { connection, now } = deps;
  let notebook: Promise<Notebook> | undefined;
  const list = (): Promise<Notebook> => {
    // Its tables are not needed for the first list of reports.
    notebook ??= import('./notebook.ts').then(({ createNotebook }) => createNotebook(connection));
    return notebook;
  };
  const told = <T>(answer: T): T => {
    changed();
    return answer;
  };
  return {
    notebook: async (query) => (await list()).ask(query),
    notebookRows: async (slice) => (await list()).rows(slice),
    notebookIds: async (slice) => (await list()).ids(slice),
    changeNotes: async (request) => {
      await backUpBefore(deps, request.ids);
      return told({ changed: changeNotes(deps, request) });
    },
    deleteNotes: ({ ids }) => {
      const remove = (): Record<string, never> => {
        removeNotes(deps, ids);
        return told({});
      };
      return needsBackup(ids) ? backUpBefore(deps, ids).then(remove) : remove();
    },
    noteHistory: ({ id }) => noteHistory(connection, id),
    restoreNoteVersion: async (request) => told(await restoreNoteVersion(deps, request)),
    listDeletedNotes: ({ limit }) => listDeletedNotes(connection, now(), limit),
    restoreNotes: async ({ ids }) => {
      await backUpBefore(deps, ids);
      return told(await restoreNotes(deps, ids));
    },
  } satisfies Partial<Library>;
}
