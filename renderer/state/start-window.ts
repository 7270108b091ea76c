import type { AppError } from '#core/base/app-error.ts';
import { runCommand } from './commands.ts';
import type { WindowParts } from './use-window.ts';

/**
 * Fills a new store and keeps it up to date with what main tells. Answers null, or why the window cannot start; `stop`
 * takes the listeners away.
 */
export function startWindow({ client, store }: WindowParts): {
  readonly started: Promise<AppError | null>;
  readonly stop: () => void;
} {
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
    client.onImportProgress((progress) => state().noteImportProgress(progress)),
    client.onPacksState((packs) => state().notePacksState(packs.state)),
    client.onMenuCommand(({ command }) => void runCommand(command)),
    client.onOpenLink((link) => void openLink({ client, store }, link)),
  ];
  return { started: fill({ client, store }), stop: () => listeners.forEach((stop) => stop()) };
}

async function fill({ client, store }: WindowParts): Promise<AppError | null> {
  const [answer] = await Promise.all([client.appState({}), store.getState().loadReports()]);
  if (!answer.ok) return answer.error;
  const { settings, lastReportId, ...about } = answer.value;
  store.setState({ settings, about });
  const { reports, currentReportId, openReport } = store.getState();
  if (
    currentReportId === null &&
    lastReportId !== null &&
    reports.some(({ reportId }) => reportId === lastReportId)
  ) {
    openReport(lastReportId);
  }
  void store.getState().loadHistory();
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
