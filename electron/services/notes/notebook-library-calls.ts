import type { Library, LibraryOptions } from '../library-types.ts';
import { bulkJobs } from './bulk-jobs.ts';
import { AT_ONCE } from '../store/revert-in-steps.ts';
import type { BulkWatch } from './bulk-steps.ts';
import { backUpBefore, changeNotes, deleteNotes, needsBackup, type BulkDeps } from './change-notes.ts';
import { createNotes } from './create-notes.ts';
import { listDeletedNotes, restoreNotes } from './deleted-notes.ts';
import { noteHistory, restoreNoteVersion } from './note-history.ts';
import type { Notebook } from './notebook.ts';
import { removeNotes } from './notes.ts';

/** The calls of the notebook; `changed` is told behind each that writes. */
export function notebookLibraryCalls(
  deps: BulkDeps,
  changed: () => void,
  onEvent: LibraryOptions['onEvent'],
) {
  const { connection, now } = deps;
  const bulk = bulkJobs(onEvent);
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
    changeNotes: (request) =>
      bulk.run(request.job, async (watch) => {
        begun(request.ids, watch);
        await backUpBefore(deps, request.ids);
        return told(await changeNotes(deps, request, watch));
      }),
    deleteNotes: ({ ids, job }) => {
      if (!needsBackup(ids)) {
        removeNotes(deps, ids);
        return told({ cancelled: false });
      }
      return bulk.run(job, async (watch) => {
        begun(ids, watch);
        await backUpBefore(deps, ids);
        const { cancelled } = await deleteNotes(deps, ids, watch);
        return told({ cancelled });
      });
    },
    createNotes: (request) =>
      bulk.run(request.job, async (watch) => told(await createNotes(deps, request, watch))),
    cancelNotes: ({ job }) => {
      bulk.cancel(job);
      return {};
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

/** The backup before an action on many notes takes its time, too. */
function begun(ids: readonly string[], { onProgress }: BulkWatch): void {
  if (ids.length > AT_ONCE) onProgress(0, ids.length);
}
