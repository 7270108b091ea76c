import type { AppError } from '#core/base/app-error.ts';
import type { EventPayload, ZhupiApi } from '#core/ipc/api.ts';
import type { BackupEntry, MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type { AppState } from '#core/ipc/contract.ts';
import type { ImportAnswer, PackSummary, ReportContent } from '#core/ipc/payloads.ts';
import { fakeCodeCalls } from './fake-code-calls.ts';
import { fakeBackupCalls } from './fake-backup-calls.ts';
import { fakeConcordanceCalls } from './fake-concordance-calls.ts';
import { fakeFindCalls } from './fake-find-calls.ts';
import { fakeExportCalls } from './fake-export-calls.ts';
import { fakeImportCalls } from './fake-import-calls.ts';
import { fakeLibraryCalls } from './fake-library-calls.ts';
import { fakeMainCalls } from './fake-main-calls.ts';
import { fakeNotebookCalls } from './fake-notebook-calls.ts';
import { fakeNoteCalls } from './fake-note-calls.ts';
import { fakeProjectCalls } from './fake-project-calls.ts';
import { fakeRepairCalls } from './fake-repair-calls.ts';
import { fakeReportCalls } from './fake-report-calls.ts';
import { fakeSavedSearchCalls } from './fake-saved-search-calls.ts';
import { fakeSearchCalls } from './fake-search-calls.ts';
import { fakeScriptCalls } from './fake-script-calls.ts';
import type { FakeStore } from './fake-store.ts';
import { createFakeWorld } from './fake-world.ts';

export interface FakeOptions {
  readonly reports?: readonly ReportContent[];
  readonly packs?: readonly PackSummary[];
  readonly backups?: readonly BackupEntry[];
  /** What the next archives bring, one after the other; null = the user closed the dialog. */
  readonly merges?: readonly (MergeAnswer | null)[];
  readonly app?: Partial<AppState>;
  /** What the next imports bring, one after the other; null = the user closed the dialog. */
  readonly imports?: readonly (FakeImport | null)[];
  /** The texts that re-reading or replacing a report brings, one after the other; null = the user closed the dialog. */
  readonly sources?: readonly (string | null)[];
}

export interface FakeImport {
  readonly answer: ImportAnswer;
  readonly reports?: readonly ReportContent[];
}

/** The library in memory, with doors for tests: events to send, calls to make fail, what was copied and opened. */
export interface FakeClient extends ZhupiApi {
  readonly fake: {
    readonly store: FakeStore;
    /** Every answer of this call is the error until null is given. */
    readonly failWith: (call: keyof ZhupiApi, error: AppError | null) => void;
    /** Imports wait until `releaseImports` is called. */
    readonly holdImports: () => void;
    readonly releaseImports: () => void;
    readonly copied: string[];
    readonly saved: ReadonlyMap<string, string>;
    readonly sendNotesProgress: (payload: EventPayload<'notesProgress'>) => void;
    readonly sendConcordanceProgress: (payload: EventPayload<'concordanceProgress'>) => void;
    readonly calls: string[];
    readonly sendLibraryNotice: (payload: EventPayload<'libraryNotice'>) => void;
    readonly sendPacksState: (payload: EventPayload<'packsState'>) => void;
    readonly sendOpenLink: (payload: EventPayload<'openLink'>) => void;
    readonly sendMenuCommand: (payload: EventPayload<'menuCommand'>) => void;
    readonly sendImportProgress: (payload: EventPayload<'importProgress'>) => void;
    readonly sendNotesChanged: (payload: EventPayload<'notesChanged'>) => void;
  };
}

/** An in-memory `window.zhupi` for component tests and for looking at the interface in a plain browser. */
export function createFakeClient(options: FakeOptions = {}): FakeClient {
  const world = createFakeWorld(options);
  const { events, failures } = world;
  return {
    ...fakeMainCalls(world),
    ...fakeExportCalls(world),
    ...fakeBackupCalls(world),
    ...fakeImportCalls(world),
    ...fakeLibraryCalls(world),
    ...fakeSearchCalls(world),
    ...fakeSavedSearchCalls(world),
    ...fakeConcordanceCalls(world),
    ...fakeFindCalls(world),
    ...fakeNoteCalls(world),
    ...fakeCodeCalls(world),
    ...fakeProjectCalls(world),
    ...fakeNotebookCalls(world),
    ...fakeReportCalls(world),
    ...fakeRepairCalls(world),
    ...fakeScriptCalls(world),
    onVaultFailed: events.vaultFailed.listen,
    onLibraryChanged: events.libraryChanged.listen,
    onLibraryNotice: events.libraryNotice.listen,
    onNotesChanged: events.notesChanged.listen,
    onScriptRulesChanged: events.scriptRulesChanged.listen,
    onVersionProgress: events.versionProgress.listen,
    onNotesProgress: events.notesProgress.listen,
    onCodesChanged: events.codesChanged.listen,
    onSavedSearchesChanged: events.savedSearchesChanged.listen,
    onImportProgress: events.importProgress.listen,
    onConcordanceProgress: events.concordanceProgress.listen,
    onPacksState: events.packsState.listen,
    onOpenLink: events.openLink.listen,
    onMenuCommand: events.menuCommand.listen,
    fake: {
      store: world.store,
      failWith: (call, error) => void (error ? failures.set(call, error) : failures.delete(call)),
      holdImports: () => {
        world.importGate = new Promise((resolve) => (world.openImportGate = resolve));
      },
      releaseImports: () => world.openImportGate(),
      copied: world.copied,
      saved: world.saved,
      sendConcordanceProgress: events.concordanceProgress.send,
      calls: world.calls,
      sendLibraryNotice: events.libraryNotice.send,
      sendPacksState: events.packsState.send,
      sendOpenLink: events.openLink.send,
      sendMenuCommand: events.menuCommand.send,
      sendImportProgress: events.importProgress.send,
      sendNotesChanged: events.notesChanged.send,
      sendNotesProgress: events.notesProgress.send,
    },
  };
}
