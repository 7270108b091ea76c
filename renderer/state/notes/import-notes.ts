import type { DroppedFile } from '#core/ipc/api.ts';
import type { NotesImportAnswer } from '#core/ipc/calls/export-calls.ts';
import type { Result } from '#core/base/result.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import type { WindowParts } from '../window/use-window.ts';

/** What a toast is told with; the store itself, or a slice's view of it. */
export interface NotesParts {
  readonly client: Pick<WindowParts['client'], 'importNotesWithDialog' | 'importNotesDropped'>;
  readonly state: WindowParts['store']['getState'];
}

/** Asks for files with notes; those that name no report of ours are placed in the one that is open. */
export async function importNotesWithDialog({ client, state }: NotesParts): Promise<void> {
  finish(state, await client.importNotesWithDialog({ reportId: state().currentReportId }));
}

/** Files with notes that were dropped on the window. */
export async function importNotesDropped(
  { client, state }: NotesParts,
  files: readonly DroppedFile[],
): Promise<void> {
  finish(state, await client.importNotesDropped(state().currentReportId, files));
}

function finish(state: NotesParts['state'], answer: Result<NotesImportAnswer | null>): void {
  if (!answer.ok) return state().tellError(answer.error);
  if (answer.value === null) return;
  const { files } = answer.value;
  const isGood = files.every(({ error, missing, refused }) => error === null && missing + refused === 0);
  state().tell({
    tone: isGood ? 'good' : 'info',
    text: (messages) => importedSentence(files, messages),
    topic: 'import-notes',
  });
  void state().loadReports();
  void state().loadAnnotations();
  void state().loadHistory();
}

/** What became of the notes, in one sentence; each error with its own. */
function importedSentence(files: NotesImportAnswer['files'], messages: Messages): string {
  const { exporting, locale } = messages;
  const sum = (count: (file: NotesImportAnswer['files'][number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const part = (count: number, words: (params: { readonly count: number }) => string): string[] =>
    count === 0 ? [] : [words({ count })];
  const came = sum(({ added, updated }) => added + updated);
  const kept = sum((file) => file.kept);
  const parts = [
    ...(came + kept === 0 ? [exporting.importedNothing] : part(came, exporting.imported)),
    ...part(
      sum(({ states }) => states.doubtful + states.orphan),
      exporting.importedDoubtful,
    ),
    ...part(kept, exporting.importedKept),
    ...part(
      sum((file) => file.unchanged),
      exporting.importedUnchanged,
    ),
    ...part(
      sum((file) => file.missing),
      exporting.importedMissing,
    ),
    ...part(
      sum((file) => file.refused),
      exporting.importedRefused,
    ),
  ];
  const errors = files.flatMap(({ error }) => (error === null ? [] : [errorText(error, messages)]));
  const isOnlyErrors = files.every(({ error }) => error !== null);
  const [comma, stop] = locale === 'en' ? ['; ', '.'] : ['；', '。'];
  return [...(isOnlyErrors ? [] : [`${parts.join(comma)}${stop}`]), ...errors].join(' ');
}
