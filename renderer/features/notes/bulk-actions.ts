import type { BulkChange } from '#core/annotations/bulk-change.ts';
import { notebookWords } from './notebook-words.ts';
import type { NotebookModel } from './notebook-model.ts';
import type { WindowParts } from '#renderer/state/window/use-window.ts';

/** Changes notes as one action that one undo takes back, and tells it where there are several. */
export async function changeNotes(
  { client, store }: WindowParts,
  model: NotebookModel,
  ids: readonly string[],
  change: BulkChange,
): Promise<void> {
  const { closeRevertingToasts, tellError, tell, loadAnnotations, loadHistory, runBulk, bulk } =
    store.getState();
  if (bulk !== null) return;
  closeRevertingToasts();
  const { code, addTags, removeTags, settle } = change;
  const answer = await runBulk((job) =>
    client.changeNotes({
      job,
      ids: [...ids],
      change: { code, settle, addTags: addTags && [...addTags], removeTags: removeTags && [...removeTags] },
    }),
  );
  if (!answer.ok) return tellError(answer.error);
  await Promise.all([loadAnnotations(), loadHistory(), model.refresh()]);
  if (ids.length === 1) return;
  const { changed: count, cancelled } = answer.value;
  if (cancelled && count === 0) {
    tell({ text: ({ locale }) => notebookWords(locale).bulkCancelled });
    return;
  }
  tell({
    tone: 'good',
    text: ({ locale }) => notebookWords(locale).bulkDone({ count }),
    action: { label: ({ common }) => common.undo, run: () => void store.getState().undo() },
    revertsLastChange: true,
  });
}

/** Gives notes another code, which becomes the last one used. */
export async function recolourNotes(
  parts: WindowParts,
  model: NotebookModel,
  ids: readonly string[],
  code: string,
): Promise<void> {
  await changeNotes(parts, model, ids, { code });
}

/** Opens the export dialog for notes, and for the reports that they are on. */
export async function exportNotes(
  { client, store }: WindowParts,
  model: NotebookModel,
  noteIds: readonly string[],
): Promise<void> {
  const { rows } = model.state.getState();
  const { annotations, exportNotes: show, tellError } = store.getState();
  const known = [...annotations, ...[...rows.values()].map(({ annotation }) => annotation)];
  const reportOf = new Map(known.map(({ id, reportId }) => [id, reportId]));
  if (noteIds.some((id) => !reportOf.has(id))) {
    // Some were chosen without having been in sight.
    const answer = await client.listNotes({ reportId: null });
    if (!answer.ok) return tellError(answer.error);
    for (const { id, reportId } of answer.value) reportOf.set(id, reportId);
  }
  const reportIds = new Set(noteIds.flatMap((id) => reportOf.get(id) ?? []));
  show({ noteIds, reportIds: [...reportIds] });
}

/** Deletes notes; a line offers to take that back. */
export async function deleteNotes(
  { store }: WindowParts,
  model: NotebookModel,
  ids: readonly string[],
): Promise<void> {
  if (store.getState().bulk !== null) return;
  const isDone = await store.getState().removeAnnotations(ids);
  await model.refresh();
  if (!isDone) return;
  const gone = new Set(ids);
  model.choose(new Set([...model.state.getState().chosen].filter((id) => !gone.has(id))));
}
