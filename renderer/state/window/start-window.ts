import type { AppError } from '#core/base/app-error.ts';
import { runCommand } from './commands.ts';
import type { WindowParts } from './use-window.ts';

export interface WindowStart {
  /** Settled when the settings are there, so that the window can be drawn; null, or why it cannot start. */
  readonly ready: Promise<AppError | null>;
  /** The same when the list of reports is there, too. */
  readonly started: Promise<AppError | null>;
  /** Takes the listeners away. */
  readonly stop: () => void;
}

/**
 * Fills a new store and keeps it up to date with what main tells. Main knows the settings at once; the library process is
 * still opening its data then, and what it answers comes into a window that is drawn already.
 */
export function startWindow({ client, store }: WindowParts): WindowStart {
  const state = store.getState;
  const listeners = [
    client.onLibraryChanged(() => {
      void state().loadReports();
      void state().loadHistory();
    }),
    client.onNotesChanged(({ reportIds }) => {
      void state().loadReports();
      void state().loadHistory();
      if (reportIds.includes(state().currentReportId ?? '')) void state().loadAnnotations();
    }),
    client.onCodesChanged(() => {
      void state().loadCodes();
      void state().loadHistory();
    }),
    client.onVaultFailed((error) => state().tellError(error)),
    client.onImportProgress((progress) => state().noteImportProgress(progress)),
    client.onPacksState((packs) => state().notePacksState(packs.state)),
    client.onLibraryNotice((notice) => state().noteNotice(notice)),
    client.onMenuCommand(({ command }) => void runCommand(command)),
    client.onOpenLink((link) => void openLink({ client, store }, link)),
  ];
  const listed = state().loadFirstReports();
  const ready = fill({ client, store });
  return {
    ready,
    started: ready.then(async (error) => {
      await listed;
      // Behind the list: nothing of them is seen before a report or a menu is opened.
      void state().loadHistory();
      void state().loadCodes();
      return error;
    }),
    stop: () => listeners.forEach((stop) => stop()),
  };
}

async function fill({ client, store }: WindowParts): Promise<AppError | null> {
  const answer = await client.appState({});
  if (!answer.ok) return answer.error;
  const { settings, lastReportId, ...about } = answer.value;
  store.setState({ settings, about });
  const { currentReportId, openReport } = store.getState();
  // The list of reports closes it again when it is not there any more.
  if (currentReportId === null && lastReportId !== null) openReport(lastReportId);
  return null;
}

interface Link {
  readonly reportId: string;
  readonly note: string | null;
}

/** A `zhupi://` link: the report, and the note's passage where it still has one. */
async function openLink({ client, store }: WindowParts, { reportId, note }: Link): Promise<void> {
  const state = store.getState();
  const answer = await client.listNotes({ reportId });
  await state.loadReports();
  if (!answer.ok || !store.getState().reports.some((report) => report.reportId === reportId)) {
    return state.tell({ text: ({ app }) => app.linkUnknown });
  }
  if (note === null) return state.openReport(reportId);
  const found = answer.value.find(({ id }) => id === note);
  if (found === undefined) {
    state.openReport(reportId);
    return state.tell({ text: ({ app }) => app.linkNoteUnknown });
  }
  state.openReport(reportId, { start: found.anchor.start, end: found.anchor.end, flash: true });
  await store.getState().loadAnnotations();
  store.getState().selectNote(note);
}
